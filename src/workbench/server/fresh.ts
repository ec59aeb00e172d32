import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";

/** What the build reads: when one of these is younger than what was built, it is built again. */
const SOURCES = ["src", "assets", "manifest.xml", "webpack.config.js", "package.json"];

/** What must be there for the workbench to run. */
const BUILT = ["taskpane.html", "functions.js", "functions.json", "functions-zh-cn.json", "manifest.xml", "workbench/index.html"];

/** True when everything built is there and no source is younger than the oldest of it. */
export function isFresh(root: string, dist: string): boolean {
  const built = BUILT.map((name) => join(dist, name));
  if (!built.every(existsSync)) return false;
  const oldest = Math.min(...built.map((file) => statSync(file).mtimeMs));
  return SOURCES.every((source) => youngest(join(root, source)) <= oldest);
}

function youngest(path: string): number {
  if (!existsSync(path)) return 0;
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return readdirSync(path).reduce((latest, name) => Math.max(latest, youngest(join(path, name))), 0);
}
