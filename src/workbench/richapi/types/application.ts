import type { HostContext } from "../context";
import { invalidArgument } from "../hostError";
import { text } from "../ranges";
import { defineType, handle } from "../registry";

const MODES = ["Automatic", "AutomaticExceptTables", "Manual"];

/** The workbench always calculates by itself; the mode is kept as told, and `calculate` asks for a full pass. */
defineType("Application", {
  props: {
    CalculationMode: {
      get: (_target, context) => context.bag.get("application", "calculationMode") ?? "Automatic",
      set: (_target, value, context) => {
        if (!MODES.includes(String(value))) throw invalidArgument(`calculation mode ${String(value)}`);
        context.bag.set("application", "calculationMode", value);
      },
    },
    CalculationState: { get: () => "Done" },
    CalculationEngineVersion: { get: () => 191029 },
    DecimalSeparator: { get: () => "." },
    ThousandsSeparator: { get: () => "," },
    UseSystemSeparators: { get: () => true },
  },
  methods: {
    CreateWorkbook: (_target, args, context) => {
      const id = `book ${context.windows.made.size + 1}`;
      context.windows.made.set(id, text(args[0], "base64File"));
      return handle("WorkbookCreated", id);
    },
    _GetWorkbookCreatedById: (_target, args, context) => (context.windows.made.has(String(args[0])) ? handle("WorkbookCreated", String(args[0])) : null),
    Calculate: (_target, args, context) => context.port.recalculate(args[0] !== "Recalculate"),
    SuspendApiCalculationUntilNextSync: () => null, // a request is one step anyway
    SuspendScreenUpdatingUntilNextSync: () => null,
  },
});

/** A book that is made and not yet shown. Without a file it would be an empty one, which nobody asks for here. */
defineType("WorkbookCreated", {
  key: (id) => ({ Id: id }),
  props: { Id: { get: (id) => id } },
  methods: { Open: (id, _args, context) => openFile(context.windows.made.get(id) ?? "?", context) },
});

/** Excel on the web asks for both in one call, of the workbook as it sees it. */
export function openFile(base64: string, context: HostContext): void {
  let bytes: Uint8Array;
  try {
    bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  } catch {
    throw invalidArgument("a file in base64 is expected");
  }
  context.windows.open(bytes);
}
