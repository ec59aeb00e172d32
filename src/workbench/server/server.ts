import { createReadStream, existsSync, readdirSync, statSync } from "node:fs";
import { createServer as createHttp, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from "node:http";
import { createServer as createHttps } from "node:https";
import { readFile } from "node:fs/promises";
import { extname, join, normalize, resolve, sep } from "node:path";

export interface ServerOptions {
  /** 0 takes any free port */
  readonly port: number;
  /** the folder that `npm run build` writes */
  readonly dist: string;
  /** `dist` of the @microsoft/office-js package, served as it is */
  readonly officeJs: string;
  readonly https?: { readonly key: string | Buffer; readonly cert: string | Buffer };
}

export interface Running {
  readonly url: string;
  close(): Promise<void>;
}

/** Production pages name Microsoft's address; here the same files come from the package, unmodified, and nothing leaves the machine. */
const CDN = "https://appsforoffice.microsoft.com/lib/1/hosted/";

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".xml": "text/xml; charset=utf-8",
  ".map": "application/json; charset=utf-8",
  ".txt": "text/plain; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".ico": "image/x-icon",
  ".woff": "font/woff",
  ".woff2": "font/woff2",
  ".ttf": "font/ttf",
  ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};

/** Names that a build gives by content never change under their address. */
const HASHED = /\.[0-9a-f]{10}\.(?:js|css)$/;

interface Mount {
  readonly prefix: string;
  readonly folder: string;
  /** Office.js asks for `AgaveErrorUX/` where the package says otherwise: match names in any case */
  readonly anyCase: boolean;
}

/**
 * Serves the workbench at `/`, the add-in as built at `/addin/`, Office.js at `/office/`. Listens to this machine only, and
 * so compresses nothing: packing ten megabytes takes longer than to hand them over.
 */
export async function startServer(options: ServerOptions): Promise<Running> {
  const mounts: readonly Mount[] = [
    { prefix: "/addin/", folder: resolve(options.dist), anyCase: false },
    { prefix: "/office/", folder: resolve(options.officeJs), anyCase: true },
    { prefix: "/", folder: resolve(options.dist, "workbench"), anyCase: false },
  ];
  const listener: RequestListener = (request, response) => {
    answer(mounts, request, response).catch(() => plain(response, 500, "The workbench's server could not read that file."));
  };
  const server = options.https === undefined ? createHttp(listener) : createHttps(options.https, listener);
  await listen(server, options.port);
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : options.port;
  return { url: `${options.https === undefined ? "http" : "https"}://localhost:${port}`, close: () => close(server) };
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((done, failed) => {
    server.once("error", failed);
    server.listen(port, "localhost", () => done());
  });
}

function close(server: Server): Promise<void> {
  return new Promise((done) => {
    server.close(() => done());
    server.closeAllConnections();
  });
}

async function answer(mounts: readonly Mount[], request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (request.method !== "GET" && request.method !== "HEAD") return plain(response, 405, "Only GET is answered here.");
  const path = pathOf(request.url ?? "/");
  if (path === undefined) return plain(response, 400, "That address is not well formed.");
  const mount = mounts.find(({ prefix }) => path.startsWith(prefix))!;
  const inside = path.slice(mount.prefix.length);
  const file = locate(mount, inside === "" || inside.endsWith("/") ? `${inside}index.html` : inside);
  if (file === undefined) return plain(response, 404, `There is no ${path} here.`);
  if (mount.prefix === "/addin/" && file.endsWith(".html")) return page(request, response, file);
  return stream(request, response, file);
}

function pathOf(url: string): string | undefined {
  try {
    const path = decodeURIComponent(url.split(/[?#]/, 1)[0]!);
    return path.includes("\0") ? undefined : path;
  } catch {
    return undefined;
  }
}

/** The file under a mount, or undefined: nothing above its folder is ever reached. */
function locate(mount: Mount, inside: string): string | undefined {
  const wanted = resolve(mount.folder, normalize(inside));
  if (!wanted.startsWith(mount.folder + sep)) return undefined;
  const file = mount.anyCase && !existsSync(wanted) ? inAnyCase(mount.folder, wanted.slice(mount.folder.length + 1).split(sep)) : wanted;
  return file !== undefined && existsSync(file) && statSync(file).isFile() ? file : undefined;
}

function inAnyCase(folder: string, parts: readonly string[]): string | undefined {
  let at = folder;
  for (const part of parts) {
    if (!existsSync(at) || !statSync(at).isDirectory()) return undefined;
    const found = readdirSync(at).find((name) => name.toLowerCase() === part.toLowerCase());
    if (found === undefined) return undefined;
    at = join(at, found);
  }
  return at;
}

/** The add-in's page exactly as built, but for where Office.js comes from. */
async function page(request: IncomingMessage, response: ServerResponse, file: string): Promise<void> {
  const html = (await readFile(file, "utf8")).replaceAll(CDN, "/office/");
  response.writeHead(200, headersFor(file));
  response.end(request.method === "HEAD" ? undefined : html);
}

async function stream(request: IncomingMessage, response: ServerResponse, file: string): Promise<void> {
  response.writeHead(200, headersFor(file));
  if (request.method === "HEAD") return void response.end();
  const source = createReadStream(file);
  source.once("error", () => response.destroy());
  source.pipe(response);
}

function headersFor(file: string): Record<string, string> {
  return {
    "Content-Type": TYPES[extname(file).toLowerCase()] ?? "application/octet-stream",
    "Cache-Control": HASHED.test(file) ? "public, max-age=31536000, immutable" : "no-cache",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
  };
}

function plain(response: ServerResponse, status: number, text: string): void {
  if (response.headersSent) return void response.destroy();
  response.writeHead(status, { "Content-Type": "text/plain; charset=utf-8" });
  response.end(text);
}
