import { Charts } from "./chart";
import type { DataRule } from "./dataRule";
import type { SheetId } from "./WorkbookPort";

/** A custom XML part. */
export interface XmlPart {
  readonly id: string;
  readonly xml: string;
}

/**
 * What a workbook carries beside its cells: add-in settings, custom XML parts, custom properties of its sheets, document
 * properties. Grids know none of them; files keep them. Plain data, so that whoever saves the book can take it as it is.
 */
export interface BookContents {
  readonly settings: readonly (readonly [key: string, value: unknown])[];
  readonly documentSettings: readonly (readonly [key: string, json: string])[];
  readonly xmlParts: readonly XmlPart[];
  readonly sheetProperties: readonly (readonly [sheet: SheetId, key: string, value: string])[];
  readonly properties: readonly (readonly [name: string, value: string | number])[];
  readonly customProperties: readonly (readonly [key: string, value: string | number | boolean])[];
  /** what `Office.addin.setStartupBehavior` asked for: `Background` or `Inactive` */
  readonly startup: string;
}

export class BookStore {
  /** Excel.SettingCollection */
  readonly settings = new Map<string, unknown>();
  /** Office.context.document.settings; values as the client serialised them */
  readonly documentSettings = new Map<string, string>();
  readonly xmlParts = new Map<string, string>();
  readonly sheetProperties = new Map<SheetId, Map<string, string>>();
  /** title, author... by the names of Excel.DocumentProperties */
  readonly properties = new Map<string, string | number>();
  readonly customProperties = new Map<string, string | number | boolean>();
  /** what cells take, as add-ins said it; what a file said travels with its sheets */
  readonly rules = new Map<SheetId, readonly DataRule[]>();
  /** what stands over the cells of its sheets; a saved book takes them with its sheets */
  readonly charts = new Charts();
  startup = "Inactive";
  private lastPart = 0;

  addXmlPart(xml: string): string {
    const id = `{00000000-0000-4000-8000-${(++this.lastPart).toString(16).toUpperCase().padStart(12, "0")}}`;
    this.xmlParts.set(id, xml);
    return id;
  }

  propertiesOf(sheet: SheetId): Map<string, string> {
    let properties = this.sheetProperties.get(sheet);
    if (!properties) this.sheetProperties.set(sheet, (properties = new Map<string, string>()));
    return properties;
  }

  rulesOf(sheet: SheetId): readonly DataRule[] {
    return this.rules.get(sheet) ?? [];
  }

  removeSheet(sheet: SheetId): void {
    this.rules.delete(sheet);
    this.charts.removeSheet(sheet);
    this.sheetProperties.delete(sheet);
  }

  contents(): BookContents {
    return {
      settings: [...this.settings],
      documentSettings: [...this.documentSettings],
      xmlParts: [...this.xmlParts].map(([id, xml]) => ({ id, xml })),
      sheetProperties: [...this.sheetProperties].flatMap(([sheet, properties]) => [...properties].map(([key, value]) => [sheet, key, value] as const)),
      properties: [...this.properties],
      customProperties: [...this.customProperties],
      startup: this.startup,
    };
  }

  /** everything held before is gone: another book was opened */
  replace(contents: Partial<BookContents>): void {
    for (const map of [this.settings, this.documentSettings, this.xmlParts, this.sheetProperties, this.properties, this.customProperties, this.rules]) map.clear();
    this.charts.clear();
    for (const [key, value] of contents.settings ?? []) this.settings.set(key, value);
    for (const [key, value] of contents.documentSettings ?? []) this.documentSettings.set(key, value);
    for (const { id, xml } of contents.xmlParts ?? []) this.xmlParts.set(id, xml);
    for (const [sheet, key, value] of contents.sheetProperties ?? []) this.propertiesOf(sheet).set(key, value);
    for (const [name, value] of contents.properties ?? []) this.properties.set(name, value);
    for (const [key, value] of contents.customProperties ?? []) this.customProperties.set(key, value);
    this.startup = contents.startup ?? "Inactive";
    this.lastPart += this.xmlParts.size;
  }
}
