import { cutsRule, DATA_OPERATORS, ruleOver, withRule, type DataCheck, type DataRule } from "../../model/dataRule";
import type { Rect } from "../../model/WorkbookPort";
import { notImplemented, type HostContext } from "../context";
import { invalidArgument } from "../hostError";
import { rectOf } from "../ranges";
import type { RangeTarget } from "../references";
import { defineType } from "../registry";

type Given = Readonly<Record<string, unknown>>;

const NO_PROMPT: DataRule["prompt"] = { show: true, title: "", message: "" };
const NO_ALERT: DataRule["alert"] = { show: true, title: "", message: "", style: "Stop" };

/** Client's name of a rule's part -> its kind here and in the type's answer. */
const KINDS = { wholeNumber: "WholeNumber", decimal: "Decimal", textLength: "TextLength", date: "Date", time: "Time" } as const;

defineType("DataValidation", {
  props: {
    Rule: {
      get: (target, context) => clientRule(found(context, target)?.check),
      set: (target, value, context) => {
        const check = checkIn(value, context);
        const before = found(context, target);
        if (check === undefined) clear(context, rectOf(target));
        else keep(context, rectOf(target), { ignoreBlanks: true, prompt: NO_PROMPT, alert: NO_ALERT, ...before, check });
      },
    },
    Type: { get: (target, context) => found(context, target)?.check.kind ?? "None" },
    IgnoreBlanks: { get: (target, context) => found(context, target)?.ignoreBlanks ?? true, set: (target, value, context) => change(context, target, { ignoreBlanks: value !== false }) },
    Prompt: {
      get: (target, context) => clientTexts(found(context, target)?.prompt ?? NO_PROMPT, "showPrompt"),
      set: (target, value, context) => change(context, target, { prompt: { show: (value as Given)["showPrompt"] !== false, ...textsIn(value) } }),
    },
    ErrorAlert: {
      get: (target, context) => ({ ...clientTexts(found(context, target)?.alert ?? NO_ALERT, "showAlert"), style: (found(context, target)?.alert ?? NO_ALERT).style }),
      set: (target, value, context) => change(context, target, { alert: { show: (value as Given)["showAlert"] !== false, ...textsIn(value), style: styleIn((value as Given)["style"]) } }),
    },
  },
  methods: { Clear: (target, _args, context) => clear(context, rectOf(target)) },
});

function found(context: HostContext, target: RangeTarget): DataRule | undefined {
  const rect = rectOf(target);
  return ruleOver(context.store.rulesOf(rect.sheet), rect);
}

/** Texts without a rule of their own are said of nothing, as in Excel. */
function change(context: HostContext, target: RangeTarget, part: Partial<DataRule>): void {
  const rule = found(context, target);
  if (rule !== undefined) keep(context, rectOf(target), { ...rule, ...part });
}

function keep(context: HostContext, rect: Rect, rule: Omit<DataRule, "area">): void {
  const rules = context.store.rulesOf(rect.sheet);
  if (cutsRule(rules, rect)) throw notImplemented(context, "DataValidation over a part of the cells of another");
  const { row, column, rows, columns } = rect;
  context.store.rules.set(rect.sheet, withRule(rules, { ...rule, area: { row, column, rows, columns } }));
}

function clear(context: HostContext, rect: Rect): void {
  const rules = context.store.rulesOf(rect.sheet);
  if (cutsRule(rules, rect)) throw notImplemented(context, "DataValidation.clear over a part of its cells");
  const inside = ({ area }: DataRule): boolean => area.row >= rect.row && area.column >= rect.column && area.row + area.rows <= rect.row + rect.rows && area.column + area.columns <= rect.column + rect.columns;
  context.store.rules.set(rect.sheet, rules.filter((rule) => !inside(rule)));
}

/** Undefined: an empty rule, which says nothing. */
function checkIn(value: unknown, context: HostContext): DataCheck | undefined {
  const [[name, given] = ["", undefined], ...more] = Object.entries((value ?? {}) as Given);
  if (name === "") return undefined;
  if (more.length > 0) throw invalidArgument("a rule of data validation says one thing");
  const part = (given ?? {}) as Given;
  if (name === "list") {
    if (typeof part["source"] !== "string") throw notImplemented(context, "DataValidation.rule.list with a range");
    return { kind: "List", source: part["source"], inCell: part["inCellDropDown"] !== false };
  }
  if (name === "custom") return { kind: "Custom", formula: String(part["formula"]) };
  if (!Object.hasOwn(KINDS, name)) throw invalidArgument(`${name} is no rule of data validation`);
  const operator = DATA_OPERATORS.find((one) => one === part["operator"]);
  if (operator === undefined) throw invalidArgument(`${String(part["operator"])} is no operator of data validation`);
  const [from, to] = [part["formula1"], part["formula2"]].map(limitIn);
  if (from === undefined) throw invalidArgument("formula1 is missing");
  return { kind: KINDS[name as keyof typeof KINDS], operator, from, ...(to === undefined ? {} : { to }) };
}

function limitIn(value: unknown): string | number | undefined {
  return typeof value === "string" || typeof value === "number" ? value : undefined;
}

function clientRule(check: DataCheck | undefined): Given {
  if (check === undefined) return {};
  if (check.kind === "List") return { list: { inCellDropDown: check.inCell, source: check.source } };
  if (check.kind === "Custom") return { custom: { formula: check.formula } };
  const name = Object.entries(KINDS).find(([, kind]) => kind === check.kind)![0];
  return { [name]: { formula1: check.from, ...(check.to === undefined ? {} : { formula2: check.to }), operator: check.operator } };
}

function textsIn(value: unknown): { title: string; message: string } {
  const { title, message } = value as Given;
  const [head, body] = [title, message].map((text) => (typeof text === "string" ? text : "")) as [string, string];
  if (head.length > 32 || body.length > 255) throw invalidArgument("a title of 32 letters and a message of 255 at most");
  return { title: head, message: body };
}

function clientTexts({ show, title, message }: DataRule["prompt"], shown: string): Given {
  return { [shown]: show, title, message };
}

function styleIn(value: unknown): DataRule["alert"]["style"] {
  const style = (["Stop", "Warning", "Information"] as const).find((one) => one === value);
  if (style === undefined && value !== undefined) throw invalidArgument(`style ${String(value)}`);
  return style ?? "Stop";
}
