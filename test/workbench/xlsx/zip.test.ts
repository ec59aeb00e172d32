import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readXlsx, writeXlsx } from "hucre/xlsx";
import { withText } from "../../../src/workbench/xlsx/zip";

test("one file is replaced, the others stay readable, and every checksum is right", async () => {
  const before = await writeXlsx({ sheets: [{ name: "S", rows: [["客户", 1.5]] }] });
  const after = withText(before, "docProps/app.xml", "<Properties>客户</Properties>");
  expect((await readXlsx(after)).sheets[0]!.rows).toEqual([["客户", 1.5]]);
  const folder = mkdtempSync(join(tmpdir(), "open-account-zip-"));
  try {
    writeFileSync(join(folder, "a.zip"), after);
    const script = "import sys,zipfile;z=zipfile.ZipFile(sys.argv[1]);print(z.testzip());print(z.read('docProps/app.xml').decode())";
    expect(execFileSync("python3", ["-c", script, join(folder, "a.zip")], { encoding: "utf8", env: { ...process.env, PYTHONIOENCODING: "utf-8" } })).toBe("None\n<Properties>客户</Properties>\n");
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test("what is no zip, and a zip without that file, come back as they were", async () => {
  const text = new TextEncoder().encode("not a zip, and long enough to hold the end of one");
  expect(withText(text, "a", "b")).toBe(text);
  const zip = await writeXlsx({ sheets: [{ name: "S", rows: [[1]] }] });
  expect(withText(zip, "nothing.xml", "b")).toBe(zip);
});
