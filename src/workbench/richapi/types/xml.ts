import type { HostContext } from "../context";
import { HostError, invalidArgument, notFound } from "../hostError";
import { text } from "../ranges";
import { defineType, handle, type Handle } from "../registry";

/** namespace of the root element; "" when it has none */
function namespaceOf(xml: string): string {
  const root = /<(?![?!])(?:([\w.-]+):)?[\w.-]+((?:\s+[^\s=>]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*\/?>/.exec(xml);
  if (!root) throw invalidArgument("the text is no XML");
  const attribute = root[1] === undefined ? "xmlns" : `xmlns:${root[1]}`;
  const found = [...root[2]!.matchAll(/([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)].find((one) => one[1] === attribute);
  return found?.[2] ?? found?.[3] ?? "";
}

function xmlOf(context: HostContext, id: string): string {
  const xml = context.store.xmlParts.get(id);
  if (xml === undefined) throw notFound(`custom XML part ${id}`);
  return xml;
}

function find(context: HostContext, id: unknown): Handle | null {
  return context.store.xmlParts.has(String(id)) ? handle("CustomXmlPart", String(id)) : null;
}

function within(context: HostContext, namespace: string): readonly Handle[] {
  return [...context.store.xmlParts].filter(([, xml]) => namespaceOf(xml) === namespace).map(([id]) => handle("CustomXmlPart", id));
}

defineType("CustomXmlPartCollection", {
  items: {
    list: (_target, context) => [...context.store.xmlParts.keys()].map((id) => handle("CustomXmlPart", id)),
    find: (_target, key, context) => find(context, key),
  },
  methods: {
    Add: (_target, args, context) => {
      const xml = text(args[0], "xml");
      namespaceOf(xml);
      return handle("CustomXmlPart", context.store.addXmlPart(xml));
    },
    GetByNamespace: (_target, args) => handle("CustomXmlPartScopedCollection", text(args[0], "namespaceUri")),
    GetCount: (_target, _args, context) => context.store.xmlParts.size,
    GetItemOrNullObject: (_target, args, context) => find(context, args[0]),
  },
});

defineType("CustomXmlPartScopedCollection", {
  items: {
    list: (namespace, context) => within(context, namespace),
    find: (namespace, key, context) => within(context, namespace).find((part) => part.target === key) ?? null,
  },
  methods: {
    GetCount: (namespace, _args, context) => within(context, namespace).length,
    GetItemOrNullObject: (namespace, args, context) => within(context, namespace).find((part) => part.target === args[0]) ?? null,
    GetOnlyItem: (namespace, _args, context) => {
      const only = onlyPart(context, namespace);
      if (!only) throw new HostError("InvalidOperation", `There is not exactly one custom XML part of namespace ${namespace}.`);
      return only;
    },
    GetOnlyItemOrNullObject: (namespace, _args, context) => onlyPart(context, namespace),
  },
});

function onlyPart(context: HostContext, namespace: string): Handle | null {
  const parts = within(context, namespace);
  return parts.length === 1 ? parts[0]! : null;
}

defineType("CustomXmlPart", {
  key: (id) => ({ Id: id }),
  props: { Id: { get: (id) => id }, NamespaceUri: { get: (id, context) => namespaceOf(xmlOf(context, id)) } },
  methods: {
    GetXml: (id, _args, context) => xmlOf(context, id),
    SetXml: (id, args, context) => {
      const xml = text(args[0], "xml");
      namespaceOf(xml);
      xmlOf(context, id);
      context.store.xmlParts.set(id, xml);
    },
    Delete: (id, _args, context) => void context.store.xmlParts.delete(id),
  },
});
