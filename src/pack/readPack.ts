import { canonicalLook } from "../bank/pack/looks";
import { runsIn, type CellSink } from "./readRows";
import { readSheet, type SheetShown } from "./readSheet";
import { Zip } from "./unzip";
import { elementsIn, refuseAlternatives, refuseStrange, textOfXml } from "./xml";

/** A workbook file, as far as a seal speaks of it. */
export interface PackFile {
  readonly sheets: readonly FileSheet[];
  readonly names: readonly { readonly name: string; readonly range: string; readonly hidden: boolean }[];
  /** parts that no pack has: macros, links to other books, comments, drawings, hidden data */
  readonly foreign: readonly string[];
  /** canonical look by style */
  readonly looks: readonly string[];
  /** Reads one sheet's cells; undefined where its part is missing. */
  read(sheet: FileSheet, sink: CellSink): Promise<SheetShown | undefined>;
}

export interface FileSheet {
  readonly name: string;
  readonly path: string;
  readonly isHidden: boolean;
}

const WORKBOOK = "xl/workbook.xml";

/** Parts that a pack has, as we and other programs write them; printer settings say nothing. */
const EXPECTED = /^(?:\[Content_Types\]\.xml|_rels\/\.rels|docProps\/(?:app|core|custom)\.xml|docProps\/thumbnail\.\w+|xl\/(?:workbook|styles|sharedStrings|metadata|calcChain)\.xml|xl\/_rels\/workbook\.xml\.rels|xl\/theme\/theme\d*\.xml|xl\/worksheets\/sheet\d+\.xml|xl\/worksheets\/_rels\/sheet\d+\.xml\.rels|xl\/printerSettings\/\w+\.bin)$/;

/** Undefined: no workbook. Throws where a part is XML that no spreadsheet program writes. */
export async function openPackFile(bytes: Uint8Array): Promise<PackFile | undefined> {
  const zip = new Zip(bytes);
  const [workbook, relations, styles, strings] = await Promise.all([WORKBOOK, "xl/_rels/workbook.xml.rels", "xl/styles.xml", "xl/sharedStrings.xml"].map((name) => zip.text(name)));
  if (workbook === undefined || relations === undefined) return undefined;
  for (const part of [workbook, styles ?? "", strings ?? ""]) refuseStrange(part);
  refuseAlternatives(strings ?? "");
  const targets = new Map(elementsIn(relations, "Relationship").map(({ attributes }) => [attributes.get("Id") ?? "", pathOf(attributes.get("Target") ?? "")]));
  const texts = textsIn(strings ?? "");
  return {
    sheets: elementsIn(workbook, "sheet").map(({ attributes }) => ({
      name: attributes.get("name") ?? "", path: targets.get(attributes.get("r:id") ?? "") ?? "", isHidden: /hidden/i.test(attributes.get("state") ?? ""),
    })),
    names: elementsIn(workbook, "definedName").map(({ attributes, content }) => ({ name: attributes.get("name") ?? "", range: textOfXml(content), hidden: attributes.get("hidden") === "1" })),
    foreign: zip.names.filter((name) => !name.endsWith("/") && !EXPECTED.test(name)),
    looks: looksIn(styles ?? ""),
    async read(sheet, sink) {
      const pieces = zip.pieces(sheet.path);
      return pieces === undefined ? undefined : readSheet(pieces, texts, sink);
    },
  };
}

function pathOf(target: string): string {
  return target.startsWith("/") ? target.slice(1) : `xl/${target}`;
}

function textsIn(xml: string): string[] {
  const texts: string[] = [];
  for (let open = xml.indexOf("<si"); open >= 0; ) {
    const close = xml.indexOf(">", open);
    if (xml.charCodeAt(close - 1) === 47) {
      texts.push("");
      open = xml.indexOf("<si", close);
      continue;
    }
    const end = xml.indexOf("</si>", close);
    texts.push(runsIn(xml.slice(close + 1, end < 0 ? xml.length : end)));
    open = end < 0 ? -1 : xml.indexOf("<si", end);
  }
  return texts;
}

/** Formats that have a number and no text (ECMA-376, 18.8.30). */
const BUILT_IN: Readonly<Record<string, string>> = { 0: "General", 1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 14: "m/d/yyyy", 49: "@" };

function looksIn(styles: string): string[] {
  const formats = new Map(elementsIn(styles, "numFmt").map(({ attributes }) => [attributes.get("numFmtId") ?? "", attributes.get("formatCode") ?? ""]));
  const section = (name: string): string => elementsIn(styles, name)[0]?.content ?? "";
  const fonts = elementsIn(section("fonts"), "font").map(({ content }) => ({ bold: isOn(content), colour: colourIn(content, "color") }));
  const fills = elementsIn(section("fills"), "fill").map(({ content }) => (content.includes('patternType="solid"') ? colourIn(content, "fgColor") : undefined));
  return elementsIn(section("cellXfs"), "xf").map(({ attributes }) => {
    const id = attributes.get("numFmtId") ?? "0";
    const font = fonts[Number(attributes.get("fontId") ?? 0)];
    const fill = fills[Number(attributes.get("fillId") ?? 0)];
    return canonicalLook({
      format: formats.get(id) ?? BUILT_IN[id] ?? `?${id}`,
      ...(font?.bold === true ? { bold: true } : {}), ...(font?.colour === undefined ? {} : { colour: font.colour }), ...(fill === undefined ? {} : { fill }),
    });
  });
}

function isOn(font: string): boolean {
  const bold = elementsIn(font, "b")[0];
  return bold !== undefined && !["0", "false"].includes(bold.attributes.get("val") ?? "1");
}

/** A colour of the theme is told by its number; the ink that programs choose themselves is black. */
function colourIn(xml: string, name: string): string | undefined {
  const attributes = elementsIn(xml, name)[0]?.attributes;
  const rgb = attributes?.get("rgb")?.slice(-6);
  if (rgb !== undefined) return rgb;
  const theme = attributes?.get("theme");
  return theme === undefined || theme === "1" ? undefined : `theme ${theme}`;
}
