import type { WorkbookPort } from "../../src/workbench/model/WorkbookPort";
import { workbookPortChecks } from "./workbookPortChecks";

/** The checks of every workbook port as jest tests; `makePort` gives one book for all of them. */
export function workbookPortSuite(name: string, makePort: () => WorkbookPort): void {
  describe(`${name} is a workbook port`, () => {
    let port: WorkbookPort;
    beforeAll(() => {
      port = makePort();
    });
    test.each(workbookPortChecks.map((check) => [check.name, check] as const))("%s", async (_name, check) => {
      await expect(check.run(port)).resolves.toBeUndefined();
    });
  });
}
