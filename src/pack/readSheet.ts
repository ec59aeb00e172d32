import { ROW_END, RowReader, type CellSink } from "./readRows";
import { elementsIn, isTrue, refuseAlternatives, refuseStrange } from "./xml";

const SLASH = 47;

/** What hides or covers cells, and what else hangs on the sheet. */
export interface SheetShown {
  /** 1-based rows and 0-based columns that are hidden, or too small to be seen */
  readonly hiddenRows: readonly number[];
  readonly hiddenColumns: readonly number[];
  readonly merges: readonly string[];
  /** elements that no pack has: drawings, comments, conditional looks, controls */
  readonly foreign: readonly string[];
}

/** A column narrower than this (characters) shows nothing. */
const NARROWEST_COLUMN = 0.8;

const FOREIGN = ["drawing", "legacyDrawing", "oleObjects", "controls", "picture", "tableParts", "conditionalFormatting", "webPublishItems"];

/** Characters read at once: few enough that a text of them is a small object, which takes no fresh pages of memory. */
const BLOCK = 50_000;

/** Characters of one row, or of all that stands before or behind the rows: 16,384 cells of 1,000 letters and more are no pack's. */
const LONGEST = 20_000_000;

/**
 * Walks one sheet's XML as it is unpacked. `undefined` as a text index is a broken file: its cell says so and no seal fits. Throws
 * where the XML ends too early, or is such that other programs might see other cells.
 */
export async function readSheet(pieces: AsyncIterable<string>, texts: readonly string[], sink: CellSink): Promise<SheetShown> {
  const sheet = new SheetReader(texts, sink);
  let held: string[] = [];
  let size = 0;
  for await (const piece of pieces) {
    held.push(piece);
    size += piece.length;
    if (size < BLOCK) continue;
    sheet.take(held);
    held = [];
    size = 0;
  }
  sheet.take(held);
  return sheet.finish();
}

/** What stands before the cells, the cells block by block, what stands behind them. */
class SheetReader {
  readonly #rows: RowReader;
  #part: "head" | "rows" | "tail" = "head";
  #head = "";
  #left = "";

  constructor(texts: readonly string[], sink: CellSink) {
    this.#rows = new RowReader(texts, sink);
  }

  /** Joined with what is left: one flat text, whose characters are reached at once (a sum of two texts is a tree). */
  take(pieces: readonly string[]): void {
    this.#left = [this.#left, ...pieces].join("");
    if (this.#left.length > LONGEST) throw new RangeError("A sheet holds more than any pack's");
    if (this.#part === "head") this.#takeHead();
    if (this.#part === "rows") this.#takeRows();
  }

  #takeHead(): void {
    const from = this.#left.indexOf("<sheetData");
    const close = from < 0 ? -1 : this.#left.indexOf(">", from);
    if (close < 0) return;
    this.#head = this.#left.slice(0, from);
    this.#part = this.#left.charCodeAt(close - 1) === SLASH ? "tail" : "rows";
    this.#left = this.#left.slice(close + 1);
  }

  /** Whole rows; what is begun waits for the next block. */
  #takeRows(): void {
    const whole = this.#left.lastIndexOf(ROW_END) + ROW_END.length;
    if (whole >= ROW_END.length) this.#read(whole);
    if (this.#left.startsWith("</sheetData")) this.#part = "tail";
  }

  #read(to: number): void {
    const read = this.#rows.read(this.#left, to);
    if (read < to) this.#part = "tail";
    this.#left = this.#left.slice(read);
  }

  finish(): SheetShown {
    if (this.#part === "rows") this.#read(this.#left.length);
    if (this.#part === "rows") throw new SyntaxError("A sheet's rows do not end");
    const [head, tail] = this.#part === "head" ? [this.#left, ""] : [this.#head, this.#left];
    refuseStrange(head + tail);
    refuseAlternatives(head);
    if (tail.includes("<sheetData")) throw new SyntaxError("A sheet has rows twice");
    return {
      hiddenRows: this.#rows.hidden,
      hiddenColumns: hiddenColumnsIn(head),
      merges: elementsIn(tail, "mergeCell").map(({ attributes }) => attributes.get("ref") ?? ""),
      foreign: FOREIGN.filter((name) => elementsIn(tail, name).length > 0),
    };
  }
}

function hiddenColumnsIn(head: string): number[] {
  const hidden: number[] = [];
  for (const { attributes } of elementsIn(head, "col")) {
    const width = attributes.get("width");
    if (!isTrue(attributes.get("hidden")) && !(width !== undefined && Number(width) < NARROWEST_COLUMN)) continue;
    const [min, max] = [Number(attributes.get("min")), Number(attributes.get("max"))];
    for (let column = min; column <= Math.min(max, min + 100); column++) hidden.push(column - 1);
  }
  return hidden;
}
