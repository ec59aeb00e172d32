import { defineType } from "../registry";

/** what the client may do: 1 resend parts of results that are too large, 2 answer every 200 ms, 3 time its calls, 4 cap the pause at 2 s */
const FEATURES = [1, 2, 3, 4];

/** The runtime in the add-in's frame: it announces itself once, then brings results. */
defineType("CustomFunctions", {
  clientClass: "",
  methods: {
    _SetOsfControlContainerReadyForCustomFunctions: (_target, _args, context) => context.functions.runtimeReady(),
    _GetEnabledFeatures: () => FEATURES,
    SetInvocationArrayResults: (_target, args, context) => context.functions.results(rowsOf(args[0])),
    SetInvocationResults: (_target, args, context) => context.functions.results(rowsOf(args[0]).map(asRow)),
  },
});

function rowsOf(rows: unknown): readonly unknown[] {
  return Array.isArray(rows) ? rows : [];
}

/** older clients send objects; the array form is `[id, ok, value, errorCode]` */
function asRow(result: unknown): readonly unknown[] {
  const { id, failed, value, errorCode } = result as { id: number; failed?: boolean; value: unknown; errorCode?: number };
  return [id, failed !== true, value, errorCode ?? 0];
}
