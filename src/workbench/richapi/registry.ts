import type { SheetId } from "../model/WorkbookPort";
import type { HostContext } from "./context";
import type { RangeTarget } from "./references";

/** What an object path of each type stands for in the host. Targets are small keys; the workbook's state is in the port. */
export interface Targets {
  Workbook: null;
  Application: null;
  /** an id among the books that were made */
  WorkbookCreated: string;
  WorksheetCollection: null;
  Worksheet: SheetId;
  WorksheetFreezePanes: SheetId;
  WorksheetProtection: SheetId;
  WorksheetCustomPropertyCollection: SheetId;
  WorksheetCustomProperty: { readonly sheet: SheetId; readonly key: string };
  Range: RangeTarget;
  RangeFormat: RangeTarget;
  RangeFont: RangeTarget;
  RangeFill: RangeTarget;
  RangeBorderCollection: RangeTarget;
  DataValidation: RangeTarget;
  RangeBorder: { readonly range: RangeTarget; readonly side: string };
  /** undefined: of the whole workbook */
  TableCollection: SheetId | undefined;
  TableScopedCollection: RangeTarget;
  Table: string;
  TableColumnCollection: string;
  TableColumn: { readonly table: string; readonly id: number };
  TableRowCollection: string;
  TableRow: { readonly table: string; readonly index: number };
  NamedItemCollection: SheetId | undefined;
  NamedItem: { readonly name: string; readonly scope: SheetId | undefined };
  SettingCollection: null;
  Setting: string;
  CustomXmlPartCollection: null;
  CustomXmlPartScopedCollection: string;
  CustomXmlPart: string;
  DocumentProperties: null;
  CustomPropertyCollection: null;
  CustomProperty: string;
  ChartCollection: SheetId;
  Chart: string;
  ChartTitle: string;
  ChartLegend: string;
  ChartAxes: string;
  ChartAxis: ChartAxisTarget;
  ChartAxisTitle: ChartAxisTarget;
  ChartSeriesCollection: string;
  ChartSeries: { readonly chart: string; readonly index: number };
  PageLayout: SheetId;
  /** an object that is stored and not interpreted; its path in the bag */
  Bag: string;
  Runtime: null;
  CustomFunctions: null;
  CustomFunctionsContainer: null;
  AppRuntimeService: null;
  AppRuntimePersistenceService: null;
  DynamicRibbon: null;
  RibbonButton: string;
  RibbonTab: string;
  ActionService: null;
  AddinInternalService: null;
}

export interface ChartAxisTarget {
  readonly chart: string;
  readonly axis: "category" | "value";
}

export type TypeName = keyof Targets;

export interface Handle {
  readonly type: TypeName;
  readonly target: unknown;
}

export function handle<K extends TypeName>(type: K, target: Targets[K]): Handle {
  return { type, target };
}

export interface Property<T> {
  readonly get: (target: T, context: HostContext) => unknown;
  readonly set?: (target: T, value: unknown, context: HostContext) => void;
}

export type Arguments = readonly unknown[];

export interface Items<T> {
  readonly list: (target: T, context: HostContext) => readonly Handle[];
  /** by the key in an indexer path; null when there is none */
  readonly find: (target: T, key: unknown, context: HostContext) => Handle | null;
}

export interface EventSource<T> {
  readonly type: number;
  /** the id the client listens with; `Workbook` for collections of the workbook */
  readonly target: (target: T) => string;
}

/** One class of the client, by its names on the wire (Pascal case). A method answers a `Handle` or null where the client expects an object. */
export interface TypeDefinition<T> {
  /** what must stand in every answer about such an object, or the client's proxy dies after the sync */
  readonly key?: (target: T, context: HostContext) => Readonly<Record<string, unknown>>;
  readonly props?: Readonly<Record<string, Property<T>>>;
  readonly nav?: Readonly<Record<string, (target: T, context: HostContext) => Handle | null>>;
  readonly methods?: Readonly<Record<string, (target: T, args: Arguments, context: HostContext) => unknown>>;
  readonly items?: Items<T>;
  /** `DataChangedEvent` answers `_RegisterDataChangedEvent` and `_UnregisterDataChangedEvent` */
  readonly events?: Readonly<Record<string, EventSource<T>>>;
  /** any further property or object is stored as it comes; flagged as such to whoever asks what the host knows */
  readonly bag?: (target: T) => string;
  /** the class of the client this stands for when its name differs; "" for services that are no class of `Excel` */
  readonly clientClass?: string;
}

type AnyDefinition = TypeDefinition<unknown>;

/** A definition with its members found without regard to case. */
export interface HostType {
  readonly name: TypeName;
  readonly definition: AnyDefinition;
  property(name: string): (Property<unknown> & { readonly name: string }) | undefined;
  navigation(name: string): { readonly name: string; readonly to: (target: unknown, context: HostContext) => Handle | null } | undefined;
  method(name: string): ((target: unknown, args: Arguments, context: HostContext) => unknown) | undefined;
}

const types = new Map<TypeName, HostType>();

export function defineType<K extends TypeName>(name: K, definition: TypeDefinition<Targets[K]>): void {
  types.set(name, makeType(name, definition as unknown as AnyDefinition)); // the only place where a target loses its type
}

export function typeOf(name: TypeName): HostType {
  const type = types.get(name);
  if (!type) throw new Error(`No type ${name} is defined`);
  return type;
}

export function definedTypes(): readonly HostType[] {
  return [...types.values()];
}

function makeType(name: TypeName, definition: AnyDefinition): HostType {
  const properties = lowered(definition.props, (property, own) => ({ ...property, name: own }));
  const navigations = lowered(definition.nav, (to, own) => ({ name: own, to }));
  const methods = lowered({ ...definition.methods, ...registrations(definition) }, (method) => method);
  return {
    name,
    definition,
    property: (asked) => properties.get(asked.toLowerCase()),
    navigation: (asked) => navigations.get(asked.toLowerCase()),
    method: (asked) => methods.get(asked.toLowerCase()),
  };
}

function lowered<V, R>(members: Readonly<Record<string, V>> | undefined, to: (value: V, name: string) => R): Map<string, R> {
  return new Map(Object.entries(members ?? {}).map(([name, value]) => [name.toLowerCase(), to(value, name)]));
}

function registrations(definition: AnyDefinition): Record<string, (target: unknown, args: Arguments, context: HostContext) => unknown> {
  const methods: Record<string, (target: unknown, args: Arguments, context: HostContext) => unknown> = {};
  for (const [name, source] of Object.entries(definition.events ?? {})) {
    methods[`_Register${name}`] = (target, _args, context) => context.events.register(source.type, source.target(target));
    methods[`_Unregister${name}`] = (target, _args, context) => context.events.unregister(source.type, source.target(target));
  }
  return methods;
}
