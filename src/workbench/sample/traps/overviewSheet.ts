import { addressText } from "../../model/a1";
import type { RowSnapshot, SheetSnapshot } from "../../model/bookSnapshot";
import type { CellFormat } from "../../model/WorkbookPort";
import { HEADING, LABEL, MONEY, NOTE, number, TITLE } from "../look";
import { type Formats, Page } from "../page";
import type { Language } from "../words";
import type { TrapPlace } from "./ledgerSheet";
import { rowHeight } from "./rowHeight";
import type { Text, Trap } from "./trap";
import { formulaIn } from "./words";

export const OVERVIEW_NAME: Text = { en: "Traps", zh: "陷阱" };

/** 0-based row of the headings, and the columns. */
const HEADINGS = 5;
const NO = 1, TRAP = 2, OTHERS = 3, ANSWER = 4, OURS = 5, AGREES = 6, WHERE = 7;
const WIDTHS = [10, 26, 240, 186, 82, 90, 50, 84];
const TRAP_CHARACTERS = 46, OTHERS_CHARACTERS = 36;

const SAYS = {
  title: { en: "25 ageing traps", zh: "账龄的 25 个陷阱" },
  what: {
    en: "Small ledgers with answers worked out by hand; a live AR formula must give the same. Change an amount on the next sheets and watch.",
    zh: "每个陷阱是一本小台账，答案由手算得出，实时的 AR 公式必须给出同样的数字。改动后面各表中的金额即可看到变化。",
  },
  whence: {
    en: "Pains that recur in public issue threads of accounting systems. * = the nearest thing a ledger can show; its sheet says instead of what.",
    zh: "它们是各会计系统公开讨论中反复出现的问题。* 表示以台账能展示的最接近的情形代替，所在表中注明代替什么。",
  },
  no: { en: "No", zh: "号" },
  trap: { en: "Trap", zh: "陷阱" },
  others: { en: "Where others fail", zh: "常见错误" },
  answer: { en: "Right answer", zh: "正确答案" },
  agrees: { en: "Agrees", zh: "一致" },
  where: { en: "Ledger", zh: "台账" },
  row: { en: "row", zh: "行" },
} as const satisfies Readonly<Record<string, Text>>;

/** The 25, each with its answer as a constant, ours as a live formula, and whether they and every other figure of the trap agree. */
export function overviewSheet(formats: Formats, language: Language, traps: readonly Trap[], places: ReadonlyMap<number, TrapPlace>): SheetSnapshot {
  const page = new Page(formats);
  const say = (text: Text): string => text[language];
  const rows: RowSnapshot[] = [{ row: 0, height: 27 }, { row: 3, height: 20 }, { row: HEADINGS, height: 20 }];
  page.put(0, NO, say(SAYS.title), TITLE);
  page.put(1, NO, say(SAYS.what), NOTE);
  page.put(2, NO, say(SAYS.whence), NOTE);
  page.put(3, NO, countFormula(language, traps.length), { ...LABEL, bold: true, vertical: "Center" });
  headings(page, say);
  traps.forEach((trap, at) => {
    const row = HEADINGS + 1 + at;
    const place = places.get(trap.no)!;
    const [answer] = trap.figures;
    const middle: CellFormat = { ...LABEL, vertical: "Center", ...(at % 2 === 1 ? { fill: STRIPE } : {}) };
    const money: CellFormat = { ...middle, ...number(MONEY) };
    const sentence = say(trap.trap) + (trap.insteadOf === undefined ? "" : " *");
    page.put(row, NO, trap.no, { ...middle, horizontal: "Center" });
    page.put(row, TRAP, sentence, { ...middle, wrap: true });
    page.put(row, OTHERS, say(trap.others), { ...middle, wrap: true });
    page.put(row, ANSWER, answer.byHand, { ...money, bold: true });
    page.put(row, OURS, formulaIn(language, answer.ours), money);
    page.put(row, AGREES, agreesFormula(row + 1, place), { ...middle, horizontal: "Center" });
    page.put(row, WHERE, whereFormula(place, say(SAYS.row), language), middle);
    rows.push({ row, height: rowHeight([[sentence, TRAP_CHARACTERS], [say(trap.others), OTHERS_CHARACTERS]]) });
  });
  return { name: say(OVERVIEW_NAME), cells: page.cells, showGridlines: false, frozenRows: HEADINGS + 1, rows, columns: WIDTHS.map((width, column) => ({ column, width })) };
}

const STRIPE = "#F5F8FB";

function headings(page: Page, say: (text: Text) => string): void {
  const put = (column: number, text: string, horizontal: NonNullable<CellFormat["horizontal"]>): void => page.put(HEADINGS, column, text, { ...HEADING, horizontal, vertical: "Center" });
  put(NO, say(SAYS.no), "Center");
  put(TRAP, say(SAYS.trap), "Left");
  put(OTHERS, say(SAYS.others), "Left");
  put(ANSWER, say(SAYS.answer), "Right");
  put(OURS, "Open Account", "Right");
  put(AGREES, say(SAYS.agrees), "Center");
  put(WHERE, say(SAYS.where), "Left");
}

function countFormula(language: Language, count: number): string {
  const agreeing = `COUNTIF(G${HEADINGS + 2}:G${HEADINGS + 1 + count},TRUE)`;
  return language === "zh" ? `="${count} 个中有 "&${agreeing}&" 个一致"` : `=${agreeing}&" of ${count} agree"`;
}

/** `row` as people count it. */
function agreesFormula(row: number, { sheet, agrees }: TrapPlace): string {
  return `=IFERROR(AND(ROUND(E${row}-F${row},2)=0,${addressText(sheet, agrees)}),FALSE)`;
}

/** In Excel a click goes there. */
function whereFormula({ sheet, top }: TrapPlace, word: string, language: Language): string {
  const shown = language === "zh" ? `${sheet} 第 ${top.row + 1} ${word}` : `${sheet}, ${word} ${top.row + 1}`;
  return `=HYPERLINK("#${addressText(sheet, top)}","${shown}")`;
}
