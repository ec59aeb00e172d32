const NAMED: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** Entities, and `_x0041_` as the letter that it stands for (ECMA-376, 22.9.2.19). */
export function textOfXml(text: string): string {
  const plain = text.includes("&") ? text.replace(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|(amp|lt|gt|quot|apos));/gi, entity) : text;
  return plain.includes("_x") ? plain.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))) : plain;
}

function entity(whole: string, hex?: string, number?: string, name?: string): string {
  if (name !== undefined) return NAMED[name.toLowerCase()]!;
  const code = hex === undefined ? Number(number) : parseInt(hex, 16);
  return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
}

/** The attributes and the content of every element of this name that holds none of its own name. */
export function elementsIn(xml: string, name: string): { readonly attributes: ReadonlyMap<string, string>; readonly content: string }[] {
  const found: { attributes: ReadonlyMap<string, string>; content: string }[] = [];
  const open = new RegExp(`<(?:\\w+:)?${name}(?=[\\s/>])([^>]*)>`, "g");
  for (let match = open.exec(xml); match !== null; match = open.exec(xml)) {
    const closed = match[1]!.endsWith("/");
    const end = closed ? open.lastIndex : closing(xml, name, open.lastIndex);
    found.push({ attributes: attributesIn(match[1]!), content: closed ? "" : xml.slice(open.lastIndex, end) });
  }
  return found;
}

function closing(xml: string, name: string, from: number): number {
  for (let at = xml.indexOf("</", from); at >= 0; at = xml.indexOf("</", at + 2)) {
    const end = xml.indexOf(">", at);
    const closed = xml.slice(at + 2, end).trim();
    if (closed === name || closed.endsWith(`:${name}`)) return at;
  }
  return xml.length;
}

export function attributesIn(tag: string): ReadonlyMap<string, string> {
  return new Map([...tag.matchAll(/([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)].map(([, key, double, single]) => [key!, textOfXml(double ?? single ?? "")] as const));
}

/** What names the elements of a workbook (ECMA-376, transitional and strict). */
const MAIN = /spreadsheetml\/2006\/main|ooxml\/spreadsheetml\/main/g;

/**
 * Refuses XML in which a program could see other cells than we do: comments, character data and declarations, and a prefix or a
 * second default for the names of a workbook's elements. No program writes a part so; who hides changes would.
 */
export function refuseStrange(part: string): void {
  if (part.includes("<!") || (part.match(MAIN) ?? []).length > 1) throw new SyntaxError("XML of another kind");
}

/** And alternatives, of which a program takes one: before a sheet's cells and among its texts no program writes any. */
export function refuseAlternatives(part: string): void {
  if (part.includes("AlternateContent")) throw new SyntaxError("XML of another kind");
}

/** Elements with a prefix, or anything that is no element. */
export function isPrefixed(xml: string): boolean {
  return /<!|<\/?\w+:|xmlns/.test(xml);
}

export function isTrue(text: string | undefined): boolean {
  return text === "1" || text === "true";
}
