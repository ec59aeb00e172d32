import { addressText, areaText, type Area } from "../../model/a1";
import type { NameSnapshot, RowSnapshot, SheetSnapshot, TableSnapshot } from "../../model/bookSnapshot";
import type { CellFormat } from "../../model/WorkbookPort";
import { DATE, FORMULA_TEXT, HEADING, HEADING_RIGHT, INPUT_DAY, LABEL, MONEY, NOTE, number, RULE, SECTION, TABLE_HEADING } from "../look";
import { type Formats, Page } from "../page";
import type { Language } from "../words";
import { rowHeight } from "./rowHeight";
import type { Content, Figure, Lines, Text, Trap } from "./trap";
import { formulaIn, kindOf, wordIn, type Kind } from "./words";

/** Where a trap stands: for the overview, which asks whether every figure of it agrees. */
export interface TrapPlace {
  readonly sheet: string;
  /** its heading */
  readonly top: Area;
  /** TRUE or FALSE, a cell a figure */
  readonly agrees: Area;
}

export interface TrapSheet {
  readonly sheet: SheetSnapshot;
  readonly names: readonly NameSnapshot[];
  readonly places: ReadonlyMap<number, TrapPlace>;
}

const FROM = 1;
const COLUMNS = 8;
const WIDTHS = [10, 84, 112, 106, 94, 90, 90, 90, 90];
/** The row above a table, where the grid shows the table's name. */
const ABOVE_TABLE = 24;
/** Columns of a figure: its words (two), the two answers, whether they agree, the arithmetic (the rest). */
const BY_HAND = 3, OURS = 4, AGREES = 5, HOW = 6;
const HOW_CHARACTERS = 54;

const KIND: Readonly<Record<Kind, CellFormat>> = {
  text: LABEL,
  day: number(DATE),
  money: number(MONEY),
  share: number("0%"),
  number: { horizontal: "Right" },
};
const SHOWN: Readonly<Record<NonNullable<Figure["shown"]>, string>> = { count: "0", days: "0.000", points: "0.00", heading: "General" };

const SAYS = {
  seen: { en: "Asked for or reported in", zh: "出处" },
  others: { en: "Where others fail:", zh: "常见错误：" },
  day: { en: "As of", zh: "截至" },
  figure: { en: "Figure", zh: "数字" },
  byHand: { en: "By hand", zh: "手算" },
  agrees: { en: "Agrees", zh: "一致" },
  how: { en: "The arithmetic", zh: "算法" },
} as const satisfies Readonly<Record<string, Text>>;

/** A few traps one below the other: their lines, the day, the reading, and every figure by hand beside ours. */
export function ledgerSheet(formats: Formats, language: Language, name: string, traps: readonly Trap[]): TrapSheet {
  const laid = new Laying(new Page(formats), language, name);
  for (const trap of traps) laid.trap(trap);
  return laid.done();
}

class Laying {
  readonly #page: Page;
  readonly #language: Language;
  readonly #name: string;
  readonly #names: NameSnapshot[] = [];
  readonly #tables: TableSnapshot[] = [];
  readonly #merges: Area[] = [];
  readonly #rows: RowSnapshot[] = [];
  readonly #places = new Map<number, TrapPlace>();
  #row = 0;

  constructor(page: Page, language: Language, name: string) {
    this.#page = page;
    this.#language = language;
    this.#name = name;
  }

  trap(trap: Trap): void {
    const top = cell(this.#row, FROM);
    this.#heading(trap);
    const areas = new Map(trap.lines.map((lines) => [lines.name, this.#lines(lines)]));
    this.#readings(trap, areas);
    this.#places.set(trap.no, { sheet: this.#name, top, agrees: this.#figures(trap.figures) });
    this.#row += 2;
  }

  done(): TrapSheet {
    const sheet: SheetSnapshot = {
      name: this.#name,
      cells: this.#page.cells,
      showGridlines: false,
      columns: WIDTHS.map((width, column) => ({ column, width })),
      rows: this.#rows,
      merges: this.#merges,
      tables: this.#tables,
    };
    return { sheet, names: this.#names, places: this.#places };
  }

  #heading({ no, trap, others, seen, insteadOf }: Trap): void {
    this.#page.row(this.#row, FROM, new Array<string>(COLUMNS).fill(""), RULE);
    this.#page.put(this.#row, FROM, `${no}  ${this.#say(trap)}`, SECTION);
    this.#rows.push({ row: this.#row, height: 21 });
    this.#row++;
    for (const note of [`${this.#say(SAYS.others)} ${this.#say(others)}`, ...(insteadOf === undefined ? [] : [this.#say(insteadOf)]), `${this.#say(SAYS.seen)} ${seen}`]) {
      this.#page.put(this.#row++, FROM, note, NOTE);
    }
  }

  /** Lines under their headings; the area is what a formula takes. */
  #lines({ name, columns, rows, asWritten, withTitle }: Lines): Area {
    this.#rows.push({ row: this.#row++, height: ABOVE_TABLE });
    const from = this.#row;
    if (withTitle !== undefined) this.#page.put(this.#row++, FROM, this.#say(withTitle), LABEL);
    const heading = withTitle === undefined ? TABLE_HEADING : HEADING;
    columns.forEach((column, at) => this.#page.put(this.#row, FROM + at, wordIn(this.#language, column), isNumber(kindOf(column)) ? { ...heading, horizontal: "Right" } : heading));
    this.#row++;
    for (const row of rows) {
      row.forEach((content, at) => {
        const kind = kindOf(columns[at]!);
        this.#page.put(this.#row, FROM + at, this.#content(content), asWritten === true && isNumber(kind) ? KIND.number : KIND[kind]);
      });
      this.#row++;
    }
    const area = { row: from, column: FROM, rows: this.#row - from, columns: columns.length };
    if (withTitle === undefined) this.#tables.push({ name, area, style: "TableStyleLight9" });
    return area;
  }

  /** The day, which may be changed, and the cells that read the lines as of it. */
  #readings({ day, readings }: Trap, areas: ReadonlyMap<string, Area>): void {
    this.#row++;
    this.#page.put(this.#row, FROM, this.#say(SAYS.day), LABEL);
    this.#page.put(this.#row, FROM + 1, day, INPUT_DAY);
    const dayCell = areaText(cell(this.#row++, FROM + 1), true);
    for (const { name, formula } of readings) {
      const written = formulaIn(this.#language, formula).replace("{day}", dayCell).replace(/\{(\w+)\}/g, (_all, lines: string) => areaText(areas.get(lines)!, true));
      this.#page.put(this.#row, FROM, name, FORMULA_TEXT);
      this.#page.put(this.#row, FROM + 1, written, LABEL);
      this.#names.push({ name, formula: `=${addressText(this.#name, cell(this.#row, FROM + 1), true)}` });
      this.#row++;
    }
    this.#row++;
  }

  #figures(figures: readonly Figure[]): Area {
    this.#page.row(this.#row, FROM, [this.#say(SAYS.figure), "", "", "", "", this.#say(SAYS.how), "", ""], HEADING);
    this.#page.row(this.#row, BY_HAND, [this.#say(SAYS.byHand), "Open Account"], HEADING_RIGHT);
    this.#page.put(this.#row++, AGREES, this.#say(SAYS.agrees), { ...HEADING, horizontal: "Center" });
    const from = this.#row;
    figures.forEach((figure, at) => this.#figure(figure, at === 0));
    return { row: from, column: AGREES, rows: this.#row - from, columns: 1 };
  }

  #figure({ what, byHand, ours, how, shown }: Figure, isAnswer: boolean): void {
    const row = this.#row++;
    const format: CellFormat = { ...number(shown === undefined ? MONEY : SHOWN[shown], isAnswer ? { bold: true } : {}), vertical: "Center" };
    const label: CellFormat = { ...LABEL, vertical: "Center", ...(isAnswer ? { bold: true } : {}) };
    this.#page.put(row, FROM, this.#say(what), label);
    this.#page.put(row, BY_HAND, typeof byHand === "string" ? wordIn(this.#language, byHand) : byHand, format);
    this.#page.put(row, OURS, formulaIn(this.#language, ours), format);
    this.#page.put(row, AGREES, agreesFormula(row, typeof byHand === "string"), { ...label, horizontal: "Center" });
    this.#page.put(row, HOW, this.#say(how), { ...LABEL, wrap: true, vertical: "Center" });
    this.#merges.push({ row, column: HOW, rows: 1, columns: FROM + COLUMNS - HOW });
    this.#rows.push({ row, height: rowHeight([[this.#say(how), HOW_CHARACTERS]]) });
  }

  #say(text: Text): string {
    return text[this.#language];
  }

  #content(content: Content): number | string {
    const said = typeof content === "object" ? content[this.#language] : content;
    return typeof said === "string" ? wordIn(this.#language, said) : said;
  }
}

function cell(row: number, column: number): Area {
  return { row, column, rows: 1, columns: 1 };
}

function isNumber(kind: Kind): boolean {
  return kind !== "text";
}

/** Money to the cent; an error agrees with nothing. */
function agreesFormula(row: number, isText: boolean): string {
  const [byHand, ours] = [areaText(cell(row, BY_HAND)), areaText(cell(row, OURS))];
  return isText ? `=IFERROR(${byHand}=${ours},FALSE)` : `=IFERROR(ROUND(${byHand}-${ours},2)=0,FALSE)`;
}
