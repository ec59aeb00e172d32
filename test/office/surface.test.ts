import { definedTypes, type HostType } from "../../src/workbench/richapi/registry";
import "../../src/workbench/richapi/types";
import { startOfficeWindow, type OfficeWindow } from "../support/officeWindow";

/** Every name the host answers to must be one of the client's own: a typing mistake would never be asked for. */
let office: OfficeWindow;
beforeAll(() => {
  office = startOfficeWindow();
});
afterAll(() => office.close());

/** names on the wire that the client's classes do not show: its own switches, and paths of other contexts */
const WIRE_ONLY: Readonly<Record<string, readonly string[]>> = {
  Workbook: ["CustomFunctions", "CreateAndOpenWorkbook"],
  Worksheet: ["Gridlines", "Headings"],
};

interface ClientClass {
  readonly scalars: readonly string[];
  readonly navigations: readonly string[];
  readonly methods: readonly string[];
  readonly isCollection: boolean;
}

function clientClass(name: string): ClientClass | undefined {
  const found = (office.Excel as unknown as Record<string, { prototype: Record<string, unknown> } | undefined>)[name];
  if (!found) return undefined;
  const { prototype } = found;
  const own = Object.getOwnPropertyNames(prototype);
  const method = (key: string) => typeof Object.getOwnPropertyDescriptor(prototype, key)?.value === "function";
  return {
    scalars: lower(prototype["_scalarPropertyOriginalNames"]),
    navigations: lower(prototype["_navigationPropertyNames"]),
    methods: own.filter(method).map((key) => key.toLowerCase()),
    isCollection: prototype["_isCollection"] === true,
  };
}

function lower(names: unknown): string[] {
  return (Array.isArray(names) ? (names as string[]) : []).map((name) => name.toLowerCase());
}

const services = definedTypes().filter((type) => type.definition.clientClass === "");
const types = definedTypes().filter((type) => type.definition.clientClass !== "");

function strangers(type: HostType): string[] {
  const known = clientClass(type.definition.clientClass ?? type.name);
  if (!known) return [`${type.name} is no class of the client`];
  const spare = (WIRE_ONLY[type.name] ?? []).map((name) => name.toLowerCase());
  const missing = (kind: string, names: readonly string[], of: readonly string[]) =>
    names.filter((name) => !of.includes(name.toLowerCase()) && !spare.includes(name.toLowerCase())).map((name) => `${type.name}: ${kind} ${name}`);
  const events = Object.keys(type.definition.events ?? {}).flatMap((name) => [`_Register${name}`, `_Unregister${name}`]);
  return [
    ...missing("property", Object.keys(type.definition.props ?? {}), known.scalars),
    ...missing("object", Object.keys(type.definition.nav ?? {}), known.navigations),
    ...missing("method", [...Object.keys(type.definition.methods ?? {}), ...events], known.methods),
    ...(type.definition.items && !known.isCollection ? [`${type.name} is no collection`] : []),
  ];
}

test.each(types.map((type) => [type.name, type] as const))("%s: every name is the client's", (_name, type) => {
  expect(strangers(type)).toEqual([]);
});

test("a wrong name would be seen", () => {
  const wrong = { ...types.find((type) => type.name === "Range")!, definition: { props: { Valuse: { get: () => 0 } }, methods: { GetCel: () => 0 } } } as HostType;
  expect(strangers(wrong)).toEqual(["Range: property Valuse", "Range: method GetCel"]);
});

test("how much of the client's surface is there", () => {
  const line = (name: string, have: number, of: number, methods: number, ofMethods: number) => `${name.padEnd(34)}${String(have).padStart(4)} of ${String(of).padEnd(5)}${String(methods).padStart(4)} of ${ofMethods}`;
  const table = types.flatMap((type) => {
    const known = clientClass(type.name);
    if (!known) return [];
    const have = Object.keys(type.definition.props ?? {}).length + Object.keys(type.definition.nav ?? {}).length;
    const own = known.methods.filter((name) => !/^(constructor|load|retrieve|set|tojson|track|untrack|update|ensureunchanged|_handle.*|_recursively.*|setmockdata|_(un)?register.*)$/.test(name));
    return [line(type.name, have, known.scalars.length + known.navigations.length, Object.keys(type.definition.methods ?? {}).length, own.length)];
  });
  process.stdout.write(`${["class".padEnd(34) + "properties".padEnd(13) + "methods", ...table.sort(), `and ${services.length} services`].join("\n")}\n`);
  expect(table.length).toBeGreaterThan(25);
});
