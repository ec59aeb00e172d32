/** LibreOffice without a window, with a profile of its own that works every formula out anew on opening: a plain conversion believes the values in the file. */
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export const SOFFICE = ["/usr/bin/soffice", "/usr/bin/libreoffice"].find(existsSync);

export const testWithOffice = SOFFICE === undefined ? test.skip : test;

/** `0` recalculates always, `1` never (LibreOffice's OOXMLRecalcMode). */
const RECALCULATE = '<?xml version="1.0" encoding="UTF-8"?><oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>MODE</value></prop></item></oor:items>';

export class Office {
  readonly folder = mkdtempSync(join(tmpdir(), "open-account-pack-"));

  constructor(recalculate = true) {
    mkdirSync(join(this.folder, "profile/user"), { recursive: true });
    writeFileSync(join(this.folder, "profile/user/registrymodifications.xcu"), RECALCULATE.replace("MODE", recalculate ? "0" : "1"));
  }

  /** The file as LibreOffice saves it after opening. */
  save(xlsx: Uint8Array, to = "xlsx:Calc MS Excel 2007 XML"): Buffer {
    const file = join(this.folder, "pack.xlsx");
    const out = join(this.folder, "saved");
    writeFileSync(file, xlsx);
    execFileSync(SOFFICE!, ["--headless", `-env:UserInstallation=file://${this.folder}/profile`, "--convert-to", to, "--outdir", out, file], { stdio: "pipe" });
    return readFileSync(join(out, `pack.${to.split(":")[0]!}`));
  }

  close(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
