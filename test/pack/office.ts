/** LibreOffice without a window, with a profile of its own that works every formula out anew on opening: a plain conversion believes the values in the file. */
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export const SOFFICE = ["/usr/bin/soffice", "/usr/bin/libreoffice"].find(existsSync);

/** `0` recalculates always, `1` never (LibreOffice's OOXMLRecalcMode). */
const RECALCULATE = '<?xml version="1.0" encoding="UTF-8"?><oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>MODE</value></prop></item></oor:items>';

export class Office {
  readonly folder = mkdtempSync(join(tmpdir(), "open-account-pack-"));

  constructor(recalculate = true) {
    mkdirSync(join(this.folder, "profile/user"), { recursive: true });
    writeFileSync(join(this.folder, "profile/user/registrymodifications.xcu"), RECALCULATE.replace("MODE", recalculate ? "0" : "1"));
  }

  /** The files as LibreOffice saves them after opening, in one run. */
  save<Name extends string>(files: Readonly<Record<Name, Uint8Array>>): Readonly<Record<Name, Buffer>> {
    const out = join(this.folder, "saved");
    const names = Object.keys(files) as Name[];
    const paths = names.map((name) => join(this.folder, `${name}.xlsx`));
    names.forEach((name, at) => writeFileSync(paths[at]!, files[name]));
    execFileSync(SOFFICE!, ["--headless", `-env:UserInstallation=file://${this.folder}/profile`, "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", out, ...paths], { stdio: "pipe" });
    return Object.fromEntries(names.map((name) => [name, readFileSync(join(out, `${name}.xlsx`))])) as Record<Name, Buffer>;
  }

  close(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
