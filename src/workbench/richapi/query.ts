import { notImplemented, type HostContext } from "./context";
import { handle, typeOf, type Handle } from "./registry";
import type { QueryInfo } from "./protocol";

type Fields = Record<string, unknown>;

/** Names asked for, as a tree: `format/fill/color` and `format/font/bold` share `format`. */
interface Wanted {
  /** as the add-in wrote it */
  readonly name: string;
  /** `*`, or nothing said: every property */
  all: boolean;
  readonly below: Map<string, Wanted>;
}

/** The answer to a load: the object's key and the properties asked for, or a collection's items with theirs. */
export function query(target: Handle, info: QueryInfo | undefined, context: HostContext): Fields {
  const wanted = wantedIn([...(info?.Select ?? []), ...(info?.Expand ?? [])]);
  if (!info?.Select?.length && wanted.below.size === 0) wanted.all = true;
  return describe(target, wanted, context, info);
}

/** What stands in the answer to an Instantiate action. */
export function keyOf(target: Handle, context: HostContext): Fields {
  return { ...typeOf(target.type).definition.key?.(target.target, context) };
}

function wantedIn(names: readonly string[]): Wanted {
  const root: Wanted = { name: "", all: false, below: new Map() };
  for (const name of names) {
    let at = root;
    const parts = name.split("/").filter((part) => part !== "" && part.toLowerCase() !== "isnullobject");
    for (const part of parts) {
      if (part === "*") {
        at.all = true;
        break;
      }
      const key = part.toLowerCase();
      if (!at.below.has(key)) at.below.set(key, { name: part, all: false, below: new Map() });
      at = at.below.get(key)!;
    }
  }
  return root;
}

function describe(target: Handle, wanted: Wanted, context: HostContext, page?: QueryInfo): Fields {
  const items = typeOf(target.type).definition.items;
  if (!items) return describeObject(target, wanted, context);
  const all = items.list(target.target, context);
  const from = page?.Skip ?? 0;
  const shown = all.slice(from, page?.Top === undefined ? undefined : from + page.Top);
  const own = ownProperties(target, wanted, context);
  return { ...own, Count: all.length, _Items: shown.map((item) => describeObject(item, wanted, context, Object.keys(own))) };
}

/** a collection answers its own properties (`count`); what is left is asked of its items */
function ownProperties(target: Handle, wanted: Wanted, context: HostContext): Fields {
  const fields: Fields = {};
  for (const name of wanted.below.keys()) {
    const property = typeOf(target.type).property(name);
    if (property) fields[property.name] = property.get(target.target, context);
  }
  return fields;
}

function describeObject(target: Handle, wanted: Wanted, context: HostContext, except: readonly string[] = []): Fields {
  const type = typeOf(target.type);
  const fields = keyOf(target, context);
  if (wanted.all) addAll(target, fields, context);
  for (const [name, below] of wanted.below) {
    const property = type.property(name);
    const navigation = property ? undefined : type.navigation(name);
    if (property) fields[property.name] = property.get(target.target, context);
    else if (navigation) fields[navigation.name] = describeOrNull(navigation.to(target.target, context), below, context);
    else if (!except.some((own) => own.toLowerCase() === name)) addOther(target, below, fields, context);
  }
  return fields;
}

function addAll(target: Handle, fields: Fields, context: HostContext): void {
  for (const [name, property] of Object.entries(typeOf(target.type).definition.props ?? {})) fields[name] = property.get(target.target, context);
}

function describeOrNull(target: Handle | null, wanted: Wanted, context: HostContext): Fields | null {
  if (!target) return null;
  if (wanted.below.size === 0) wanted.all = true; // `load("format")` asks for the object's own properties
  return describe(target, wanted, context);
}

/** what the type does not define: kept in its bag, or unknown */
function addOther(target: Handle, wanted: Wanted, fields: Fields, context: HostContext): void {
  const bag = typeOf(target.type).definition.bag;
  const name = wanted.name.charAt(0).toUpperCase() + wanted.name.slice(1);
  if (!bag) throw notImplemented(context, `${target.type}.${name}`);
  const path = bag(target.target);
  fields[name] = wanted.below.size > 0 ? describe(handle("Bag", `${path}/${name.toLowerCase()}`), wanted, context) : context.bag.get(path, name);
}
