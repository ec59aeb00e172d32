import type { HostContext } from "../context";
import { invalidArgument, notFound } from "../hostError";
import { text } from "../ranges";
import { defineType, handle, type Handle } from "../registry";

function find(context: HostContext, key: unknown): Handle | null {
  return context.store.settings.has(String(key)) ? handle("Setting", String(key)) : null;
}

defineType("SettingCollection", {
  items: {
    list: (_target, context) => [...context.store.settings.keys()].map((key) => handle("Setting", key)),
    find: (_target, key, context) => find(context, key),
  },
  methods: {
    Add: (_target, args, context) => {
      const key = text(args[0], "key");
      if (key === "") throw invalidArgument("a setting needs a key");
      context.store.settings.set(key, args[1]);
      return handle("Setting", key);
    },
    GetCount: (_target, _args, context) => context.store.settings.size,
    GetItemOrNullObject: (_target, args, context) => find(context, args[0]),
  },
});

defineType("Setting", {
  key: (key) => ({ _Id: key }),
  props: {
    Key: { get: (key) => key },
    Value: {
      get: (key, context) => {
        if (!context.store.settings.has(key)) throw notFound(`setting ${key}`);
        return context.store.settings.get(key);
      },
      set: (key, value, context) => void context.store.settings.set(key, value),
    },
    _Id: { get: (key) => key },
  },
  methods: { Delete: (key, _args, context) => void context.store.settings.delete(key) },
});
