/** One line of policy: TypeScript through swc, the same tree as src. Pane tests name jsdom in their first line. */
module.exports = {
  rootDir: __dirname,
  roots: ["<rootDir>/test"],
  testMatch: ["**/*.test.ts", "**/*.test.tsx"],
  testEnvironment: "node",
  transform: {
    "^.+\\.tsx?$": ["@swc/jest", { jsc: { target: "es2022", parser: { syntax: "typescript", tsx: true }, transform: { react: { runtime: "automatic" } } }, module: { type: "commonjs" } }],
    "^.+\\.mjs$": ["@swc/jest", { jsc: { target: "es2022", parser: { syntax: "ecmascript" } }, module: { type: "commonjs" } }], // packages that ship modules only
  },
  // the charts' d3 comes as ES modules, which jest does not load; each has its older form beside it
  moduleNameMapper: { "^(d3-(?!sankey)[a-z-]+|internmap)$": "<rootDir>/node_modules/$1/dist/$1.js" },
  transformIgnorePatterns: ["/node_modules/(?!hucre/)"],
  sandboxInjectedGlobals: ["Math"], // a global of the sandbox is slow to reach, and reading and hashing ask for Math at every cell
  testTimeout: 60000, // a browser or a pane on a busy machine; none needs a tenth of it otherwise
};
