import type { Grid } from "../values/cell";
import { assignment } from "./assignment";
import type { Field } from "./field";
import { HeadingIndex, type Because } from "./headingIndex";
import { headingRowOf, type HeadingRow } from "./headingRow";
import { bracketedText, headingText } from "./headingText";
import { IN_DOCUMENT_CURRENCY } from "./moneyFields";
import { fits, mayBe, profileOf, type Profile } from "./profile";

/** A column that may be a field, and how sure that is. */
export interface Candidate {
  readonly field: Field;
  readonly column: number;
  readonly heading: string;
  /** 0 to 1, of the heading alone */
  readonly word: number;
  readonly because: Because;
  /** place of the words in the field's list */
  readonly order: number;
  /** 0 to 1: .6 of the heading and .4 of what stands below it (methods.md K3.2) */
  readonly sure: number;
}

/** The user's word that the sheet has no such column. */
export const NO_COLUMN = "-";

const OF_HEADING = 0.6, OF_CONTENT = 0.4;

/** Between equals the field listed first, then its words listed first, then the leftmost column: each step less than any that means something. */
const FIELD_FIRST = 1e-5, WORD_FIRST = 1e-8, COLUMN_FIRST = 1e-11;

/** The fields that a document's own currency and the books' currency each have. */
const LOCAL_OF: ReadonlyMap<string, string> = new Map([["amount", "amountLocal"], ["open", "openLocal"]]);

/** Which column of a sheet is what: every possibility, and the choice among them. */
export class Matching {
  readonly at: HeadingRow;
  readonly #grid: Grid;
  readonly #fields: readonly Field[];
  readonly #chosen: ReadonlyMap<string, readonly number[]>;
  readonly #profiles = new Map<number, Profile>();
  #candidates: readonly Candidate[];
  #taken: ReadonlyMap<string, Candidate>;

  private constructor(grid: Grid, fields: readonly Field[], at: HeadingRow, chosen: ReadonlyMap<string, string>) {
    this.#grid = grid;
    this.#fields = fields;
    this.at = at;
    this.#chosen = new Map([...chosen].map(([field, heading]) => [field, columnsCalled(at, heading)]));
    this.#candidates = this.#possible();
    this.#taken = this.#assigned();
  }

  static of(grid: Grid, fields: readonly Field[], chosen: ReadonlyMap<string, string>): Matching | undefined {
    const at = headingRowOf(grid, HeadingIndex.of(fields), chosen);
    return at === undefined ? undefined : new Matching(grid, fields, at, chosen);
  }

  get taken(): ReadonlyMap<string, Candidate> {
    return this.#taken;
  }

  column(field: string): number {
    return this.#taken.get(field)?.column ?? -1;
  }

  isChosen(field: string): boolean {
    return this.#chosen.has(field);
  }

  profile(column: number): Profile {
    let profile = this.#profiles.get(column);
    if (profile === undefined) this.#profiles.set(column, (profile = profileOf(this.#grid, this.at.row, column)));
    return profile;
  }

  /** Columns that could be this field too and were not taken for another, the surest first. */
  rivals(field: string): readonly Candidate[] {
    const columns = new Set([...this.#taken.values()].map(({ column }) => column));
    return this.#candidates.filter((one) => one.field.name === field && !columns.has(one.column)).sort((a, b) => b.sure - a.sure || a.column - b.column);
  }

  /** What stands below the headings tells that the column is this field, whatever else its heading may say. */
  settle(field: string, column: number): void {
    const said = this.#candidates.find((one) => one.column === column);
    const kept = this.#candidates.filter((one) => one.field.name !== field && one.column !== column);
    this.#candidates = [...kept, { ...this.#settled(field, column), because: said?.because ?? "ambiguous", sure: said?.sure ?? 0.7, word: said?.word ?? 0.7 }];
    this.#taken = this.#assigned();
  }

  /** The column is not this field after all: what is left is assigned anew. */
  exclude(field: string, column: number): void {
    this.#candidates = this.#candidates.filter((one) => one.field.name !== field || one.column !== column);
    this.#taken = this.#assigned();
  }

  #possible(): Candidate[] {
    const { hits, texts } = this.at;
    const own = this.#ownCurrency();
    const candidates: Candidate[] = [];
    hits.forEach((fields, column) => {
      const heading = texts[column] ?? "";
      for (const hit of fields) {
        const field = own.get(hit.field.name)?.has(column) === false ? this.#field(LOCAL_OF.get(hit.field.name)!) : hit.field;
        if (this.#chosen.has(field.name)) continue;
        const profile = this.profile(column);
        if (!mayBe(field, profile, hit.because === "exact")) continue;
        candidates.push({ field, column, heading, word: hit.word, because: hit.because, order: hit.order, sure: Math.min(1, OF_HEADING * hit.word + OF_CONTENT * fits(field, profile)) });
      }
    });
    for (const [name, columns] of this.#chosen) if (columns.length > 0) candidates.push(this.#settled(name, columns[0]!));
    return candidates;
  }

  #settled(name: string, column: number): Candidate {
    return { field: this.#field(name), column, heading: this.at.texts[column] ?? "", word: 1, because: "chosen", order: 0, sure: 1 };
  }

  /** Further columns whose heading reads as the one that the user chose. */
  alsoChosen(field: string): readonly Candidate[] {
    return (this.#chosen.get(field) ?? []).slice(1).map((column) => this.#settled(field, column));
  }

  /** Columns that say the document's currency, by field: others of that field are then in local currency. */
  #ownCurrency(): ReadonlyMap<string, ReadonlySet<number>> {
    const own = new Map<string, ReadonlySet<number>>();
    for (const [field, local] of LOCAL_OF) {
      if (!this.#fields.some(({ name }) => name === local)) continue;
      const columns = this.at.hits.flatMap((hits, column) => (hits.some((hit) => hit.field.name === field) && namesOwnCurrency(this.at.texts[column]!) ? [column] : []));
      if (columns.length > 0) own.set(field, new Set(columns));
    }
    return own;
  }

  #field(name: string): Field {
    return this.#fields.find((one) => one.name === name)!;
  }

  /** One column a field, one field a column, with the largest sum of sureness; what the user settled comes first. */
  #assigned(): ReadonlyMap<string, Candidate> {
    const settled = this.#candidates.filter(({ because }) => because === "chosen");
    const gone = new Set(settled.map(({ column }) => column));
    const open = this.#candidates.filter(({ because, column }) => because !== "chosen" && !gone.has(column));
    const fields = [...new Set(open.map(({ field }) => field))];
    const columns = [...new Set(open.map(({ column }) => column))].sort((a, b) => a - b);
    const [rowOf, columnOf] = [new Map(fields.map((field, at) => [field, at])), new Map(columns.map((column, at) => [column, at]))];
    const weights = fields.map(() => new Array<number>(columns.length).fill(0));
    const best = new Map<string, Candidate>();
    for (const one of open) {
      const [row, column] = [rowOf.get(one.field)!, columnOf.get(one.column)!];
      weights[row]![column] = one.sure + 0.001 - FIELD_FIRST * this.#fields.indexOf(one.field) - WORD_FIRST * one.order - COLUMN_FIRST * one.column;
      best.set(`${row} ${column}`, one);
    }
    const taken = new Map(settled.map((one) => [one.field.name, one]));
    assignment(weights).forEach((column, row) => {
      if (column >= 0) taken.set(fields[row]!.name, best.get(`${row} ${column}`)!);
    });
    return taken;
  }
}

/** Columns whose heading reads so; `Amount #2` is the second of those that read `Amount`. */
export function columnsCalled({ texts, owns }: Texts, heading: string): number[] {
  const numbered = /^(.*\S)\s*#(\d{1,3})$/s.exec(heading.trim());
  const whole = called(heading);
  if (whole.length > 0 || numbered === null) return whole;
  return called(numbered[1]!).slice(Number(numbered[2]) - 1, Number(numbered[2]));

  function called(text: string): number[] {
    const wanted = headingText(text);
    const reads = [(one: string) => one === text.trim(), (one: string) => headingText(one) === wanted];
    if (wanted === "") return [];
    for (const list of [texts, owns]) for (const read of reads) {
      const columns = list.flatMap((one, column) => (one !== "" && read(one) ? [column] : []));
      if (columns.length > 0) return columns;
    }
    return [];
  }
}

type Texts = Pick<HeadingRow, "texts" | "owns">;

/** How the user can name one column where several read the same. */
export function nameOf(at: Texts, column: number): string {
  const heading = at.texts[column] ?? "";
  const same = columnsCalled(at, heading);
  return same.length > 1 ? `${heading} #${same.indexOf(column) + 1}` : heading;
}

function namesOwnCurrency(heading: string): boolean {
  return IN_DOCUMENT_CURRENCY.has(bracketedText(heading)) || IN_DOCUMENT_CURRENCY.has(headingText(heading));
}
