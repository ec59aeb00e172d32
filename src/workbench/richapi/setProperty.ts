import { notImplemented, type HostContext } from "./context";
import { invalidArgument } from "./hostError";
import { typeOf, type Handle } from "./registry";

export function setProperty(target: Handle, name: string, value: unknown, context: HostContext): undefined {
  const type = typeOf(target.type);
  const property = type.property(name);
  if (property?.set) property.set(target.target, value, context);
  else if (property) throw invalidArgument(`${target.type}.${name} is read-only`);
  else if (type.definition.bag) context.bag.set(type.definition.bag(target.target), name, value);
  else throw notImplemented(context, `${target.type}.${name}`);
  return undefined;
}
