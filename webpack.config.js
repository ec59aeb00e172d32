/**
 * Two builds: `addin` is what Excel loads (dist/), `workbench` is the spreadsheet that hosts it for trial and test
 * (dist/workbench/). esbuild translates and minifies; types are `npm run check`'s business.
 *
 *   webpack --mode production                        both
 *   webpack --mode production --config-name addin    one of them
 */
const { existsSync } = require("node:fs");
const { resolve } = require("node:path");
const CopyPlugin = require("copy-webpack-plugin");
const CustomFunctionsMetadataPlugin = require("custom-functions-metadata-plugin");
const { EsbuildPlugin } = require("esbuild-loader");
const HtmlPlugin = require("html-webpack-plugin");
const MiniCssExtractPlugin = require("mini-css-extract-plugin");
const { MetadataOverlayPlugin } = require("./src/excel/metadata/overlay");

/** The address the manifest carries while developing, where `npm start -- --https` serves the add-in; OPEN_ACCOUNT_URL replaces it. */
const LOCAL = "https://localhost:3000/addin";

const DIST = resolve(__dirname, "dist");
const WORKBENCH_ENTRY = resolve(__dirname, "src/workbench/shell/main.tsx");

function productionUrl() {
  const url = (process.env.OPEN_ACCOUNT_URL || "https://open-account.example").replace(/\/+$/, "");
  if (!/^https:\/\/[^\s?#"'<>&]+$/.test(url) || /localhost|127\.0\.0\.1/.test(url)) {
    throw new Error(`OPEN_ACCOUNT_URL must be an https address other than localhost, without query: ${url}`);
  }
  return url;
}

function productionManifest(content) {
  const manifest = content.toString().replaceAll(LOCAL, productionUrl());
  if (/localhost/i.test(manifest)) throw new Error("manifest.xml names localhost in a way the build does not replace");
  return manifest;
}

const TRANSLATE = {
  test: /\.tsx?$/,
  exclude: /node_modules/,
  loader: "esbuild-loader",
  options: { target: "es2022", jsx: "automatic" },
};

const ASSETS = { test: /\.(png|svg|woff2?|ttf)$/, type: "asset/resource" };

function common(production) {
  return {
    mode: production ? "production" : "development",
    devtool: "source-map", // never an eval: a content security policy forbids it
    resolve: { extensions: [".tsx", ".ts", ".mjs", ".js"] },
    performance: { hints: false }, // the sizes that matter have tests
    stats: "errors-warnings",
    output: {
      compareBeforeEmit: false, // a file's time says when it was built
      environment: { globalThis: true }, // or webpack would look for it with new Function
    },
    // no format: esbuild would put each file into a function, which is read twice
    optimization: { minimizer: [new EsbuildPlugin({ target: "es2022", css: true, legalComments: "eof", charset: "utf8", format: undefined })] },
  };
}

function addin(production) {
  const base = common(production);
  return {
    ...base,
    name: "addin",
    entry: {
      functions: "./src/excel/functions.ts", // alone and complete: it runs where there is no page
      taskpane: "./src/excel/taskpane.tsx", // small; the pane itself is imported when Office is ready
      verify: "./src/pack/verifyPage.ts", // goes into its page whole: a file that is kept and opened without a network
    },
    output: {
      ...base.output,
      path: DIST,
      clean: { keep: /^workbench[\\/]/ },
      publicPath: "", // chunks lie beside the page, wherever that is served; and nothing need ask a global for its address
      filename: ({ chunk }) => (chunk.name === "functions" || chunk.name === "verify" ? "[name].js" : "[name].[contenthash:10].js"),
      chunkFilename: "[name].[contenthash:10].js",
    },
    module: { rules: [TRANSLATE, ASSETS, { test: /\.css$/, use: ["style-loader", "css-loader"] }] },
    plugins: [
      new CustomFunctionsMetadataPlugin({ input: "./src/excel/functions.ts", output: "functions.json" }),
      new MetadataOverlayPlugin({
        metadata: "functions.json",
        translations: { "zh-cn": resolve(__dirname, "src/excel/metadata/zh-cn.json") },
        functions: "functions.js",
        helpUrl: (id) => `${productionUrl()}/docs/${id}.html`,
        help: { from: resolve(__dirname, "src/excel/help"), to: "docs", moved: "functions.html" },
      }),
      new HtmlPlugin({ filename: "taskpane.html", template: "./src/excel/taskpane.html", chunks: ["functions", "taskpane"], inject: false, minify: false }),
      new HtmlPlugin({ filename: "verify.html", template: "./src/pack/verify.html", inject: false, minify: false }),
      new CopyPlugin({
        patterns: [
          { from: "assets/icon-*.png", to: "assets/[name][ext]" },
          { from: "manifest.xml", to: "manifest.xml", transform: productionManifest },
        ],
      }),
    ],
  };
}

/**
 * The grid's libraries are files of their own, and each file's modules stand free in it. In one file with ours they lay
 * inside a function, and Chromium read 7 MB a second time when that was called, and again for each frame of a trace. Two
 * files because two are read at once, on threads of their own.
 */
const ENGINE = /[\\/]node_modules[\\/]@univerjs[\\/](core|docs|engine-formula|engine-render|sheets|sheets-formula|sheets-ui)[\\/]/;
const LIBRARIES = /[\\/]node_modules[\\/]/;

function beside(name, test, priority) {
  return { name, test, priority, enforce: true };
}

function workbench(production) {
  const base = common(production);
  return {
    ...base,
    name: "workbench",
    devtool: false, // the grid is 10 MB: its map would cost more than the build
    optimization: {
      ...base.optimization,
      runtimeChunk: "single",
      splitChunks: { chunks: "initial", cacheGroups: { default: false, defaultVendors: false, engine: beside("engine", ENGINE, 1), libraries: beside("libraries", LIBRARIES, 0) } },
    },
    entry: { workbench: WORKBENCH_ENTRY },
    output: { ...base.output, path: resolve(DIST, "workbench"), clean: true, filename: "[name].[contenthash:10].js", chunkFilename: "[name].[contenthash:10].js" },
    module: {
      rules: [
        TRANSLATE, ASSETS, { test: /\.css$/, use: [MiniCssExtractPlugin.loader, "css-loader"] }, { test: /\.m?js$/, resolve: { fullySpecified: false } },
        { test: /[\\/]@univerjs[\\/][\w-]+[\\/]lib[\\/]es[\\/]index\.js$/, loader: resolve(__dirname, "src/workbench/build/plainFields.js") },
      ],
    },
    plugins: [
      new MiniCssExtractPlugin({ filename: "[name].[contenthash:10].css" }),
      new HtmlPlugin({ filename: "index.html", template: "./src/workbench/shell/workbench.html", minify: false }),
    ],
  };
}

module.exports = (_env, argv) => {
  const production = argv.mode !== "development";
  return existsSync(WORKBENCH_ENTRY) ? [addin(production), workbench(production)] : [addin(production)];
};
