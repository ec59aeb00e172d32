import { ConditionalFormattingIcon, iconMap } from "@univerjs/sheets-conditional-formatting";

/** What the extension keeps to itself, and we reach for: its pictures by kind and number, and the sheet it draws on. */
interface IconExtension {
  _imageMap: { get(key: string): HTMLImageElement | undefined };
  _createKey(kind: string, index: string): string;
  parent?: { makeForceDirty?(dirty?: boolean): unknown };
}

/**
 * Icons of conditional formats are read when a cell shows one. The library reads all 63 as it starts, each a document of
 * its own to Chromium: a quarter of a second before the first figure, for books that have none.
 */
export function readIconsLate(): void {
  (ConditionalFormattingIcon.prototype as unknown as { _init(this: IconExtension): void })._init = function (): void {
    const sources = new Map(Object.entries(iconMap).flatMap(([kind, list]) => list.map((source, at) => [this._createKey(kind, String(at)), source] as const)));
    const asked = new Map<string, HTMLImageElement>();
    const get = (key: string): HTMLImageElement | undefined => {
      const known = asked.get(key);
      const source = sources.get(key);
      if (known !== undefined || source === undefined) return known?.complete === true ? known : undefined;
      const image = new Image();
      image.onload = () => this.parent?.makeForceDirty?.(true);
      image.src = source;
      asked.set(key, image);
      return undefined; // drawn when it is there
    };
    this._imageMap = { get };
  };
}
