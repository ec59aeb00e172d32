import { invalidArgument } from "../hostError";
import { defineType } from "../registry";

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
    Calculate: (_target, args, context) => context.port.recalculate(args[0] !== "Recalculate"),
    SuspendApiCalculationUntilNextSync: () => null, // a request is one step anyway
    SuspendScreenUpdatingUntilNextSync: () => null,
  },
});
