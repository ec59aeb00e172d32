import { dayAsked } from "../ledger/dayAsked";
import { inBlock } from "../ledger/stack";
import { refuse } from "../values/answer";
import { plain, type Grid } from "../values/cell";
import type { Day } from "../values/day";
import { printOf } from "../values/gridPrint";
import type { Language } from "../values/say";
import { askRange, isLone, type Arg } from "./ask";
import { bookOfCell, handleOf, policyOf, readBook, readingOf, spoken, type Book } from "./book";
import type { Sources } from "./memory";

/** A block as it was given: a range, or a text from AR.LEDGER with all that it inherits. */
interface Given {
  /** its number among the arguments, from 1 */
  readonly number: number;
  readonly book: Book | undefined;
  readonly grids: readonly Grid[];
}

/**
 * AR.JOIN: one reading of several blocks of one book, and the text that stands for it. A block is a range with its headings
 * or a text from AR.LEDGER; what is left out or blank is no block, and a text from AR.JOIN stands for its blocks, counted one
 * by one. Day, receipts, buyers and policy are those of the blocks that have any, which must agree.
 */
export function joinedText(blocks: Arg): string {
  let language: Language = "en";
  try {
    const given = blocksIn(blocks);
    language = given.map(({ book }) => (book === undefined ? "en" : policyOf(book).language)).find((one) => one !== "en") ?? "en";
    const [invoices, ...further] = given.flatMap(({ grids }) => grids);
    if (invoices === undefined) refuse("NEEDS_BLOCK");
    const asOf = agreed<Day>(given, "asOf", (book) => book.asOf, String);
    const sources: Sources = {
      invoices,
      ...(further.length === 0 ? {} : { further }),
      payments: agreed<Grid>(given, "payments", (book) => book.remembered.sources.payments, printText),
      buyers: agreed<Grid>(given, "buyers", (book) => book.remembered.sources.buyers, printText),
      policy: agreed<Grid>(given, "policy", (book) => book.remembered.sources.policy, (_, book) => policyOf(book).text),
    };
    const book = readBook(sources, asOf, given.flatMap((one) => one.book?.remembered.key ?? []));
    if (asOf !== undefined) dayAsked(readingOf(book), asOf);
    return handleOf(book, asOf);
  } catch (error) {
    throw spoken(error, language);
  }
}

function blocksIn(blocks: Arg): readonly Given[] {
  return listIn(blocks).flatMap((arg, at): Given[] => {
    const number = at + 1;
    const grid = askRange(arg);
    if (grid === undefined || (isLone(grid) && plain(grid[0]?.[0]) === 0)) return []; // a blank cell arrives as 0
    if (!isLone(grid)) return [{ number, book: undefined, grids: [grid] }];
    const book = inBlock(number, () => bookOfCell(plain(grid[0]?.[0])));
    const { invoices, further = [] } = book.remembered.sources;
    return [{ number, book, grids: [invoices, ...further] }];
  });
}

/** Hosts hand over a repeating argument as a list; a single range is a list of one. */
function listIn(blocks: Arg): readonly Arg[] {
  if (!Array.isArray(blocks)) return [blocks];
  const isRange = blocks.length > 0 && blocks.every((row) => Array.isArray(row) && !row.some(Array.isArray));
  return isRange ? [blocks] : blocks;
}

/** What the blocks that have it have in common; a block that has another is refused by its number. */
function agreed<T>(given: readonly Given[], argument: string, of: (book: Book) => T | undefined, text: (value: T, book: Book) => string): T | undefined {
  const having = given.flatMap(({ number, book }) => {
    const value = book && of(book);
    return value === undefined ? [] : [{ number, value, text: text(value, book!) }];
  });
  const first = having[0];
  const other = having.find((one) => one.text !== first?.text);
  if (first !== undefined && other !== undefined) refuse("BLOCKS_DISAGREE", { block: other.number, first: first.number, argument });
  return first?.value;
}

function printText(grid: Grid): string {
  return printOf(grid).hex();
}
