import type { HostContext } from "../context";
import { invalidReference } from "../hostError";
import { range, rectOf, text } from "../ranges";
import { defineType, handle, type Handle } from "../registry";
import { openFile } from "./application";

defineType("Workbook", {
  props: {
    Name: { get: (_target, context) => documentName(context) },
    ReadOnly: { get: () => false },
    IsDirty: { get: () => true },
    PreviouslySaved: { get: () => false },
    AutoSave: { get: () => false },
    CalculationEngineVersion: { get: () => 191029 }, // Excel 2021's number; add-ins compare it only with itself
  },
  nav: {
    Worksheets: () => handle("WorksheetCollection", null),
    Tables: () => handle("TableCollection", undefined),
    Names: () => handle("NamedItemCollection", undefined),
    Settings: () => handle("SettingCollection", null),
    CustomXmlParts: () => handle("CustomXmlPartCollection", null),
    Application: () => handle("Application", null),
    Properties: () => handle("DocumentProperties", null),
    _Runtime: () => handle("Runtime", null),
    CustomFunctions: () => handle("CustomFunctions", null),
  },
  methods: {
    CreateAndOpenWorkbook: (_target, args, context) => openFile(text(args[0], "base64File"), context),
    GetSelectedRange: (_target, _args, context) => range(context, context.port.selection()),
    GetActiveCell: (_target, _args, context) => range(context, { ...context.port.selection(), rows: 1, columns: 1 }),
    _RemoveReference: (_target, args, context) => context.references.remove(String(args[0])),
    _RemoveAllReferences: (_target, _args, context) => context.references.clear(),
    _GetReferenceCount: (_target, _args, context) => context.references.count,
    _GetRangeForEventByReferenceId: (_target, args, context) => {
      const found = eventRange(context, args[0]);
      if (!found) throw invalidReference("the event's cells are no longer known");
      return found;
    },
    _GetRangeOrNullObjectForEventByReferenceId: (_target, args, context) => eventRange(context, args[0]),
  },
});

/** the range an event spoke of, as a reference of its own: the client may keep or drop it */
function eventRange(context: HostContext, id: unknown): Handle | null {
  const target = typeof id === "string" ? context.references.find(id) : undefined;
  return target?.rect ? range(context, rectOf(target)) : null;
}

function documentName(context: HostContext): string {
  const last = context.document.url.split(/[/\\]/).pop() ?? "";
  try {
    return decodeURIComponent(last) || "Book1.xlsx";
  } catch {
    return last; // a stray percent sign
  }
}

/** `context.runtime.enableEvents = false` while an add-in writes */
defineType("Runtime", {
  props: {
    EnableEvents: {
      get: (_target, context) => context.events.enabled,
      set: (_target, value, context) => void (context.events.enabled = value === true),
    },
  },
});

