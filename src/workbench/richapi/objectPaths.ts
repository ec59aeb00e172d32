import { notImplemented, type HostContext } from "./context";
import { HostError, invalidReference } from "./hostError";
import { PathType, type ArgumentInfo, type ObjectPath, type RequestBody } from "./protocol";
import { handle, typeOf, type Handle, type TypeName } from "./registry";

/** Services the client makes by class id, and those it calls by a property of the workbook. */
const SERVICES: Readonly<Record<string, TypeName>> = {
  "Microsoft.ExcelServices.CustomFunctions": "CustomFunctions",
  "Microsoft.AppRuntime.AppRuntimeService": "AppRuntimeService",
  "Microsoft.AppRuntime.AppRuntimePersistenceService": "AppRuntimePersistenceService",
  "Microsoft.DynamicRibbon.DynamicRibbon": "DynamicRibbon",
  "Microsoft.Office.ActionService": "ActionService",
  "Microsoft.InternalService.AddinInternalService": "AddinInternalService",
};

/**
 * What the object paths of one request stand for. Each is resolved once, when an action first needs it: a path may be a
 * method with an effect (`Add`), and must not run twice.
 */
export class ObjectPaths {
  private readonly resolved = new Map<number, Handle | null>();
  private readonly body: RequestBody;
  private readonly context: HostContext;

  constructor(body: RequestBody, context: HostContext) {
    this.body = body;
    this.context = context;
  }

  /** null: the object does not exist, and the client asked in a way that allows it */
  resolve(id: number): Handle | null {
    const known = this.resolved.get(id);
    if (known !== undefined) return known;
    const path = this.body.ObjectPaths[String(id)];
    if (!path) throw invalidReference(`object path ${id} is not in the request`);
    const found = this.find(path);
    this.resolved.set(id, found);
    return found;
  }

  arguments(info: ArgumentInfo | undefined): readonly unknown[] {
    return this.withObjects(info?.Arguments ?? [], info?.ReferencedObjectPathIds);
  }

  call(target: Handle, name: string, args: readonly unknown[]): unknown {
    const method = typeOf(target.type).method(name);
    if (!method) throw notImplemented(this.context, `${target.type}.${name}()`);
    return method(target.target, args, this.context);
  }

  private find(path: ObjectPath): Handle | null {
    switch (path.ObjectPathType) {
      case PathType.Root:
        return handle("Workbook", null);
      case PathType.Service:
        return this.service(path.Name);
      case PathType.Reference:
        return this.reference(path.Name);
      case PathType.Null:
        return null;
      default:
        return this.below(path);
    }
  }

  private below(path: ObjectPath): Handle | null {
    if (path.ParentObjectPathId === undefined) throw invalidReference(`object path ${path.Id} has no parent`);
    const parent = this.resolve(path.ParentObjectPathId);
    if (parent === null) return null;
    switch (path.ObjectPathType) {
      case PathType.Method:
        return this.call(parent, path.Name, this.arguments(path.ArgumentInfo)) as Handle | null;
      case PathType.Property:
        return this.property(parent, path.Name);
      case PathType.Indexer:
        return this.item(parent, path.ArgumentInfo?.Arguments?.[0]);
      default:
        throw invalidReference(`object path type ${path.ObjectPathType}`);
    }
  }

  private property(parent: Handle, name: string): Handle | null {
    const navigation = typeOf(parent.type).navigation(name);
    if (navigation) return navigation.to(parent.target, this.context);
    const bag = typeOf(parent.type).definition.bag;
    if (bag) return handle("Bag", `${bag(parent.target)}/${name.toLowerCase()}`);
    throw notImplemented(this.context, `${parent.type}.${name}`);
  }

  private item(parent: Handle, key: unknown): Handle | null {
    const items = typeOf(parent.type).definition.items;
    if (!items) throw notImplemented(this.context, `${parent.type}.getItem()`);
    const found = items.find(parent.target, key, this.context);
    if (!found) throw new HostError("ItemNotFound", `The requested resource doesn't exist: ${String(key)}.`);
    return found;
  }

  private service(name: string): Handle {
    const type = Object.hasOwn(SERVICES, name) ? SERVICES[name] : undefined;
    if (!type) throw notImplemented(this.context, name);
    return { type, target: null };
  }

  private reference(id: string): Handle {
    const target = this.context.references.find(id);
    if (!target) throw invalidReference(`${id} is no longer kept`);
    return handle("Range", target);
  }

  private withObjects(args: readonly unknown[], ids: readonly unknown[] | undefined): readonly unknown[] {
    if (!ids) return args;
    return args.map((arg, at) => {
      const id = ids[at];
      if (typeof id === "number" && id > 0) return this.resolve(id);
      return Array.isArray(id) && Array.isArray(arg) ? this.withObjects(arg, id) : arg;
    });
  }
}
