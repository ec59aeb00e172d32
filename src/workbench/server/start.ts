/**
 * `npm start`: builds what is missing or older than the sources, and serves the workbench until it is stopped.
 * `PORT` chooses a port, `--https` a development certificate (then Office.js asks nothing).
 */
import { spawn } from "node:child_process";
import { dirname, join, resolve } from "node:path";
import { isFresh } from "./fresh";
import { startServer, type ServerOptions } from "./server";

const root = resolve(__dirname, "../../..");
const dist = join(root, "dist");
const DEFAULT_PORT = 3000;

async function main(): Promise<void> {
  const port = portAsked(process.env["PORT"]);
  const https = process.argv.includes("--https") ? await certificate() : undefined;
  const officeJs = dirname(require.resolve("@microsoft/office-js/dist/office.js"));
  const options: ServerOptions = { port, dist, officeJs, ...(https === undefined ? {} : { https }) };
  const { url } = await startServer(options).catch((error: NodeJS.ErrnoException) => stop(whyNot(error, port)));
  if (!isFresh(root, dist)) await build(); // after taking the port: a taken one is said at once
  console.log(`Open Account is at ${url}`);
  if (https === undefined) console.log("Office.js asks once whether to trust this page: press OK. With `npm start -- --https` it does not ask.");
  console.log("Press Ctrl+C to stop.");
}

function portAsked(text: string | undefined): number {
  if (text === undefined || text.trim() === "") return DEFAULT_PORT;
  const port = Number(text);
  return Number.isInteger(port) && port >= 0 && port <= 65535 ? port : stop(`PORT must be a whole number from 0 to 65535, not "${text}".`);
}

function build(): Promise<void> {
  console.log("Building the add-in and the workbench; the first time this takes about a minute...");
  const webpack = join(dirname(require.resolve("webpack-cli/package.json")), "bin", "cli.js");
  return new Promise((done) => {
    const child = spawn(process.execPath, [webpack, "--mode", "production"], { cwd: root, stdio: "inherit" });
    child.on("exit", (code) => (code === 0 ? done() : stop("The build failed; what is wrong stands above.")));
  });
}

/** A certificate for localhost that this machine trusts; installing it may ask the user. */
async function certificate(): Promise<NonNullable<ServerOptions["https"]>> {
  const { getHttpsServerOptions } = await import("office-addin-dev-certs");
  const made = await getHttpsServerOptions().catch((error: unknown) => stop(`The development certificate could not be made: ${error instanceof Error ? error.message : String(error)} Without --https the workbench starts as well.`));
  return { key: made.key, cert: made.cert };
}

function whyNot(error: NodeJS.ErrnoException, port: number): string {
  if (error.code === "EADDRINUSE") return `Port ${port} is taken by another program. Choose another: PORT=${port + 100} npm start`;
  if (error.code === "EACCES") return `Port ${port} may not be used by this account. Choose one above 1023: PORT=3100 npm start`;
  return `The server could not start: ${error.message}`;
}

function stop(sentence: string): never {
  console.error(sentence);
  process.exit(1);
}

void main();
