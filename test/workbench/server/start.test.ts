import { spawnSync } from "node:child_process";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";

const root = join(__dirname, "../../..");

function start(port: string): { status: number | null; said: string } {
  const { status, stderr } = spawnSync(process.execPath, ["--import", "tsx", "src/workbench/server/start.ts"], { cwd: root, env: { ...process.env, PORT: port }, encoding: "utf8", timeout: 60_000 });
  return { status, said: stderr };
}

test("a taken port is said plainly, with another to try, and ends with 1", async () => {
  const other = createServer();
  await new Promise<void>((done) => other.listen(0, "localhost", done));
  try {
    const { port } = other.address() as AddressInfo;
    const { status, said } = start(String(port));
    expect(status).toBe(1);
    expect(said).toContain(`Port ${port} is taken by another program. Choose another: PORT=`);
  } finally {
    await new Promise((done) => other.close(done));
  }
}, 90_000);

test("what is no port is said plainly", () => {
  const { status, said } = start("eighty");
  expect(status).toBe(1);
  expect(said).toContain('PORT must be a whole number from 0 to 65535, not "eighty".');
}, 90_000);
