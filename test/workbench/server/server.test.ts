import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { isFresh } from "../../../src/workbench/server/fresh";
import { startServer, type Running } from "../../../src/workbench/server/server";

const officeJs = dirname(require.resolve("@microsoft/office-js/dist/office.js"));
const root = mkdtempSync(join(tmpdir(), "open-account-server-"));
const dist = join(root, "dist");
let running: Running;

function put(name: string, text: string): void {
  const file = join(root, name);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

/** As a program would ask that does not tidy the path first. */
function raw(path: string, headers: Record<string, string> = {}): Promise<{ status: number; type: string; encoding: string; body: string }> {
  return new Promise((done, failed) => {
    const asked = request(running.url + "/", { path, headers }, (response) => {
      let body = "";
      response.setEncoding("latin1").on("data", (part: string) => (body += part));
      response.on("end", () => done({ status: response.statusCode!, type: response.headers["content-type"] ?? "", encoding: response.headers["content-encoding"] ?? "", body }));
    });
    asked.on("error", failed).end();
  });
}

beforeAll(async () => {
  put("secret.txt", "not to be served");
  put("dist/workbench/index.html", "<title>workbench</title>");
  put("dist/workbench/workbench.0123456789.js", "1");
  put("dist/taskpane.html", '<script src="https://appsforoffice.microsoft.com/lib/1/hosted/office.js"></script>');
  put("dist/functions.json", "{}");
  running = await startServer({ port: 0, dist, officeJs });
});

afterAll(async () => {
  await running.close();
  rmSync(root, { recursive: true, force: true });
});

test("the workbench is at the root, the add-in under /addin/", async () => {
  expect(await raw("/")).toMatchObject({ status: 200, type: "text/html; charset=utf-8", body: "<title>workbench</title>" });
  expect(await raw("/?lang=zh")).toMatchObject({ status: 200 });
  expect(await raw("/addin/functions.json")).toMatchObject({ status: 200, type: "application/json; charset=utf-8" });
});

test("the add-in's page asks for Office.js here, and for nothing outside", async () => {
  const { body } = await raw("/addin/taskpane.html");
  expect(body).toBe('<script src="/office/office.js"></script>');
});

test("Office.js is served from its package, whatever the case of the name", async () => {
  expect((await raw("/office/office.js")).status).toBe(200);
  expect((await raw("/office/OFFICE.JS")).status).toBe(200);
  expect((await raw("/office/excel-web-16.00.js", { "Accept-Encoding": "gzip" })).encoding).toBe(""); // as it is: it does not leave the machine
});

test.each(["/../secret.txt", "/addin/../../secret.txt", "/addin/..%2f..%2fsecret.txt", "/%2e%2e/%2e%2e/secret.txt", "/office/..%5c..%5csecret.txt", "/addin//etc/passwd"])("nothing above the folders: %s", async (path) => {
  const { status, body } = await raw(path);
  expect(status).toBeGreaterThanOrEqual(400);
  expect(body).not.toContain("not to be served");
});

test("what is not there and what is not well formed are told apart", async () => {
  expect((await raw("/nothing.js")).status).toBe(404);
  expect((await raw("/%E0%A4%A")).status).toBe(400);
  expect((await raw("/a%00b")).status).toBe(400);
});

test("a taken port is an error that names itself", async () => {
  const port = Number(new URL(running.url).port);
  await expect(startServer({ port, dist, officeJs })).rejects.toMatchObject({ code: "EADDRINUSE" });
});

test("what was built is fresh until a source is younger", () => {
  for (const name of ["functions.js", "functions-zh-cn.json", "manifest.xml"]) put(`dist/${name}`, "x");
  put("src/a.ts", "1");
  const past = new Date(Date.now() - 60_000);
  utimesSync(join(root, "src/a.ts"), past, past);
  expect(isFresh(root, dist)).toBe(true);
  const future = new Date(Date.now() + 60_000);
  utimesSync(join(root, "src/a.ts"), future, future);
  expect(isFresh(root, dist)).toBe(false);
  rmSync(join(dist, "functions.js"));
  expect(isFresh(root, dist)).toBe(false);
});
