import { invalidArgument } from "../hostError";
import { text } from "../ranges";
import { defineType, handle } from "../registry";

/** `Office.ribbon.requestUpdate`: buttons of the manifest are switched, tabs shown or hidden. New tabs are not made. */
defineType("DynamicRibbon", {
  clientClass: "",
  methods: {
    GetButton: (_target, args) => handle("RibbonButton", text(args[0], "id")),
    GetTab: (_target, args) => handle("RibbonTab", text(args[0], "id")),
  },
});

defineType("RibbonButton", {
  clientClass: "",
  key: (id) => ({ Id: id }),
  props: {
    Id: { get: (id) => id },
    Enabled: { get: (id, context) => context.ribbon.enabled(id), set: (id, value, context) => context.ribbon.setEnabled(id, flag(value)) },
  },
  methods: { SetEnabled: (id, args, context) => context.ribbon.setEnabled(id, flag(args[0])) },
});

defineType("RibbonTab", {
  clientClass: "",
  key: (id) => ({ Id: id }),
  props: { Id: { get: (id) => id } },
  methods: { SetVisibility: (id, args, context) => context.ribbon.setTabVisible(id, flag(args[0])) },
});

function flag(value: unknown): boolean {
  if (typeof value !== "boolean") throw invalidArgument("true or false is expected");
  return value;
}
