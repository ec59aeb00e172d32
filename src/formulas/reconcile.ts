import type { JoinedRows } from "../ledger/joinedRows";
import type { Ledger } from "../ledger/ledger";
import type { Reading } from "../ledger/reading";
import { readWholeSheet } from "../ledger/wholeSheet";
import type { Candidate } from "../receivables/causes";
import { reconcile, type CauseFound, type Reconciliation } from "../receivables/reconcile";
import { isoDay, type Day } from "../values/day";
import { say, type Language } from "../values/say";
import type { Arg } from "./ask";
import { askControl } from "./askControl";
import { buyerText } from "./askBuyers";
import { dayOfBook, ledgerOf, moneyOf, onLedger, policyOf, readingOf, type Book } from "./book";
import { rowText, shownText } from "./shown";
import type { Table, Told } from "./told";

const HEADINGS = ["Cause", "Documents", "Amount"];

/** Documents named with a cause, and buyers whose rest is shown: a table is read by people. */
const MOST_NAMED = 10;
const MOST_BUYERS = 200;

/**
 * AR.RECONCILE: the control, the ledger, their difference, what it is made of, and last what is not explained. Signs are the
 * control's: Control = Ledger + the causes + Unexplained. By buyer, a row for each whose difference is not explained comes
 * before that last row, which is their sum. The words of the first three rows and of the last are the same in every language.
 */
export function reconciliation(ledgerArg: Arg, control: Arg, asOf: Arg): Table {
  return onLedger(ledgerArg, (book) => {
    const ledger = ledgerOf(book);
    const { language } = policyOf(book);
    const day = dayOfBook(book, asOf, 3);
    const asked = askControl(control, { argument: "control", place: 2 }, ledger);
    const found = reconcile(readingOf(book), asked, day, wholeSheetOf(book));
    const money = moneyOf(ledger);
    return [
      HEADINGS,
      ["Control", "", money(found.control)],
      ["Ledger", found.documents, money(found.ledger)],
      ["Difference", "", money(found.difference)],
      ...found.causes.map((one): Told[] => [shownText(sentenceOf(one, readingOf(book), day, language)), one.documents === 0 ? "" : one.documents, money(one.amount)]),
      ...buyersLeft(found, ledger).map(([name, minor]): Told[] => [name, "", money(minor)]),
      ["Unexplained", "", money(found.unexplained)],
    ];
  });
}

const wholeSheets = new WeakMap<Reading, { readonly ledger: Ledger | undefined }>();

/** Read when first asked for, and kept as long as the reading is. */
function wholeSheetOf(book: Book): Ledger | undefined {
  const reading = readingOf(book);
  let whole = wholeSheets.get(reading);
  if (whole === undefined) {
    const { invoices, further = [], payments, buyers } = book.remembered.sources;
    whole = { ledger: readWholeSheet(invoices, reading, { further, ...(payments === undefined ? {} : { payments }), ...(buyers === undefined ? {} : { buyers }) }) };
    wholeSheets.set(reading, whole);
  }
  return whole.ledger;
}

function sentenceOf({ cause, found }: CauseFound, { ledger, joined }: Reading, day: Day, language: Language): string {
  const parts = new Set(found.map(({ part }) => part));
  const [part] = parts;
  const way = cause !== "NO_RATE" || parts.size > 1 || part === undefined ? "" : part === ledger.currency ? ".oneToOne" : Number(part) > 0 ? ".at" : ".as";
  return say({ code: `cause.${cause}${way}`, with: { day: isoDay(day), rate: part ?? "", listDocuments: namesOf(found, ledger, joined, language) } }, language);
}

/** `D-1 (Anker), row 7 and 12 more`: by number, so that the order of the sheet does not show. */
function namesOf(found: readonly Candidate[], ledger: Ledger, joined: JoinedRows | undefined, language: Language): string {
  const names = [...new Set(found.map((one) => nameOf(one, ledger, joined, language)))].sort();
  const shown = names.slice(0, MOST_NAMED).join(language === "zh" ? "、" : ", ");
  return names.length <= MOST_NAMED ? shown : say({ code: "cause.more", with: { listShown: shown, more: names.length - MOST_NAMED } }, language);
}

function nameOf({ cause, number, row, buyer, who }: Candidate, ledger: Ledger, joined: JoinedRows | undefined, language: Language): string {
  const name = cut(buyer >= 0 ? buyerText(ledger, buyer) : who);
  const document = number !== "" ? cut(number) : row > 0 ? say({ code: "cause.row", with: { row: cause === "UNMATCHED_RECEIPT" ? row : rowText(joined, row) } }, language) : "";
  return document === "" || name === "" ? document + name : `${document} (${name})`;
}

/** A number or a name may be a page long. */
function cut(text: string): string {
  return text.length <= 40 ? text : `${text.slice(0, 39)}…`;
}

function buyersLeft({ unexplainedBuyers }: Reconciliation, ledger: Ledger): [name: string, minor: number][] {
  const rows = unexplainedBuyers.slice(0, MOST_BUYERS).map(({ buyer, who, minor }): [string, number] => [`Unexplained: ${buyer >= 0 ? buyerText(ledger, buyer) : shownText(who)}`, minor]);
  const rest = unexplainedBuyers.slice(MOST_BUYERS);
  return rest.length === 0 ? rows : [...rows, [`Unexplained: ${rest.length} other buyers`, rest.reduce((sum, { minor }) => sum + minor, 0)]];
}
