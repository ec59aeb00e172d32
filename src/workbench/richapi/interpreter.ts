import { notImplemented, type HostContext } from "./context";
import { HostError } from "./hostError";
import { ObjectPaths } from "./objectPaths";
import { ActionType, PathType, type Action, type ActionResult, type RequestBody, type ResponseBody, type WireError } from "./protocol";
import { keyOf, query } from "./query";
import { queryAsJson, recursiveQuery } from "./recursiveQuery";
import type { Handle } from "./registry";
import { ensureUnchanged, update } from "./objectState";
import { setProperty } from "./setProperty";
import "./types";

/** Who is not there: the client marks its proxy as a null object and asks nothing more of it. */
const NOTHING = null;

/**
 * One `context.sync()`: actions in their order, stopping at the first that fails. What was done before it stays done, as in
 * Excel. All writes are one step of the workbook.
 */
export function interpret(body: RequestBody, context: HostContext): ResponseBody {
  const paths = new ObjectPaths(body, context);
  const results: ActionResult[] = [];
  const traces: number[] = [];
  let failure: WireError | undefined;
  const writes = concernsBook(body);
  if (writes) context.port.begin();
  try {
    for (let at = 0; at < body.Actions.length && !failure; at++) {
      const action = body.Actions[at]!;
      if (action.ActionType === ActionType.Trace) trace(action, results, traces);
      else failure = attempt(action, at, results, paths, context);
    }
  } finally {
    if (writes) context.port.end();
    context.references.endRequest();
  }
  return failure ? { Results: results, TraceIds: traces, Error: failure } : { Results: results, TraceIds: traces };
}

/** results of functions and the services around the book come in as requests, too: they open no step of the workbook */
function concernsBook({ ObjectPaths }: RequestBody): boolean {
  return Object.values(ObjectPaths).some(({ ObjectPathType, Name }) => ObjectPathType > PathType.Service && Name !== "CustomFunctions");
}

/** a mark that the request came this far: messages wait for its id, handlers of events for its result */
function trace(action: Action, results: ActionResult[], traces: number[]): void {
  traces.push(action.Id);
  results.push({ ActionId: action.Id, Value: null });
}

function attempt(action: Action, at: number, results: ActionResult[], paths: ObjectPaths, context: HostContext): WireError | undefined {
  try {
    const value = execute(action, paths, context);
    if (value !== undefined) results.push({ ActionId: action.Id, Value: value });
    return undefined;
  } catch (error) {
    const known = error instanceof HostError ? error : new HostError("GeneralException", error instanceof Error ? error.message : String(error));
    return { Code: known.code, Message: known.message, HttpStatusCode: known.status, ActionIndex: at, Location: "" };
  }
}

/** undefined: nothing is answered (a property was set) */
function execute(action: Action, paths: ObjectPaths, context: HostContext): unknown {
  const target = paths.resolve(action.ObjectPathId);
  if (target === null) return NOTHING;
  switch (action.ActionType) {
    case ActionType.Instantiate:
      return keyOf(target, context);
    case ActionType.Query:
      return query(target, action.QueryInfo, context);
    case ActionType.Method:
      return plainResult(paths.call(target, action.Name, paths.arguments(action.ArgumentInfo)), context);
    case ActionType.SetProperty:
      return setProperty(target, action.Name, paths.arguments(action.ArgumentInfo)[0], context);
    case ActionType.RecursiveQuery:
      return recursiveQuery(target, action.RecursiveQueryInfo ?? { Queries: {} }, context);
    case ActionType.QueryAsJson:
      return queryAsJson(target, action.QueryInfo, context);
    case ActionType.EnsureUnchanged:
      return ensureUnchanged(target, action.ObjectState, context);
    case ActionType.Update:
      return update(target, action.ObjectState, context);
    default:
      throw notImplemented(context, `action type ${action.ActionType}`);
  }
}

function plainResult(value: unknown, context: HostContext): unknown {
  return isHandle(value) ? keyOf(value, context) : (value ?? null);
}

function isHandle(value: unknown): value is Handle {
  return typeof value === "object" && value !== null && "type" in value && "target" in value;
}
