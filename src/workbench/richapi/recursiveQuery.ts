import type { HostContext } from "./context";
import type { QueryInfo, RecursiveQueryInfo } from "./protocol";
import { query } from "./query";
import { typeOf, type Handle } from "./registry";

/** `context.loadRecursive(object, {Type: "properties"}, depth)`: objects below are described while their type is named. */
export function recursiveQuery(target: Handle, info: RecursiveQueryInfo, context: HostContext): Record<string, unknown> {
  return describe(target, new Map(Object.entries(info.Queries)), info.MaxDepth ?? Number.MAX_SAFE_INTEGER, context);
}

function describe(target: Handle, queries: ReadonlyMap<string, QueryInfo>, depth: number, context: HostContext): Record<string, unknown> {
  const fields = query(target, queries.get(target.type) ?? { Select: ["isNullObject"] }, context);
  if (depth <= 1) return fields;
  for (const [name, to] of Object.entries(typeOf(target.type).definition.nav ?? {})) {
    const child = to(target.target, context);
    if (child && queries.has(child.type)) fields[name] = describe(child, queries, depth - 1, context);
  }
  return fields;
}

/** `object.retrieve(...)`: the fields of a query with the names the add-in reads (camel case), items as `items`. */
export function queryAsJson(target: Handle, info: QueryInfo | undefined, context: HostContext): unknown {
  return camel(query(target, info, context));
}

function camel(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(camel);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, field]) => [camelName(name), camel(field)]));
}

function camelName(name: string): string {
  return name === "_Items" ? "items" : name.charAt(0).toLowerCase() + name.slice(1);
}
