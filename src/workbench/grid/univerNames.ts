import { generateRandomId } from "@univerjs/core";
import { RemoveDefinedNameMutation, SetDefinedNameMutation, type IDefinedNamesServiceParam } from "@univerjs/engine-formula";
import type { NameInfo, SheetId } from "../model/WorkbookPort";
import { toGrid } from "./formulaText";
import type { UniverSteps } from "./univerSteps";
import type { UniverUnit } from "./univerUnit";

const WORKBOOK_SCOPE = "AllDefaultWorkbook";

/** Defined names over the grid. */
export class UniverNames {
  readonly #unit: UniverUnit;
  readonly #steps: UniverSteps;

  constructor(unit: UniverUnit, steps: UniverSteps) {
    this.#unit = unit;
    this.#steps = steps;
  }

  all(): readonly NameInfo[] {
    return this.#definedNames().map((one) => ({
      name: one.name,
      formula: one.formulaOrRefString.startsWith("=") ? one.formulaOrRefString : `=${one.formulaOrRefString}`,
      scope: one.localSheetId === undefined || one.localSheetId === WORKBOOK_SCOPE ? undefined : one.localSheetId,
      comment: one.comment ?? "",
      visible: one.hidden !== true,
    }));
  }

  set(name: NameInfo): void {
    const before = this.#nameOf(name.name, name.scope);
    const after = this.params(name, before?.id ?? generateRandomId(10));
    this.#steps.act(() => {
      const set = { id: SetDefinedNameMutation.id, params: { unitId: this.#unit.id, ...after } };
      this.#unit.run(set.id, set.params);
      const undo = before
        ? { id: SetDefinedNameMutation.id, params: { unitId: this.#unit.id, ...before } }
        : { id: RemoveDefinedNameMutation.id, params: set.params };
      this.#steps.remember([undo], [set]);
    });
  }

  params(name: NameInfo, id: string): IDefinedNamesServiceParam {
    // a reference goes without `=`: with it, the grid takes the name for a formula and does not move it with its cells
    const reference = /^=(?:'(?:[^']|'')*'|[\p{L}\p{N}_.]+)!\$?[A-Z]{1,3}\$?\d+(?::\$?[A-Z]{1,3}\$?\d+)?$/iu.test(name.formula);
    return {
      id,
      name: name.name,
      formulaOrRefString: reference ? name.formula.slice(1) : toGrid(name.formula, this.#unit.knownNames()),
      comment: name.comment,
      localSheetId: name.scope ?? WORKBOOK_SCOPE,
      hidden: !name.visible,
    };
  }

  remove(name: string, scope: SheetId | undefined): void {
    const before = this.#nameOf(name, scope);
    if (!before) return;
    // guard: the grid's command to remove a name also writes #REF! into every formula that says it, for good; Excel keeps the text
    this.#steps.act(() => {
      const params = { unitId: this.#unit.id, ...before };
      this.#unit.run(RemoveDefinedNameMutation.id, params);
      this.#steps.remember([{ id: SetDefinedNameMutation.id, params }], [{ id: RemoveDefinedNameMutation.id, params }]);
    });
  }

  #definedNames(): IDefinedNamesServiceParam[] {
    return Object.values(this.#unit.definedNames.getDefinedNameMap(this.#unit.id) ?? {});
  }

  #nameOf(name: string, scope: SheetId | undefined): IDefinedNamesServiceParam | undefined {
    const asked = name.toLowerCase();
    return this.#definedNames().find((one) => one.name.toLowerCase() === asked && (one.localSheetId ?? WORKBOOK_SCOPE) === (scope ?? WORKBOOK_SCOPE));
  }
}
