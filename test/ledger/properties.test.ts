import fc from "fast-check";
import type { Reading } from "../../src/ledger/reading";
import { issueKinds } from "../../src/ledger/issueKinds";
import { readLedger } from "../../src/ledger/readLedger";
import { writeLedger, writeReceipts } from "../../src/ledger/writeLedger";
import { Refusal } from "../../src/values/answer";
import type { Cell, Grid } from "../../src/values/cell";
import { say, type Sentences } from "../../src/values/say";
import { LEDGER_SENTENCES } from "../../src/values/sentences/ledger";
import { linesIn } from "../support/book";

const HEADINGS = ["Customer", "Customer No", "Customer Name", "Invoice No", "Type", "Invoice Date", "Due Date", "Settled Date", "Amount", "Open", "Paid", "Currency", "Disputed", "Terms", "客户", "到期日", "价税合计", "Colour", "Debit/Credit ind", "Date", "Balance", "Debit", "Credit", "Reference", "1-30", "31-60", "原币金额", "本币余额", "Custmer", "借方", ""];
const anyCell: fc.Arbitrary<Cell> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom<Cell>(45_700, 45_720, "2025-02-03", "3/14/2025", "1/2/2025", "A", "B", "Acme Ltd", "INV", "CN", "EUR", "USD", "Yes", "net 30", "EOM+30", "13/06/2025", "03.06.25", "2025年6月3日", 100, -25.5, "1,234.50", "(1.234,50)", "1.234", "$5", "7 €", "12.5万", "", "", "Customer: A", "Total for A", "小计", "客户：B", "Amount", "单位：万元") },
  { weight: 1, arbitrary: fc.oneof(fc.string(), fc.double(), fc.integer(), fc.boolean(), fc.constantFrom<Cell>(null, undefined, "__proto__", "=1+1", "#REF!", "Total", "合计", { type: "Error", basicValue: "#N/A" }, { basicValue: 7 }, {}, 1e308, NaN, "\u0000", "9".repeat(400))) },
);
const anyGrid: fc.Arbitrary<Grid> = fc.oneof(
  fc.array(fc.array(anyCell, { maxLength: 8 }), { maxLength: 8 }),
  fc.uniqueArray(fc.constantFrom(...HEADINGS), { minLength: 3, maxLength: 9 }).chain((headings) => fc.array(fc.array(anyCell, { minLength: headings.length, maxLength: headings.length }), { maxLength: 20 }).map((rows): Grid => [headings, ...rows])),
);

function readOrSay(grid: Grid, options?: Parameters<typeof readLedger>[1]): Reading | string {
  try {
    return readLedger(grid, options);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { code, with: values = {} } = error.reason;
    const wanted = (LEDGER_SENTENCES as Sentences)[code]!.en.match(/(?<=\{)\w+(?=\})/g) ?? [];
    expect(Object.keys(values)).toEqual(expect.arrayContaining(wanted)); // no sentence with a hole in it
    return say(error.reason, "en") + say(error.reason, "zh");
  }
}

test("any grid gives a ledger or a refusal with its sentence, nothing else; every row is in the ledger or in an issue", () => {
  fc.assert(
    fc.property(anyGrid, anyGrid, anyGrid, (grid, payments, buyers) => {
      readOrSay(grid, { payments });
      readOrSay(grid, { buyers });
      const reading = readOrSay(grid);
      if (typeof reading === "string") return;
      const { ledger, issues, headingRow } = reading;
      for (const { code } of issueKinds(reading)) for (const part of [`issue.${code}`, `issue.${code}.done`]) expect(say({ code: part }).length).toBeGreaterThan(0);
      const said = new Set([...ledger.documents.row, ...issues.map(({ row }) => row)]);
      grid.forEach((row, r) => {
        const blank = row.every((cell) => cell === null || cell === undefined || (typeof cell === "string" && cell.trim() === ""));
        if (r >= headingRow && !blank) expect(said).toContain(r + 1);
      });
    }),
    { numRuns: 1500 },
  );
});

const day = fc.integer({ min: 45_658, max: 46_000 });
const row = fc.record({
  buyer: fc.constantFrom("007", "7", "Anker", "__proto__", "=cmd", "Müller & Söhne"), name: fc.constantFrom("Anker AG", "ANKER AG", "Baltic", "'t Hoen"), type: fc.constantFrom("INV", "DN", ""), issued: day,
  terms: fc.option(fc.constantFrom(14, 30, 60)), cents: fc.integer({ min: -50_000, max: 500_000 }).filter((it) => it !== 0), settled: fc.option(fc.integer({ min: 0, max: 90 })), disputed: fc.boolean(), text: fc.boolean(),
});
const sheet = fc.array(row, { minLength: 1, maxLength: 30 }).map((rows): Cell[][] =>
  rows.map((it, i) => [`N-${i}`, it.buyer, it.name, it.type, it.issued, it.terms === null ? null : it.issued + it.terms, it.text ? String(it.cents / 100) : it.cents / 100, it.settled === null ? "" : it.issued + it.settled, it.disputed ? "Yes" : "No"]),
);
const TOP: Cell[] = ["Invoice No", "Customer No", "Customer Name", "Type", "Invoice Date", "Due Date", "Amount", "Settled Date", "Disputed"];

test("the order of rows and of columns changes nothing", () => {
  fc.assert(
    fc.property(sheet, fc.array(fc.nat(), { minLength: 30, maxLength: 30 }), fc.array(fc.nat(), { minLength: 9, maxLength: 9 }), (rows, rowDraws, columnDraws) => {
      const shuffledRows = rows.map((it, i) => [rowDraws[i]!, it] as const).sort((a, b) => a[0] - b[0]).map(([, it]) => it);
      const order = TOP.map((_, c) => c).sort((a, b) => columnDraws[a]! - columnDraws[b]!);
      const facts = (grid: Grid): unknown => {
        const { ledger, issues } = readLedger(grid);
        const names = ledger.buyers.id.map((id, b) => `${id}: ${ledger.buyers.name[b]!}`).sort();
        return [linesIn(ledger).sort(), names, ledger.firstDay, ledger.lastDay, ledger.lastIssued, ledger.dated, issues.map(({ code, amount }) => `${code} ${amount}`).sort()];
      };
      expect(facts([TOP, ...shuffledRows].map((cells) => order.map((c) => cells[c])))).toEqual(facts([TOP, ...rows]));
    }),
  );
});

test("what is written is read back", () => {
  fc.assert(
    fc.property(sheet, (rows) => {
      const { ledger } = readLedger([TOP, ...rows]);
      const again = readLedger(writeLedger(ledger), { payments: writeReceipts(ledger) }).ledger;
      expect([linesIn(again), again.buyers.id, again.buyers.name, again.documents.closed, again.lastDay]).toEqual([linesIn(ledger), ledger.buyers.id, ledger.buyers.name, ledger.documents.closed, ledger.lastDay]);
    }),
  );
});

test("60,000 rows are read whole, and twice the rows in about twice the time", () => {
  const rows = (count: number): Grid => [TOP, ...Array.from({ length: count }, (_, i): Cell[] => [`N-${i}`, `B${i % 700}`, `Buyer ${i % 700}`, "INV", 45_000 + (i % 700), 45_030 + (i % 700), 10 + (i % 90), i % 3 ? 45_020 + (i % 700) : "", "No"])];
  const [small, large] = [rows(30_000), rows(60_000)];
  const cost = (grid: Grid): number => {
    const times = Array.from({ length: 5 }, () => {
      const began = process.hrtime.bigint();
      expect(readLedger(grid).ledger.documents.count).toBe(grid.length - 1);
      return Number(process.hrtime.bigint() - began);
    });
    return Math.min(...times);
  };
  cost(small);
  expect(cost(large) / cost(small)).toBeLessThan(8);
});

test("one number on every row is no harder than a number each", () => {
  const rows = Array.from({ length: 60_000 }, (_, i): Cell[] => ["SAME", "B", "", "INV", 45_000, null, 1 + i, "", ""]);
  const payments: Grid = [["Invoice No", "Customer", "Payment Date", "Amount"], ...Array.from({ length: 2_000 }, (): Cell[] => ["SAME", "B", 45_010, 0.01])];
  const { ledger } = readLedger([TOP, ...rows], { payments });
  expect([ledger.documents.count, ledger.settlements.count]).toEqual([60_000, 2_000]);
});
