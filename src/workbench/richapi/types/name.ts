import { parseArea } from "../../model/a1";
import { resolveReference } from "../../model/resolveReference";
import type { NameInfo, Rect, SheetId, Value } from "../../model/WorkbookPort";
import type { HostContext } from "../context";
import { HostError, invalidArgument, notFound } from "../hostError";
import { addressOf, isRange, range, rectOf, text } from "../ranges";
import { defineType, handle, type Handle } from "../registry";

function inScope(context: HostContext, scope: SheetId | undefined): readonly NameInfo[] {
  return context.port.names().filter((name) => name.scope === scope);
}

function find(context: HostContext, scope: SheetId | undefined, key: unknown): Handle | null {
  const asked = String(key).toLowerCase();
  const name = inScope(context, scope).find((one) => one.name.toLowerCase() === asked);
  return name ? handle("NamedItem", { name: name.name, scope }) : null;
}

function sure(context: HostContext, target: { readonly name: string; readonly scope: SheetId | undefined }): NameInfo {
  const name = inScope(context, target.scope).find((one) => one.name.toLowerCase() === target.name.toLowerCase());
  if (!name) throw notFound(`name ${target.name}`);
  return name;
}

function add(context: HostContext, scope: SheetId | undefined, [given, reference, comment]: readonly unknown[]): Handle {
  const name = checkedName(text(given, "name"));
  if (find(context, scope, name)) throw new HostError("ItemAlreadyExists", `A resource with the same name or identifier already exists: ${name}.`);
  const formula = isRange(reference) ? `=${addressOf(context, rectOf(reference.target), true)}` : formulaText(text(reference, "reference"));
  context.port.setName({ name, formula, scope, comment: typeof comment === "string" ? comment : "", visible: true });
  return handle("NamedItem", { name, scope });
}

/** letters, digits, `_ . \ ?`; not a cell's address; at most 255 */
function checkedName(name: string): string {
  const shape = /^[\p{L}_\\][\p{L}\p{N}_.\\?]*$/u.test(name) && name.length <= 255;
  if (!shape || parseArea(name) || /^[rRcC]$/.test(name)) throw invalidArgument(`${JSON.stringify(name)} cannot be a name`);
  return name;
}

function formulaText(formula: string): string {
  return formula.startsWith("=") ? formula : `=${formula}`;
}

defineType("NamedItemCollection", {
  items: {
    list: (scope, context) => inScope(context, scope).map(({ name }) => handle("NamedItem", { name, scope })),
    find: (scope, key, context) => find(context, scope, key),
  },
  methods: {
    Add: (scope, args, context) => add(context, scope, args),
    AddFormulaLocal: (scope, args, context) => add(context, scope, args),
    GetCount: (scope, _args, context) => inScope(context, scope).length,
    GetItemOrNullObject: (scope, args, context) => find(context, scope, args[0]),
  },
});

defineType("NamedItem", {
  key: ({ name }) => ({ _Id: name }),
  props: {
    _Id: { get: ({ name }) => name },
    Name: { get: (target, context) => sure(context, target).name },
    Formula: {
      get: (target, context) => sure(context, target).formula,
      set: (target, value, context) => context.port.setName({ ...sure(context, target), formula: formulaText(text(value, "formula")) }),
    },
    Comment: {
      get: (target, context) => sure(context, target).comment,
      set: (target, value, context) => context.port.setName({ ...sure(context, target), comment: text(value, "comment") }),
    },
    Visible: {
      get: (target, context) => sure(context, target).visible,
      set: (target, value, context) => context.port.setName({ ...sure(context, target), visible: value === true }),
    },
    Scope: { get: ({ scope }) => (scope === undefined ? "Workbook" : "Worksheet") },
    Type: { get: (target, context) => kindOf(context, sure(context, target)).type },
    Value: { get: (target, context) => kindOf(context, sure(context, target)).value },
  },
  nav: {
    Worksheet: ({ name, scope }) => {
      if (scope === undefined) throw notFound(`a worksheet that ${name} belongs to`);
      return handle("Worksheet", scope);
    },
    WorksheetOrNullObject: ({ scope }) => (scope === undefined ? null : handle("Worksheet", scope)),
  },
  methods: {
    Delete: ({ name, scope }, _args, context) => context.port.removeName(name, scope),
    GetRange: (target, _args, context) => {
      const rect = cellsOf(context, sure(context, target));
      if (!rect) throw new HostError("InvalidOperation", `The name ${target.name} does not mean a range.`);
      return range(context, rect);
    },
    GetRangeOrNullObject: (target, _args, context) => {
      const rect = cellsOf(context, sure(context, target));
      return rect ? range(context, rect) : null;
    },
  },
});

function cellsOf(context: HostContext, name: NameInfo): Rect | undefined {
  return resolveReference(context.port, name.formula, name.scope ?? context.port.activeSheet());
}

/** a name of cells shows its address; a constant shows itself; other formulas are shown as they stand */
function kindOf(context: HostContext, name: NameInfo): { type: string; value: Value } {
  const rect = cellsOf(context, name);
  if (rect) return { type: "Range", value: addressOf(context, rect, true) };
  const body = name.formula.slice(1).trim();
  if (/^"(?:[^"]|"")*"$/.test(body)) return { type: "String", value: body.slice(1, -1).replace(/""/g, '"') };
  if (/^(?:TRUE|FALSE)$/i.test(body)) return { type: "Boolean", value: body.toUpperCase() === "TRUE" };
  const number = body === "" ? NaN : Number(body);
  if (Number.isFinite(number)) return { type: Number.isInteger(number) ? "Integer" : "Double", value: number };
  return body.includes("#REF!") ? { type: "Error", value: "#REF!" } : { type: "String", value: name.formula };
}
