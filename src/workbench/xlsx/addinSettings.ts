import { namesIn, textIn, withFiles } from "./zip";

/** Which add-in a book's settings belong to: the id and version of its manifest. */
export interface Addin {
  readonly id: string;
  readonly version: string;
}

export type Settings = readonly (readonly [key: string, value: unknown])[];

/** What a file holds of add-ins. */
export interface AddinParts {
  readonly settings: Settings;
  /** the catalogue that the file's own host took the add-in from: it finds its settings by that */
  readonly catalogue: Catalogue | undefined;
  /** other add-ins have settings in it */
  readonly others: boolean;
}

export interface Catalogue {
  readonly store: string;
  readonly storeType: string;
}

/** Where a developer's machine names its add-ins (MS-OWEXML 2.2.5); other catalogues are taken over from the file they came with. */
const OWN: Catalogue = { store: "developer", storeType: "Registry" };

const FOLDER = "xl/webextensions/";
const TYPES = "[Content_Types].xml";
const RELATIONS = "_rels/.rels";
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const KIND = "http://schemas.microsoft.com/office/2011/relationships/webextension";

/** A part of settings is no larger; most add-ins of a book that are looked at. */
const LARGEST_PART = 2 ** 20;
const MOST_PARTS = 64;

/**
 * The .xlsx with an add-in's settings as Office keeps them (MS-OWEXML): a property each, its value as JSON, in a web extension part
 * that a task pane refers to; the pane is not shown for it. A setting whose key XML cannot hold is left out.
 */
export async function withSettings(xlsx: Uint8Array, { id, version }: Addin, settings: Settings, { store, storeType }: Catalogue = OWN): Promise<Uint8Array> {
  const properties = settings.flatMap(([key, value]) => {
    const json = JSON.stringify(value) as string | undefined; // undefined and functions have none
    return json === undefined || UNWRITABLE.test(key) ? [] : [`<we:property name="${escaped(key)}" value="${escaped(json.replace(/[\ufffe\uffff]/g, (one) => `\\u${one.charCodeAt(0).toString(16)}`))}"/>`];
  });
  if (properties.length === 0) return xlsx;
  const [types, relations] = await Promise.all([TYPES, RELATIONS].map((name) => textIn(xlsx, name, LARGEST_PART)));
  if (types === undefined || relations === undefined) throw new Error("The file that was written lists no parts");
  const type = (part: string, name: string): string => `<Override PartName="/${FOLDER}${part}" ContentType="application/vnd.ms-office.${name}+xml"/>`;
  return withFiles(xlsx, new Map([
    [TYPES, before(types, "</Types>", type("taskpanes.xml", "webextensiontaskpanes") + type("webextension1.xml", "webextension"))],
    [RELATIONS, before(relations, "</Relationships>", `<Relationship Id="taskpanes" Type="${KIND}taskpanes" Target="${FOLDER}taskpanes.xml"/>`)],
    [`${FOLDER}taskpanes.xml`, `${HEAD}<wetp:taskpanes xmlns:wetp="http://schemas.microsoft.com/office/webextensions/taskpanes/2010/11"><wetp:taskpane dockstate="right" visibility="0" width="350" row="4"><wetp:webextensionref xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="rId1"/></wetp:taskpane></wetp:taskpanes>`],
    [`${FOLDER}_rels/taskpanes.xml.rels`, `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${KIND}" Target="webextension1.xml"/></Relationships>`],
    [`${FOLDER}webextension1.xml`, `${HEAD}<we:webextension xmlns:we="http://schemas.microsoft.com/office/webextensions/webextension/2010/11" id="{${escaped(id)}}"><we:reference id="${escaped(id)}" version="${escaped(version)}" store="${escaped(store)}" storeType="${escaped(storeType)}"/><we:alternateReferences/><we:properties>${properties.join("")}</we:properties><we:bindings/><we:snapshot xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"/></we:webextension>`],
  ]));
}

/** The settings that a file holds for an add-in, whichever catalogue it came from. */
export async function settingsIn(xlsx: Uint8Array, addin: Addin): Promise<AddinParts> {
  const names = namesIn(xlsx).filter((name) => /^xl\/webextensions\/webextension\d*\.xml$/i.test(name)).slice(0, MOST_PARTS);
  const settings = new Map<string, unknown>();
  let catalogue: Catalogue | undefined;
  let others = false;
  for (const name of names) {
    const xml = (await textIn(xlsx, name, LARGEST_PART)) ?? "";
    const [reference] = elements(xml, "reference");
    if (plainId(reference?.get("id")) !== plainId(addin.id)) {
      others = true;
      continue;
    }
    catalogue ??= { store: reference!.get("store") ?? OWN.store, storeType: reference!.get("storeType") ?? OWN.storeType };
    for (const property of elements(xml, "property")) settings.set(property.get("name") ?? "", valueOf(property.get("value") ?? ""));
  }
  settings.delete("");
  return { settings: [...settings], catalogue, others };
}

/** What is no JSON is the text that it is. */
function valueOf(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return json;
  }
}

function plainId(id: string | undefined): string {
  return (id ?? "").replace(/[{}]/g, "").toLowerCase();
}

function before(xml: string, end: string, more: string): string {
  const at = xml.lastIndexOf(end);
  if (at < 0) throw new Error(`The file that was written has a part without ${end}`);
  return xml.slice(0, at) + more + xml.slice(at);
}

/** What XML cannot hold, and no key at all. */
const UNWRITABLE = /^$|[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

/** For a quoted attribute: line ends and tabs in numbers, which a reader would make blanks of. */
function escaped(text: string): string {
  return text.replace(/[&<>"\t\n\r]/g, (one) => `&#${one.charCodeAt(0)};`);
}

const NAMED: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

function unescaped(text: string): string {
  return text.replace(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|(amp|lt|gt|quot|apos));/gi, (whole, hex?: string, number?: string, name?: string) => {
    if (name !== undefined) return NAMED[name.toLowerCase()]!;
    const code = hex === undefined ? Number(number) : parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

/** The attributes of every element of this name, whatever its prefix. */
function elements(xml: string, name: string): ReadonlyMap<string, string>[] {
  const tags = xml.matchAll(new RegExp(`<(?:[\\w.-]+:)?${name}((?:\\s+[\\w:.-]+\\s*=\\s*(?:"[^"<]*"|'[^'<]*'))*)\\s*/?>`, "g"));
  return [...tags].map(([, attributes]) => new Map([...attributes!.matchAll(/([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)].map(([, key, double, single]) => [key!, unescaped(double ?? single ?? "")] as const)));
}
