import { defineType } from "../registry";

/** `Office.addin.showAsTaskpane` and `hide`: the shared runtime lives on while its pane is not seen. */
defineType("AppRuntimeService", {
  clientClass: "",
  methods: {
    SetAppRuntimeState: (_target, args, context) => context.pane.setVisible(args[0] === "Visible"),
    GetAppRuntimeState: (_target, _args, context) => (context.pane.visible ? "Visible" : "Background"),
  },
});

/** `Office.addin.setStartupBehavior`: kept with the document, as in Excel */
defineType("AppRuntimePersistenceService", {
  clientClass: "",
  methods: {
    SetAppRuntimeStartState: (_target, args, context) => void (context.store.startup = String(args[0])),
    GetAppRuntimeStartState: (_target, _args, context) => context.store.startup,
  },
});
