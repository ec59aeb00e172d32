/** What `functions.json` says of a function: how many arguments, which of them are ranges, what it wants to know. */
export interface FunctionInfo {
  /** as the runtime knows it: `DSO` */
  readonly id: string;
  /** as a formula writes it: `AR.DSO` */
  readonly name: string;
  readonly description: string;
  readonly helpUrl: string;
  readonly parameters: readonly ParameterInfo[];
  readonly minArguments: number;
  readonly maxArguments: number;
  /** the calling cell's address is part of the call: equal calls of two cells are two calls */
  readonly requiresAddress: boolean;
  readonly cancelable: boolean;
  readonly stream: boolean;
  /** errors in arguments are passed in; otherwise the cell answers `#VALUE!` without a call */
  readonly allowsErrors: boolean;
}

export interface ParameterInfo {
  readonly name: string;
  readonly description: string;
  readonly matrix: boolean;
  readonly optional: boolean;
  readonly repeating: boolean;
}

const MAX_ARGUMENTS = 255; // of a function with a repeating parameter, as in Excel

export class BadMetadata extends Error {}

/** Reads the file's content. `namespace` is the manifest's, written before each name. */
export function readFunctions(json: unknown, namespace: string): FunctionInfo[] {
  const functions = isRecord(json) ? json["functions"] : undefined;
  if (!Array.isArray(functions)) throw new BadMetadata("functions.json holds no list of functions.");
  const all = (json as Record<string, unknown>)["allowErrorForDataTypeAny"] === true; // said once for the whole file, or of one function
  return functions.map((one: unknown, place) => readFunction(one, place, namespace, all));
}

function readFunction(one: unknown, place: number, namespace: string, allowsErrors: boolean): FunctionInfo {
  if (!isRecord(one)) throw new BadMetadata(`Function ${place + 1} in functions.json is not an object.`);
  const name = text(one["name"]) || text(one["id"]);
  if (name === "") throw new BadMetadata(`Function ${place + 1} in functions.json has no name.`);
  const parameters = Array.isArray(one["parameters"]) ? one["parameters"].filter(isRecord).map(readParameter) : [];
  const options = isRecord(one["options"]) ? one["options"] : {};
  const required = parameters.filter((parameter) => !parameter.optional && !parameter.repeating).length;
  return {
    id: text(one["id"]) || name.toUpperCase(),
    name: namespace === "" ? name : `${namespace}.${name}`,
    description: text(one["description"]),
    helpUrl: text(one["helpUrl"]),
    parameters,
    minArguments: required,
    maxArguments: parameters.some((parameter) => parameter.repeating) ? MAX_ARGUMENTS : parameters.length,
    requiresAddress: options["requiresAddress"] === true || options["requiresParameterAddresses"] === true,
    cancelable: options["cancelable"] === true,
    stream: options["stream"] === true,
    allowsErrors: allowsErrors || one["allowErrorForDataTypeAny"] === true || options["allowErrorForDataTypeAny"] === true,
  };
}

function readParameter(one: Record<string, unknown>): ParameterInfo {
  return {
    name: text(one["name"]),
    description: text(one["description"]),
    matrix: one["dimensionality"] === "matrix",
    optional: one["optional"] === true,
    repeating: one["repeating"] === true,
  };
}

/** The parameter an argument goes to; a repeating last parameter takes all that follow. */
export function parameterAt(info: FunctionInfo, place: number): ParameterInfo | undefined {
  const last = info.parameters[info.parameters.length - 1];
  return info.parameters[place] ?? (last?.repeating === true ? last : undefined);
}

function text(value: unknown): string {
  return typeof value === "string" ? value : "";
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
