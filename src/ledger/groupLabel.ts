import { errorIn, isBlank, plain, type Cell } from "../values/cell";
import { isCurrency } from "../values/currency";
import { isBucket } from "./buckets";
import { currencyWord } from "./kinds";
import { looksLikeDay } from "./profile";
import { readNumber } from "./readNumber";
import type { RowParts } from "./rowParts";
import { totalWord } from "./totalWords";

/** A row that may name the buyer of the documents below it. */
export interface Label {
  /** 0-based */
  readonly row: number;
  /** rows below that say more of the same buyer */
  readonly also: readonly number[];
  readonly id: Cell;
  readonly name: Cell;
  /** the row says that it is a buyer: `Customer: Acme`, 客户：华东 */
  readonly explicit: boolean;
  /** the row carries money too: the sums of its documents */
  readonly headed: boolean;
  /** place of its first cell and spaces before its text: deeper labels stand further in */
  readonly depth: number;
}

const MOST_CELLS = 8, LONGEST = 200;

/** Rows at the foot or the head of a page, and remarks: Page Industries and Time Warner are buyers. */
const FOOTER =
  /^(?:page\s*(?:\d|of|no|#|:|$)|\d+ (?:of|\/) \d+|(?:printed|generated|created|prepared|exported|run|report)\s*(?:on|at|by|date|time|id|:|\d|$)|as (?:of|at)\b|(?:date|time|user|notes?|period|currency|company(?: code)?)\s*[:：\d]|\*|end of (?:report|list)|continued|confidential|amounts? in|第.*页|共.*[页条]|页码|打印|制表|制单|审核|编制|报表|截止|(?:日期|时间|备注|注|公司|单位|期间|核算单位)[:：]|续)/i;
/** What else lists are grouped by. */
const OTHER_GROUPS = /^(?:current|not (?:yet )?due|overdue|past due|older|future|unapplied|(?:tax )?invoices?|(?:credit|debit) (?:notes?|memos?)|payments?|receipts?|journals?|(?:open|cleared) items?|all|未到期|已?逾期|已到期|未清项?|已清项?|发票|应收单|收款单|其他应收单)$/i;

/** What a report's own selection may say in place of a buyer. */
const EVERYBODY = /^(?:all\b.*|any|every.*|various|multiple|\*|-+|全部.*|所有.*|不限)$/i;

const LABELLED = /^(.{1,30}?)\s*[:：]\s*(.*)$/s;

/** The label that a row without money may be; undefined where it names nobody. A row above the headings must say that it is one. */
export function labelIn(cells: readonly Cell[], row: number, { id: idColumn, name: nameColumn, others }: Pick<RowParts, "id" | "name" | "others">, aboveHeadings: boolean): Label | undefined {
  const filled: number[] = [];
  for (let column = 0; column < cells.length; column++) {
    if (isBlank(plain(cells[column])) || errorIn(plain(cells[column])) !== undefined) continue;
    if (filled.length === MOST_CELLS) return undefined;
    filled.push(column);
  }
  const [first] = filled;
  if (first === undefined) return undefined;
  const text = plain(cells[first]);
  if (typeof text === "string" && text.length > LONGEST) return undefined;
  const depth = first * 100 + (typeof text === "string" ? text.length - text.trimStart().length : 0);
  const explicit = explicitly(cells, filled, aboveHeadings);
  if (explicit !== undefined) return { row, also: [], ...explicit, explicit: true, headed: false, depth };
  if (aboveHeadings) return undefined;
  const bare = filled.length <= 2 && !filled.slice(1).some((column) => others.has(column)); // what stands under another heading is a document's
  const places = bare ? byPlace(cells, filled, idColumn, nameColumn) : undefined;
  return places === undefined ? undefined : { row, also: [], ...places, explicit: false, headed: false, depth };
}

interface Names {
  readonly id: Cell;
  readonly name: Cell;
}

/** `Customer: Acme`, `A/C: | ACM01 | Name: | Acme`, `客户编码 | 0017`: each word of a buyer and what stands after it. */
function explicitly(cells: readonly Cell[], filled: readonly number[], aboveHeadings: boolean): Names | undefined {
  let id: Cell, name: Cell;
  for (let at = 0; at < filled.length; at++) {
    const text = plain(cells[filled[at]!]);
    if (typeof text !== "string" || text.length > LONGEST) continue;
    const labelled = LABELLED.exec(text.trim());
    const next = plain(cells[filled[at + 1] ?? -1]);
    const field = labelled !== null || (filled.length === 2 && at === 0) ? buyerField(labelled?.[1] ?? text, aboveHeadings) : undefined;
    if (field === undefined) continue;
    const value = labelled !== null && labelled[2]!.trim() !== "" ? labelled[2]!.trim() : next;
    if (isBlank(value) || typeof value === "object" || typeof value === "boolean" || EVERYBODY.test(String(value).trim())) continue;
    if (labelled === null || labelled[2]!.trim() === "") at++;
    if (field === "buyerId" || (id === undefined && isCode(value))) id ??= value; // SAP's Customer 100234
    else name ??= value;
  }
  return id === undefined && name === undefined ? undefined : { id, name };
}

const BUYER = "(?:customer|client|debtor|buyer|sold[- ]?to(?: party)?|bill[- ]?to|客户|购货单位|往来单位|往来户|买方|客商|对方单位)";
const IS_ID = new RegExp(`^${BUYER}\\s*(?:no|nr|number|code|id|account|ref|#|编码|编号|代码|号)\\.?$`, "i");
const IS_NAME = new RegExp(`^${BUYER}\\s*(?:name|名称|全称|名)?$`, "i");
/** Short forms that mean the buyer only among the documents: a title may name the books' own account so. */
const IS_ACCOUNT = /^(?:a\/?c|acc(?:oun)?t)\s*(?:no|nr|number|code|ref|#)?\.?$/i, IS_ITS_NAME = /^(?:name|名称)$/i;

/** The part of a buyer that a word in front of its value names. */
function buyerField(word: string, aboveHeadings: boolean): "buyerId" | "buyerName" | undefined {
  const text = word.normalize("NFKC").trim();
  if (IS_NAME.test(text)) return "buyerName";
  if (IS_ID.test(text)) return "buyerId";
  if (aboveHeadings) return undefined;
  return IS_ACCOUNT.test(text) ? "buyerId" : IS_ITS_NAME.test(text) ? "buyerName" : undefined;
}

/** The cells of the buyers' own columns, else the first cell; a number or a code before a name is its id. */
function byPlace(cells: readonly Cell[], filled: readonly number[], idColumn: number, nameColumn: number): Names | undefined {
  const [first, second] = filled.map((column) => ({ column, cell: plain(cells[column]) }));
  if (first === undefined || !isName(first.cell)) return undefined;
  if (second === undefined) return first.column === idColumn && idColumn !== nameColumn ? { id: first.cell, name: undefined } : { id: undefined, name: first.cell };
  if (typeof second.cell !== "string" || !isName(second.cell)) return undefined;
  return isCode(first.cell) || first.column === idColumn ? { id: first.cell, name: second.cell } : undefined;
}

function isName(cell: Cell): boolean {
  if (typeof cell === "number") return Number.isInteger(cell) && !looksLikeDay(cell);
  if (typeof cell !== "string") return false;
  const text = cell.normalize("NFKC").trim();
  if (text === "" || FOOTER.test(text) || OTHER_GROUPS.test(text) || isBucket(text) || /^[-=_.\s]+$/.test(text)) return false;
  if (looksLikeDay(text) || isCurrency(currencyWord(text))) return false;
  return totalWord(text)?.alone !== true && (/[^\d.,\s()-]/.test(text) || Number.isInteger(readNumber(text, undefined)));
}

function isCode(cell: Cell): boolean {
  return typeof cell === "number" || (typeof cell === "string" && cell.length <= 20 && !/\s/.test(cell.trim()) && /\d/.test(cell));
}
