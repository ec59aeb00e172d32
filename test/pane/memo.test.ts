import * as functions from "../../src/excel/functions";
import { FILE_KEY, type FileEntry } from "../../src/pane/creditFile";
import { memoPlan, type Memo } from "../../src/pane/memo/memoPlan";
import type { Opened } from "../../src/pane/source";
import { wordsFor } from "../../src/pane/words";
import { problemText } from "../../src/pane/words";
import type { Day } from "../../src/values/day";
import type { MemoryHost } from "../support/memoryHost";
import { sampleHost } from "../support/paneBooks";
import { INVOICES, invoicesHost, NEW_YEAR } from "./books";
import { quietPane } from "./paneSession";

/** What Excel's runtime gives the functions to refuse with. */
Object.assign(globalThis, { CustomFunctions: { ErrorCode: { notAvailable: "#N/A", invalidValue: "#VALUE!" }, Error: class extends Error {} } });

const words = wordsFor("en");

/** Formulas of a plan, calculated: AR calls, INDEX of one, and the sum that is Excel's own. Spills may meet nothing. */
function calculated({ sheet }: Memo, handle: string): (row: number, column: number) => unknown {
  const cells = new Map(sheet.cells.map((cell) => [`${String(cell.row)},${String(cell.column)}`, cell]));
  const shown = new Map<string, unknown>();
  const argument = (text: string): unknown => {
    if (text === "Ledger") return [[handle]];
    const at = /^\$B\$(\d+)$/.exec(text);
    if (at === null) throw new Error(`Not an argument: ${text}`);
    const cell = cells.get(`${String(Number(at[1]) - 1)},1`)!;
    return "value" in cell && cell.value !== "" ? cell.value : null;
  };
  const call = (name: string, given: string): unknown => {
    const args = given.split(",").map(argument);
    try {
      return (functions as unknown as Record<string, (...args: unknown[]) => unknown>)[name]!(...args);
    } catch (error) {
      return (error as { message?: string }).message; // the error that the cell shows
    }
  };
  for (const cell of sheet.cells) {
    if (!("formula" in cell)) continue;
    const [plain, index] = [/^=AR\.(\w+)\(([^()]*)\)$/.exec(cell.formula), /^=INDEX\(AR\.(\w+)\(([^()]*)\),(\d+),(\d+)\)$/.exec(cell.formula)];
    if (index !== null) shown.set(`${String(cell.row)},${String(cell.column)}`, (call(index[1]!, index[2]!) as unknown[][])[Number(index[3]) - 1]![Number(index[4]) - 1]);
    if (plain === null) continue;
    const answer = call(plain[1]!, plain[2]!);
    (Array.isArray(answer) ? (answer as unknown[][]) : [[answer]]).forEach((row, r) => row.forEach((one, c) => {
      const key = `${String(cell.row + r)},${String(cell.column + c)}`;
      const under = cells.get(key);
      if ((r > 0 || c > 0) && under !== undefined && ("formula" in under || under.value !== "")) throw new Error(`${cell.formula} spills over ${key}`);
      if (shown.has(key)) throw new Error(`two spills meet in ${key}`);
      shown.set(key, one);
    }));
  }
  return (row, column) => shown.get(`${String(row)},${String(column)}`);
}

async function handleOf(host: MemoryHost, opened: Opened): Promise<string> {
  const { invoices, payments, buyers } = opened.source.call;
  const read = async (reference: string): Promise<unknown[][] | undefined> => (reference === "" ? undefined : ((await host.read(reference, { signal: new AbortController().signal, onProgress: () => undefined })).grid as unknown[][]));
  return functions.LEDGER((await read(invoices))!, undefined, await read(payments), await read(buyers)) as unknown as string;
}

const NOTE: FileEntry = { buyer: "C-1", kind: "note", day: "2025-03-20", who: "Li", text: "=HYPERLINK(1)\nsecond line", about: "", decided: "" };

/** Labels of column A with what stands beside them. */
function beside(memo: Memo, at: ReturnType<typeof calculated>): Map<string, unknown> {
  return new Map(memo.sheet.cells.flatMap((cell) => (cell.column === 0 && "value" in cell && cell.look === "label" ? [[String(cell.value), at(cell.row, 1)] as const] : [])));
}

test("every figure is a live formula, no spill meets another cell, and the ageing adds up", async () => {
  const host = sampleHost();
  const opened = (await quietPane(host)).opened();
  const { ledger } = opened.reading;
  const handle = await handleOf(host, opened);
  for (const buyer of Array.from({ length: ledger.buyers.count }, (_, at) => at)) {
    const memo = memoPlan({ ledger: "Ledger", opened, buyer, day: ledger.lastDay, chosen: false, entries: [], words });
    const at = calculated(memo, handle);
    const shown = beside(memo, at);
    const open = shown.get("Open");
    const first = memo.sheet.cells.find((cell) => cell.column === 0 && "value" in cell && cell.value === "Ageing")!.row + 1;
    const aged = memo.sheet.cells.filter((cell) => cell.column === 1 && "formula" in cell && cell.formula.includes("AR.AGING")).map(({ row }) => at(row, 1) as number);
    expect(at(first, 0)).toBe("Not due");
    expect(aged.at(-1)).toBe(open);
    expect(Math.abs(aged.slice(0, -1).reduce((a, b) => a + b, 0) - (open as number))).toBeLessThan(0.005);
  }
});

test("on the day that was chosen, in a workbook that counts from 1904 too", async () => {
  const opened = (await quietPane(invoicesHost())).opened();
  const asked = { ledger: "Ledger", opened, buyer: 1, day: (NEW_YEAR + 50) as Day, entries: [], words } as const;
  const day = (memo: Memo): unknown => memo.sheet.cells.find(({ row, column }) => row === 3 && column === 1);
  expect(day(memoPlan({ ...asked, chosen: false }))).toMatchObject({ value: "" });
  expect(day(memoPlan({ ...asked, chosen: true }))).toMatchObject({ value: NEW_YEAR + 50 });
  expect(day(memoPlan({ ...asked, chosen: true, opened: { ...opened, dateSystem: 1904 } }))).toMatchObject({ value: NEW_YEAR + 50 - 1462 });
});

test("notes stand as text on one line, the latest five; names too, whatever they are", async () => {
  const cells = [...INVOICES, ["=1+1", "@Evil: Mill", "F-9", NEW_YEAR, NEW_YEAR + 30, 10, ""]];
  const opened = (await quietPane(invoicesHost({}, cells))).opened();
  const entries = [NOTE, ...Array.from({ length: 8 }, (_, at): FileEntry => ({ ...NOTE, text: `n${String(at)}` })), { ...NOTE, text: "x".repeat(1000) }];
  const { sheet } = memoPlan({ ledger: "Ledger", opened, buyer: 3, day: opened.reading.ledger.lastDay, chosen: false, entries, words });
  expect(sheet.cells).toContainEqual({ row: 2, column: 1, value: "=1+1", format: "@", look: "input" });
  expect(sheet.cells.filter((cell) => cell.column === 1 && "value" in cell && /^n\d|=HYPERLINK/.test(String(cell.value)))).toHaveLength(5);
  expect(sheet.cells).toContainEqual(expect.objectContaining({ column: 1, value: "=HYPERLINK(1) second line" }));
  for (const cell of sheet.cells) if ("formula" in cell) expect(cell.formula).toMatch(/^=(AR\.|INDEX\(AR\.|IF\(ISNUMBER\()/);
  expect(sheet.sheet.length).toBeLessThanOrEqual(31);
});

describe("Insert memo", () => {
  test("connects, writes the sheet with what the workbook keeps of the buyer, and sets up one page", async () => {
    const host = invoicesHost();
    host.settings.set(FILE_KEY, [NOTE, { ...NOTE, buyer: "C-2", text: "of another" }]);
    const { actions, session, opened } = await quietPane(host);
    await actions.insertMemo(0, opened().reading.ledger.lastDay);
    expect(session().notice).toEqual({ kind: "inserted", sheet: "Memo North Mill" });
    expect(host.written.map(({ sheet }) => sheet)).toEqual(["Ledger", "Memo North Mill"]);
    expect([...host.formulas.values()]).toEqual(expect.arrayContaining(["=AR.LIMITREASONS(Ledger,$B$3,$B$4)", "=AR.SCOREREASONS(Ledger,$B$3,$B$4)"]));
    const texts = host.sheets.get("Memo North Mill")!.flat();
    expect([texts.includes("=HYPERLINK(1) second line"), texts.includes("of another")]).toEqual([true, false]);
    expect(host.pages.get("Memo North Mill")).toMatchObject({ landscape: false, area: { row: 0, column: 0, columns: 3 } });
  });

  test("where the program sets no pages the formulas stand, and it is said", async () => {
    const host = invoicesHost();
    const { actions, session, opened } = await quietPane(host);
    host.failing.set("setPage", "unsupported");
    await actions.insertMemo(0, opened().reading.ledger.lastDay);
    const { notice } = session();
    if (notice?.kind !== "inserted") throw new Error(JSON.stringify(notice));
    expect(notice.unpaged).toMatchObject({ kind: "host", code: "unsupported" });
    expect(problemText(notice.unpaged!, words, "en")).toMatch(/cannot do that/);
    expect(host.sheets.has("Memo North Mill")).toBe(true);
  });
});

test("in Chinese", async () => {
  const opened = (await quietPane(invoicesHost({ language: "zh" }))).opened();
  const { sheet, page } = memoPlan({ ledger: "Ledger", opened, buyer: 0, day: opened.reading.ledger.lastDay, chosen: false, entries: [], words: wordsFor("zh") });
  const texts = sheet.cells.flatMap((cell) => ("value" in cell && typeof cell.value === "string" && cell.value !== "" ? [cell.value] : []));
  for (const text of texts) expect([text, /[\u4e00-\u9fff]/.test(text) || text === "C-1"]).toEqual([text, true]);
  expect(page.footer).toBe("第 &P 页，共 &N 页");
});
