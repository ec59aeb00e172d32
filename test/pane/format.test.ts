import { formatFor } from "../../src/pane/format";
import type { Day } from "../../src/values/day";

const en = formatFor("en", 2);
const zh = formatFor("zh", 2);

test("money with the decimals of its currency", () => {
  expect([en.money(123456789), en.money(-50), en.money(0), en.money(-0)]).toEqual(["1,234,567.89", "\u22120.50", "0.00", "0.00"]);
  expect(formatFor("en", 0).money(1234)).toBe("1,234");
  expect(formatFor("zh", 3).money(1234567)).toBe("1,234.567");
});

test("shares, points, days and odds", () => {
  expect([en.share(0.256), en.share(0.0512), en.share(1), en.share(0)]).toEqual(["26%", "5.1%", "100%", "0%"]);
  expect([en.points(65.2), en.points(-47), en.points(0)]).toEqual(["+65", "\u221247", "0"]);
  expect([en.days(26.84), en.days(-0.01)]).toEqual(["26.8", "0.0"]);
  expect([en.odds(0.327, 0.05), en.odds(0.327, 0.01)]).toEqual(["35%", "33%"]);
});

test("days of the calendar, in no time zone", () => {
  expect(en.day(45658 as Day)).toBe("Jan 1, 2025");
  expect(zh.day(45658 as Day)).toBe("2025年1月1日");
});
