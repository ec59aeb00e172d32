import type { SheetId } from "../../model/WorkbookPort";
import type { HostContext } from "../context";
import { notFound } from "../hostError";
import { text } from "../ranges";
import { defineType, handle, type Handle, type Property } from "../registry";

/** keys are found without regard to case, and keep the case they were first written in */
function ownKey(map: ReadonlyMap<string, unknown>, asked: unknown): string | undefined {
  const lower = String(asked).toLowerCase();
  return [...map.keys()].find((key) => key.toLowerCase() === lower);
}

function sheetProperty(context: HostContext, sheet: SheetId, key: unknown): Handle | null {
  const own = ownKey(context.store.propertiesOf(sheet), key);
  return own === undefined ? null : handle("WorksheetCustomProperty", { sheet, key: own });
}

defineType("WorksheetCustomPropertyCollection", {
  items: {
    list: (sheet, context) => [...context.store.propertiesOf(sheet).keys()].map((key) => handle("WorksheetCustomProperty", { sheet, key })),
    find: (sheet, key, context) => sheetProperty(context, sheet, key),
  },
  methods: {
    Add: (sheet, args, context) => {
      const properties = context.store.propertiesOf(sheet);
      const key = ownKey(properties, args[0]) ?? text(args[0], "key");
      properties.set(key, text(args[1], "value"));
      return handle("WorksheetCustomProperty", { sheet, key });
    },
    GetCount: (sheet, _args, context) => context.store.propertiesOf(sheet).size,
    GetItemOrNullObject: (sheet, args, context) => sheetProperty(context, sheet, args[0]),
  },
});

defineType("WorksheetCustomProperty", {
  key: ({ key }) => ({ _Id: key }),
  props: {
    Key: { get: ({ key }) => key },
    Value: {
      get: ({ sheet, key }, context) => context.store.propertiesOf(sheet).get(key) ?? gone(key),
      set: ({ sheet, key }, value, context) => void context.store.propertiesOf(sheet).set(key, text(value, "value")),
    },
    _Id: { get: ({ key }) => key },
  },
  methods: { Delete: ({ sheet, key }, _args, context) => void context.store.propertiesOf(sheet).delete(key) },
});

function gone(key: string): never {
  throw notFound(`property ${key}`);
}

const DOCUMENT_PROPERTIES = ["Title", "Subject", "Author", "Keywords", "Comments", "Category", "Manager", "Company", "LastAuthor"];

function documentProperty(name: string): Property<null> {
  return {
    get: (_target, context) => context.store.properties.get(name) ?? "",
    set: (_target, value, context) => void context.store.properties.set(name, text(value, name)),
  };
}

defineType("DocumentProperties", {
  props: {
    ...Object.fromEntries(DOCUMENT_PROPERTIES.map((name) => [name, documentProperty(name)])),
    RevisionNumber: {
      get: (_target, context) => context.store.properties.get("RevisionNumber") ?? 0,
      set: (_target, value, context) => void context.store.properties.set("RevisionNumber", Number(value)),
    },
  },
  nav: { Custom: () => handle("CustomPropertyCollection", null) },
});

function customProperty(context: HostContext, key: unknown): Handle | null {
  const own = ownKey(context.store.customProperties, key);
  return own === undefined ? null : handle("CustomProperty", own);
}

defineType("CustomPropertyCollection", {
  items: {
    list: (_target, context) => [...context.store.customProperties.keys()].map((key) => handle("CustomProperty", key)),
    find: (_target, key, context) => customProperty(context, key),
  },
  methods: {
    Add: (_target, args, context) => {
      const key = ownKey(context.store.customProperties, args[0]) ?? text(args[0], "key");
      context.store.customProperties.set(key, plainValue(args[1]));
      return handle("CustomProperty", key);
    },
    DeleteAll: (_target, _args, context) => context.store.customProperties.clear(),
    GetCount: (_target, _args, context) => context.store.customProperties.size,
    GetItemOrNullObject: (_target, args, context) => customProperty(context, args[0]),
  },
});

function plainValue(value: unknown): string | number | boolean {
  return typeof value === "number" || typeof value === "boolean" ? value : String(value);
}

defineType("CustomProperty", {
  key: (key) => ({ Key: key }),
  props: {
    Key: { get: (key) => key },
    Value: {
      get: (key, context) => context.store.customProperties.get(key) ?? gone(key),
      set: (key, value, context) => void context.store.customProperties.set(key, plainValue(value)),
    },
    Type: { get: (key, context) => typeName(context.store.customProperties.get(key)) },
  },
  methods: { Delete: (key, _args, context) => void context.store.customProperties.delete(key) },
});

function typeName(value: unknown): string {
  return typeof value === "number" ? "Float" : typeof value === "boolean" ? "Boolean" : "String";
}
