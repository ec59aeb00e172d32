import { readFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import { join, resolve } from "node:path";
import { buildSync } from "esbuild";

/** A parent page with our host, and an add-in's page that loads Office.js as it is, served on this machine only. */
const OFFICE = resolve(__dirname, "../../node_modules/@microsoft/office-js/dist");
const ADDIN = `<!doctype html><title>add-in</title><script src="/office/office.js"></script><script>
  CustomFunctions.associate("SUM2", (rows) => rows.flat().reduce((sum, value) => sum + Number(value), 0));
  CustomFunctions.associate("NONE", () => { throw new CustomFunctions.Error(CustomFunctions.ErrorCode.notAvailable, "no data here"); });
  Office.actions.associate("press", (event) => { window.pressed = event.source.id; event.completed(); });
  window.ready = Office.onReady((info) => (window.info = info));
</script><body>add-in</body>`;

export interface FramePage {
  readonly url: string;
  close(): Promise<void>;
}

export async function serveFramePage(): Promise<FramePage> {
  const bundle = buildSync({ entryPoints: [resolve(__dirname, "../office/page/host.ts")], bundle: true, write: false, format: "iife", target: "es2022" }).outputFiles[0]!.text;
  const pages = new Map<string, readonly [type: string, text: string]>([
    ["/", ["text/html", `<!doctype html><title>host</title><body><script src="/host.js"></script></body>`]],
    ["/host.js", ["text/javascript", bundle]],
    ["/addin.html", ["text/html", ADDIN]],
  ]);
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? "/", "http://localhost").pathname;
    const page = pages.get(path);
    if (page) return void response.writeHead(200, { "content-type": page[0] }).end(page[1]);
    if (!path.startsWith("/office/")) return void response.writeHead(404).end();
    readFile(join(OFFICE, path.slice("/office/".length).toLowerCase())).then(
      (bytes) => response.writeHead(200, { "content-type": path.endsWith(".js") ? "text/javascript" : "text/html" }).end(bytes),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  return { url: `http://localhost:${portOf(server)}/`, close: () => new Promise((done) => server.close(() => done())) };
}

function portOf(server: Server): number {
  const address = server.address();
  if (typeof address !== "object" || address === null) throw new Error("The test server has no port");
  return address.port;
}
