/** What the workbench shows of an add-in: read from its manifest.xml, as Excel reads it. */
export interface AddinManifest {
  readonly id: string;
  readonly version: string;
  readonly name: string;
  readonly namespace: string;
  readonly paneAddress: string;
  readonly metadataAddress: string;
  readonly groups: readonly RibbonGroup[];
}

export interface RibbonGroup {
  readonly label: string;
  readonly buttons: readonly RibbonButton[];
}

export interface RibbonButton {
  readonly id: string;
  readonly label: string;
  readonly tip: string;
  readonly icon: string;
  /** the function that Office.js runs, or undefined: show the pane */
  readonly functionName: string | undefined;
}

export class ManifestError extends Error {}

/** Largest picture we show; what a screen of double density needs is taken when it is there. */
const ICON_SIZES = ["80", "64", "32", "16"];

/**
 * Reads the ribbon and the addresses. Texts follow `locale` (`zh-CN`), else the default. Addresses on the manifest's own
 * origin are answered relative to `base`, because the workbench serves the same files itself.
 */
export function readManifest(xml: string, locale: string, base: string): AddinManifest {
  const document = new DOMParser().parseFromString(xml, "text/xml");
  if (document.getElementsByTagName("parsererror").length > 0) throw new ManifestError("The manifest is not well-formed XML.");
  const resource = resourcesOf(document, locale);
  const root = document.documentElement;
  const source = attribute(child(child(root, "DefaultSettings"), "SourceLocation"), "DefaultValue");
  const here = (address: string): string => relocated(address, source, base);
  const functions = all(root, "ExtensionPoint").find((point) => point.getAttribute("xsi:type") === "CustomFunctions");
  const byResid = (element: Element | undefined): string => resource(attribute(element, "resid"));
  return {
    id: child(root, "Id")?.textContent?.trim() ?? "",
    version: child(root, "Version")?.textContent?.trim() ?? "",
    name: textFor(child(root, "DisplayName"), locale),
    namespace: functions === undefined ? "" : byResid(child(functions, "Namespace")),
    paneAddress: here(source),
    metadataAddress: functions === undefined ? "" : here(byResid(child(child(functions, "Metadata"), "SourceLocation"))),
    groups: all(root, "Group").map((group) => ({
      label: byResid(child(group, "Label")),
      buttons: all(group, "Control").map((control) => buttonOf(control, byResid, here)),
    })),
  };
}

function buttonOf(control: Element, byResid: (element: Element | undefined) => string, here: (address: string) => string): RibbonButton {
  const images = all(control, "bt:Image");
  const icon = ICON_SIZES.map((size) => images.find((image) => image.getAttribute("size") === size)).find((image) => image !== undefined);
  const action = child(control, "Action");
  const runs = action?.getAttribute("xsi:type") === "ExecuteFunction";
  return {
    id: attribute(control, "id"),
    label: byResid(child(control, "Label")),
    tip: byResid(child(child(control, "Supertip"), "Description")),
    icon: here(byResid(icon)),
    functionName: runs ? (child(action, "FunctionName")?.textContent ?? "").trim() : undefined,
  };
}

function resourcesOf(document: Document, locale: string): (id: string) => string {
  const values = new Map<string, string>();
  for (const tag of ["bt:Image", "bt:Url", "bt:String"]) {
    for (const element of Array.from(document.getElementsByTagName(tag))) {
      const id = element.getAttribute("id");
      if (id !== null) values.set(id, textFor(element, locale));
    }
  }
  return (id) => values.get(id) ?? "";
}

function textFor(element: Element | undefined, locale: string): string {
  const override = element === undefined ? undefined : all(element, "Override", "bt:Override").find((one) => one.getAttribute("Locale")?.toLowerCase() === locale.toLowerCase());
  return attribute(override, "Value") || attribute(element, "DefaultValue");
}

function relocated(address: string, source: string, base: string): string {
  const origin = new URL("./", source).href;
  return address.startsWith(origin) ? base + address.slice(origin.length) : address;
}

function attribute(element: Element | undefined, name: string): string {
  return element?.getAttribute(name) ?? "";
}

function child(element: Element | undefined, tag: string): Element | undefined {
  return element === undefined ? undefined : Array.from(element.children).find((one) => one.tagName === tag);
}

function all(element: Element, ...tags: readonly string[]): Element[] {
  return tags.flatMap((tag) => Array.from(element.getElementsByTagName(tag)));
}
