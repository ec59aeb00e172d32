import { refuse } from "../values/answer";
import { NO_CURRENCY } from "../values/currency";
import type { Headings } from "./columns";
import { inBlock, type Head, type Stack } from "./stack";
import { titlesOf } from "./titles";
import { unitOf } from "./units";

/** A column that figures go by and one block lacks. */
export interface Lack {
  /** from 1 */
  readonly block: number;
  /** of the joined table */
  readonly column: number;
  readonly heading: string;
}

/** Fields that change what a row says: a block without one is said, others may be missing in silence. */
const READ = new Set(
  ("buyerId buyerName docNo docType dcInd docDate postDate dueDate baseline terms settledDate amount open paid credited writeOff amountLocal openLocal paidLocal localCurrency debit credit currency disputed status bookType clearDoc ref").split(" "),
);

const MONEY = ["amount", "open", "paid", "credited", "writeOff", "debit", "credit"];

/**
 * Can the blocks be read as one? Refused, naming the block: one that lacks what every row must have (a buyer, a day of
 * issue, the amount; what is open, where nothing else says what is paid), or that counts its money in another unit or
 * currency. Answers what blocks lack besides: its cells are blank.
 */
export function checkBlocks({ heads }: Stack, headings: Headings): readonly Lack[] {
  const needed = neededColumns(headings);
  return heads.flatMap((head) => inBlock(head.number, () => {
    for (const columns of needed) if (columns.every((column) => lacks(head, column))) refuse("BLOCK_LACKS", { heading: headings.texts[columns[0]!]! });
    checkMoney(head, headings);
    return headings.columns.filter(({ field, index }) => READ.has(field) && lacks(head, index)).map(({ index, heading }): Lack => ({ block: head.number, column: index, heading }));
  }));
}

/** Columns of which every block must have one, in the joined table. A column of buyers that stood above their documents is nobody's. */
function neededColumns(headings: Headings): (readonly number[])[] {
  const at = (...fields: readonly string[]): number[] => fields.map(headings.at).filter((column) => column >= 0 && column < headings.texts.length);
  const amount = at("amount");
  const money = amount.length > 0 ? [amount] : at("open").length > 0 ? [] : [at("amountLocal"), at("debit"), at("credit")];
  const decides = headings.at("settledDate") < 0 ? at("open") : []; // with a settled date, the date decides
  return [at("buyerId", "buyerName"), at(headings.at("docDate") >= 0 ? "docDate" : "postDate"), ...money, decides].filter((columns) => columns.length > 0);
}

function lacks({ columns }: Head, column: number): boolean {
  return column < columns.length && columns[column]! < 0;
}

/** The same unit and the same currency as the joined table has them, be they said in a heading or above it. */
function checkMoney(head: Head, headings: Headings): void {
  const own = (field: string): number => head.columns[headings.at(field)] ?? -1;
  const titles = titlesOf(head.grid, { ...headings, row: head.row, texts: head.texts, at: own });
  for (const field of MONEY) {
    if (own(field) < 0) continue;
    const [unit, wanted] = [unitOf(head.texts[own(field)]) ?? titles.unit, unitOf(headings.texts[headings.at(field)]) ?? headings.unit];
    if (unit !== wanted) refuse("BLOCK_UNIT", { heading: head.texts[own(field)]!, unit, wanted });
  }
  const isSaid = headings.currency !== undefined || own("currency") < 0; // else the rows say it
  if (isSaid && titles.currency !== headings.currency) refuse("BLOCK_CURRENCY", { found: titles.currency ?? NO_CURRENCY, wanted: headings.currency ?? NO_CURRENCY });
}
