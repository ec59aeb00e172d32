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
  transformIgnorePatterns: ["/node_modules/(?!hucre/)"],
  testTimeout: 20000,
};
