/** Every way in which an export writes a date (methods.md K4), and what is asked or doubted where the texts do not say. */
import fc from "fast-check";
import { readDay } from "../../src/ledger/readDay";
import { readLedger } from "../../src/ledger/readLedger";
import { readPolicy } from "../../src/ledger/readPolicy";
import type { Cell, Grid } from "../../src/values/cell";
import { civilOf, FIRST_DAY, isoDay, LAST_DAY, type Day } from "../../src/values/day";
import { doubtsIn, refusal } from "../support/book";
import { on } from "../support/columns";

const withDue = (...days: Cell[]): Grid => [["Customer", "Invoice Date", "Due Date", "Amount"], ...days.map((day, i): Cell[] => [`B${i}`, on("1990-01-01"), day, 10])];
const dueOf = (grid: Grid, ...policy: Cell[][]): string[] => [...readLedger(grid, { policy: readPolicy(policy) }).ledger.documents.due].map((day) => (day === 0 ? "" : isoDay(day as Day)));

describe("3 June 2025", () => {
  test.each<Cell>([
    45811, 45811.75, "45811", "45811.75", 20250603, "20250603", "20250603.0", 20250603103000, "20250603103000", "20250603T103000Z",
    "2025-06-03", "2025-6-3", "2025-06-03T00:00:00Z", "2025-06-03T10:30:00.000+08:00", "2025-06-03 00:00:00", "2025-06-03 10:30:00 +0800", "2025-06-03 10:30 PM", " 2025-06-03 ",
    "2025/6/3", "2025/06/03", "2025.06.03", "2025.6.3", "2025.06.03.", "2025. 6. 3", "２０２５-０６-０３", "2025－06－03", "2025‑06‑03",
    "2025年6月3日", "2025年06月03日", "2025 年 6 月 3 日", "２０２５年６月３日", "2025年6月3日 星期二", "2025年6月3日10:30", "2025年6月3日 上午10时30分", "2025年6月3号", "25年6月3日",
    "03.06.2025", "3.6.2025", "3. 6. 2025", "03.06.2025 00:00:00",
    "3-Jun-2025", "03-JUN-2025", "3 June 2025", "3 Jun 2025", "Jun 3, 2025", "June 3rd, 2025", "Tuesday, June 3, 2025", "Tue Jun 03 2025", "3/Jun/2025", "2025-Jun-03", "3. Juni 2025", "3 juin 2025",
    "03-JUN-25", "03-JUN-25 12.00.00.000000 AM", "3 Jun 25", "Jun 3 '25",
  ])("%p", (cell) => {
    expect(isoDay(readDay(cell, undefined, 0) as Day)).toBe("2025-06-03");
    expect(dueOf(withDue(cell))).toEqual(["2025-06-03"]);
  });

  test.each([["13. März 2025", 3], ["1er août 2025", 8], ["24 déc. 2025", 12], ["1. Mrz 2025", 3], ["5 févr. 2025", 2], ["5 Mai 2025", 5], ["7 Okt. 2025", 10], ["9 Sept 2025", 9]])("%s is of month %i", (text, month) => {
    expect(civilOf(readDay(text, undefined, 0) as Day).month).toBe(month);
  });
});

test.each<Cell>([
  null, "", " ", 0, "0", "00", "00.00.0000", "00/00/0000", "0000-00-00", "0000-00-00 00:00:00", "00000000", "1900-01-00", "1/0/1900", "0-Jan-00", "00-Jan-1900", "1900-01-01", "01/01/1900", "0001-01-01T00:00:00", "1753-01-01",
  "-", "--", "—", "–", "/", "n/a", "N/A", "None", "NULL", "nil", "NaT", "00:00:00", "无",
])("%p is no date, and no doubt", (cell) => {
  const reading = readLedger(withDue(cell));
  expect([reading.ledger.documents.due[0], doubtsIn(reading).filter((doubt) => doubt.includes("DATE"))]).toEqual([0, []]);
});

test.each<Cell>([
  "soon", "2025-02-30", "2025-13-01", "31.04.2025", "32.01.2025", "2025-06", "Jun 2025", "Jun-25", "6/3", "114/06/03", "2025-06-03 x", "2025-06-03-04", "2025/6-3", "3 Junk 2025", "2025年6月", "12 34 2025", "3 Jun Jul 2025", "250603",
  "-5", -5, NaN, Infinity, 1e308, 20250631, 3e6, true, "#REF!", { type: "Error", basicValue: "#N/A" }, "1".repeat(1_000_000), "2025-06-03".repeat(100_000), "年".repeat(1_000_000),
])("%p is a doubt with its money", (cell) => {
  const reading = readLedger(withDue("2025-06-03", cell));
  expect([[...reading.ledger.documents.due], reading.issues.filter(({ column, row }) => column === 2 && row === 3).map(({ amount }) => amount)]).toEqual([[on("2025-06-03"), 0], [1000]]);
});

test.each<Cell>(["1989-12-31", "31.12.1989", "2201-01-01", "9999-12-31", 12, LAST_DAY + 1, "2568-06-03"])("%p lies outside 1990 to 2200", (cell) => {
  expect(doubtsIn(readLedger(withDue("2025-06-03", cell)))).toContain("DATE_OUTSIDE 3 10");
});

describe("every day reads back, however it is written", () => {
  const two = (number: number): string => String(number).padStart(2, "0");
  const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
  const FORMS: Readonly<Record<string, (year: number, month: number, day: number, serial: number) => Cell>> = {
    serial: (_y, _m, _d, serial) => serial, "serial with a time": (_y, _m, _d, serial) => serial + 0.999, "serial as text": (_y, _m, _d, serial) => (serial < 100_000 ? String(serial) : serial), // six digits as text may be 250603
    compact: (y, m, d) => y * 10000 + m * 100 + d, "compact text": (y, m, d) => `${y}${two(m)}${two(d)}`, ISO: (y, m, d) => `${y}-${two(m)}-${two(d)}`, "ISO with a time": (y, m, d) => `${y}-${two(m)}-${two(d)}T23:59:59Z`,
    slashes: (y, m, d) => `${y}/${m}/${d}`, points: (y, m, d) => `${y}.${two(m)}.${two(d)}`, Chinese: (y, m, d) => `${y}年${m}月${d}日`, "full width": (y, m, d) => `${y}年${two(m)}月${two(d)}日`.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
    German: (y, m, d) => `${two(d)}.${two(m)}.${y}`, "a month's name": (y, m, d) => `${d}-${MONTHS[m - 1]!.toUpperCase()}-${y}`, American: (y, m, d) => `${MONTHS[m - 1]!} ${d}, ${y}`,
  };
  const day = fc.integer({ min: FIRST_DAY, max: LAST_DAY });
  const written = (form: keyof typeof FORMS, serial: number): Cell => {
    const { year, month, day: d } = civilOf(serial as Day);
    return FORMS[form]!(year, month, d, serial);
  };

  test.each(Object.keys(FORMS))("%s", (form) => {
    fc.assert(fc.property(fc.array(day, { minLength: 1, maxLength: 40 }), (days) => {
      expect([...readLedger(withDue(...days.map((serial) => written(form, serial)))).ledger.documents.due]).toEqual(days);
    }));
  });

  test("all forms in one column", () => {
    fc.assert(fc.property(fc.array(fc.tuple(day, fc.constantFrom(...Object.keys(FORMS))), { minLength: 1, maxLength: 40 }), (cells) => {
      expect([...readLedger(withDue(...cells.map(([serial, form]) => written(form, serial)))).ledger.documents.due]).toEqual(cells.map(([serial]) => serial));
    }));
  });

  const ordered = (order: string, y: string, m: number, d: number, by: string): string => (order === "dmy" ? [two(d), two(m), y] : order === "mdy" ? [two(m), two(d), y] : [y, two(m), two(d)]).join(by);

  test("in the order that the policy says, with two digits of the year too", () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: FIRST_DAY, max: on("2089-12-31") }), { minLength: 1, maxLength: 20 }), fc.constantFrom("dmy", "mdy", "ymd"), fc.boolean(), fc.constantFrom("/", "-", "."), (days, order, short, by) => {
      const texts = days.map((serial) => {
        const { year, month, day: d } = civilOf(serial as Day);
        return ordered(order, short ? two(year % 100) : String(year), month, d, by);
      });
      expect(dueOf(withDue(...texts), ["dateOrder", order])).toEqual(days.map((serial) => isoDay(serial as Day)));
    }));
  });

  test("in the order that one text tells, wherever it stands, or the dates of the sheet's other columns", () => {
    fc.assert(fc.property(fc.array(day, { minLength: 1, maxLength: 20 }), fc.constantFrom("dmy", "mdy"), fc.nat(), fc.boolean(), (days, order, place, elsewhere) => {
      const texts = days.map((serial) => {
        const { year, month, day: d } = civilOf(serial as Day);
        return ordered(order, String(year), month, d, "/");
      });
      const telling = ordered(order, "2025", 6, 13, "/");
      const rows = texts.map((text): Cell[] => ["A", 33_000, text, null, 10]);
      rows.splice(place % (rows.length + 1), 0, elsewhere ? ["A", 33_000, null, telling, 10] : ["A", 33_000, telling, null, 10]);
      const { due } = readLedger([["Customer", "Invoice Date", "Due Date", "Baseline Date", "Amount"], ...rows]).ledger.documents;
      expect([...due].filter((one) => one !== 0 && one !== on("2025-06-13"))).toEqual(days.filter((one) => one !== on("2025-06-13")));
    }));
  });
});

describe("day and month that cannot be told apart", () => {
  test("are asked for, with the policy key that settles it", () => {
    const asked = refusal(() => readLedger(withDue("05/06/2025", "03/04/2025")));
    expect(asked).toMatch(/"Due Date".*05\/06\/2025.*dateOrder/);
    expect(refusal(() => readLedger(withDue("05/06/2025")), "zh")).toMatch(/Due Date.*05\/06\/2025.*dateOrder/);
    expect(refusal(() => readLedger(withDue("13/06/2025", "06/13/2025", "05/06/2025")))).toMatch(/dateOrder/);
  });

  test("are not asked for where no text needs it", () => {
    expect(dueOf(withDue(45811, "2025-06-03", "03.06.2025", "13/06/2025", "06/13/2025", "5/5/2025"))).toEqual(["2025-06-03", "2025-06-03", "2025-06-03", "2025-06-13", "2025-06-13", "2025-05-05"]);
  });

  test("points are day first, unless a text of the column has its month first", () => {
    expect(dueOf(withDue("03.06.2025"))).toEqual(["2025-06-03"]);
    expect(dueOf(withDue("03.06.2025", "06.13.2025"))).toEqual(["2025-03-06", "2025-06-13"]);
    expect(refusal(() => readLedger(withDue("03.06.2025", "06.13.2025", "13.06.2025")))).toMatch(/dateOrder/);
  });

  test("a long column is asked whole where one text in it contradicts the others", () => {
    const long = (among: string): Grid => withDue(...Array.from({ length: 500 }, (_, i) => (i === 201 ? among : "13/06/2025")));
    const both = withDue(...Array.from({ length: 500 }, (_, i) => (i === 201 ? "06/13/2025" : i === 90 ? "05/06/2025" : "13/06/2025")));
    expect(new Set(dueOf(long("06/13/2025")))).toEqual(new Set(["2025-06-13"])); // each shows its order by itself
    expect(refusal(() => readLedger(both))).toMatch(/05\/06\/2025.*dateOrder/);
    expect(dueOf(both, ["dateOrder", "dmy"])[90]).toBe("2025-06-05");
    expect([dueOf(long("05.06.2025"))[201], dueOf(long("05/06/2025"))[201], dueOf(long("14/6/25"))[201], dueOf(long("31/06/2025"))[201]]).toEqual(["2025-06-05", "2025-06-05", "2025-06-14", ""]);
  });

  test("a long column reads as its texts together tell, wherever they stand", () => {
    const text = fc.tuple(fc.constantFrom("/", "."), fc.integer({ min: 1, max: 14 }), fc.integer({ min: 1, max: 14 })).filter(([, one, other]) => one <= 12 || other <= 12);
    fc.assert(fc.property(fc.array(fc.tuple(fc.nat({ max: 399 }), text), { maxLength: 4 }), fc.constantFrom<["/" | ".", number, number]>(["/", 13, 6], ["/", 6, 13], [".", 13, 6]), (others, [mark, one, other]) => {
      const two = (number: number): string => String(number).padStart(2, "0");
      const written = Array.from({ length: 400 }, () => [mark, one, other] as const);
      for (const [at, [m, a, b]] of others) written[at] = [m as "/", a, b];
      const tells = (of: string): Set<string> => new Set<string>(written.filter(([m, a, b]) => m === of && a > 12 !== b > 12).map(([, a]) => (a > 12 ? "dmy" : "mdy")));
      const orderOf = (of: string): string | undefined => {
        const own = tells(of).size > 0 ? tells(of) : of === "." ? new Set(["dmy"]) : new Set<string>();
        return own.size === 1 ? [...own][0] : undefined;
      };
      const days = written.map(([m, a, b]) => {
        const order = a > 12 ? "dmy" : b > 12 ? "mdy" : a === b ? "dmy" : orderOf(m);
        return order === undefined ? undefined : `2025-${two(order === "dmy" ? b : a)}-${two(order === "dmy" ? a : b)}`;
      });
      const grid = withDue(...written.map(([m, a, b]) => `${two(a)}${m}${two(b)}${m}2025`));
      if (days.includes(undefined)) expect(refusal(() => readLedger(grid))).toMatch(/dateOrder/);
      else expect(dueOf(grid)).toEqual(days);
    }), { numRuns: 150 });
  });

  test("serials and texts of one order stand in one column", () => {
    expect(dueOf(withDue(45811, "13/06/2025", "05/06/2025", 45830))).toEqual(["2025-06-03", "2025-06-13", "2025-06-05", "2025-06-22"]);
  });
});

describe("years of two digits", () => {
  test("are asked for where which part is the year cannot be told", () => {
    expect(refusal(() => readLedger(withDue("3/6/25")))).toMatch(/two digits.*3\/6\/25.*dateOrder/);
    expect(refusal(() => readLedger(withDue("3/6/25")), "zh")).toMatch(/两位.*3\/6\/25.*dateOrder/);
    expect(refusal(() => readLedger(withDue("13.06.25")))).toMatch(/dateOrder/);
  });

  test("are read where the policy or the column tells", () => {
    expect(dueOf(withDue("3/6/25", "03.06.25"), ["dateOrder", "dmy"])).toEqual(["2025-06-03", "2025-06-03"]);
    expect(dueOf(withDue("25/6/3"), ["dateOrder", "ymd"])).toEqual(["2025-06-03"]);
    expect(dueOf(withDue("06/13/25", "06/03/25"))).toEqual(["2025-06-13", "2025-06-03"]);
    expect(dueOf(withDue("03/06/25", "13/06/2025"))).toEqual(["2025-06-03", "2025-06-13"]);
    expect(dueOf(withDue("95-06-03", "94-12-31"))).toEqual(["1995-06-03", "1994-12-31"]);
  });

  test("the part that varies least is the year, and that is a doubt with its money", () => {
    const german = readLedger(withDue("03.06.25", "28.06.25", "15.01.24"));
    expect([...german.ledger.documents.due]).toEqual(["2025-06-03", "2025-06-28", "2024-01-15"].map(on));
    expect(doubtsIn(german)).toContain("YEARS_GUESSED 2 30");
    expect(dueOf(withDue("25-06-03", "25-06-28", "24-01-15"))).toEqual(["2025-06-03", "2025-06-28", "2024-01-15"]);
    expect(doubtsIn(readLedger(withDue("03.06.25", "28.06.25"), { policy: readPolicy([["dateOrder", "dmy"]]) })).filter((doubt) => doubt.startsWith("YEARS"))).toEqual([]);
  });

  test("stand for 1990 to 2089, or for the hundred years of the policy", () => {
    expect(dueOf(withDue("03-JUN-89", "03-JUN-90"))).toEqual(["2089-06-03", "1990-06-03"]);
    expect(dueOf(withDue("03-JUN-89", "03-JUN-90"), ["century", 2000])).toEqual(["2089-06-03", "2090-06-03"]);
    expect(refusal(() => readPolicy([["century", "last"]]))).toMatch(/century/);
  });
});

describe("dates that something turned round before we came", () => {
  test("texts all after the 12th, numbers all up to it: day and month exchanged by the program that opened the file", () => {
    const reading = readLedger(withDue("13/06/2025", on("2025-03-06"), "28/06/2025", on("2025-01-12")));
    expect(doubtsIn(reading).filter((doubt) => doubt.startsWith("DATES"))).toEqual(["DATES_EXCHANGED 3 10", "DATES_EXCHANGED 5 10"]);
    for (const honest of [["13/06/2025", 45811, "28/06/2025", 45830], ["13/06/2025", 45811, "05/06/2025", 45811], ["13/06/2025", "06/13/2025", 45811, 45811]]) {
      expect(doubtsIn(readLedger(withDue(...honest))).filter((doubt) => doubt.startsWith("DATES"))).toEqual([]);
    }
  });

  test("one evening hour of the zone Z in the whole column: midnight of the next day, elsewhere", () => {
    const zoned = (...days: Cell[]): string[] => doubtsIn(readLedger(withDue(...days))).filter((doubt) => doubt.startsWith("ZONE"));
    expect(zoned("2025-06-02T16:00:00.000Z", "2025-07-31T16:00:00.000Z", 45811)).toEqual(["ZONE_MIDNIGHT 2 10", "ZONE_MIDNIGHT 3 10"]);
    expect(zoned("2025-06-02T16:00:00.000Z", "2025-07-31T09:12:44.000Z")).toEqual([]);
    expect(zoned("2025-06-02T00:00:00Z")).toEqual([]);
  });
});

test("a workbook of the 1904 system: its serials, not its texts", () => {
  expect(dueOf(withDue(45811 - 1462, "44349", "2025-06-03"), ["dateSystem", 1904])).toEqual(["2025-06-03", "2025-06-03", "2025-06-03"]);
});
