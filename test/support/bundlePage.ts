import { createServer, type Server } from "node:http";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";

export interface ServedPage {
  readonly address: string;
  close(): Promise<void>;
}

/** Bundles one entry with everything it imports, and serves it as a page of its own on this machine. */
export async function servePage(entry: string): Promise<ServedPage> {
  const folder = mkdtempSync(join(tmpdir(), "page-"));
  await build({
    entryPoints: [entry], outfile: join(folder, "page.js"), bundle: true, format: "esm", target: "es2022", jsx: "automatic", logLevel: "error",
    loader: { ".woff": "empty", ".woff2": "empty", ".ttf": "empty", ".svg": "dataurl" }, define: { "process.env.NODE_ENV": '"production"' },
  });
  writeFileSync(join(folder, "page.css"), "", { flag: "a" }); // an entry without styles of its own still asks for them
  const html = `<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,"><link rel="stylesheet" href="page.css">` +
    `<style>html,body,#grid{height:100%;margin:0}</style><div id="grid"></div><script type="module" src="page.js"></script>`;
  const server: Server = createServer((request, response) => {
    const name = (request.url ?? "/").split("?")[0];
    if (name === "/") return void response.setHeader("content-type", "text/html").end(html);
    if (name !== "/page.js" && name !== "/page.css") return void response.writeHead(404).end();
    response.setHeader("content-type", name.endsWith(".js") ? "text/javascript" : "text/css").end(readFileSync(join(folder, name)));
  });
  await new Promise<void>((resolve) => server.listen(0, "localhost", resolve));
  return {
    address: `http://localhost:${(server.address() as AddressInfo).port}/`,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
