import { notImplemented, type HostContext } from "./context";
import { HostError, invalidArgument } from "./hostError";
import { typeOf, type Handle } from "./registry";
import { setProperty } from "./setProperty";

/** `object.update({...})`: every property named is set, objects below likewise. */
export function update(target: Handle, state: unknown, context: HostContext): undefined {
  for (const [name, value] of Object.entries(fieldsOf(state))) {
    const below = objectBelow(target, name, context);
    if (below) update(below, value, context);
    else setProperty(target, name, value, context);
  }
  return undefined;
}

/** `object.ensureUnchanged({...})`: fails the request when a property is no longer what the add-in read. */
export function ensureUnchanged(target: Handle, state: unknown, context: HostContext): undefined {
  for (const [name, value] of Object.entries(fieldsOf(state))) {
    const below = objectBelow(target, name, context);
    if (below) ensureUnchanged(below, value, context);
    else if (!same(valueOf(target, name, context), value)) throw new HostError("EnsureUnchangedFailed", `${target.type}.${name} has changed.`);
  }
  return undefined;
}

function fieldsOf(state: unknown): object {
  if (typeof state !== "object" || state === null || Array.isArray(state)) throw invalidArgument("an object of properties is expected");
  return state;
}

function objectBelow(target: Handle, name: string, context: HostContext): Handle | null {
  return typeOf(target.type).navigation(name)?.to(target.target, context) ?? null;
}

function valueOf(target: Handle, name: string, context: HostContext): unknown {
  const type = typeOf(target.type);
  const property = type.property(name);
  if (property) return property.get(target.target, context);
  if (type.definition.bag) return context.bag.get(type.definition.bag(target.target), name);
  throw notImplemented(context, `${target.type}.${name}`);
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
