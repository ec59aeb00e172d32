import { defineType } from "../registry";

/** Keyboard shortcuts: the workbench binds none, and says so when asked. */
defineType("ActionService", {
  clientClass: "",
  methods: {
    AreShortcutsInUse: (_target, args) => (Array.isArray(args[0]) ? args[0].map(() => false) : []),
    GetShortcuts: () => ({}),
    ReplaceShortcuts: () => null,
  },
});

defineType("AddinInternalService", {
  clientClass: "",
  methods: { NotifyActionHandlerReady: () => null },
});
