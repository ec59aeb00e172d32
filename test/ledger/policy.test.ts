import { DEFAULT_POLICY, readPolicy } from "../../src/ledger/readPolicy";
import type { Cell } from "../../src/values/cell";
import { refusal } from "../support/book";
import { on } from "../support/columns";

test("defaults, when nothing is said", () => {
  for (const grid of [[], [["key", "value"]], [["currency", ""]], [[null, null]]]) expect({ ...readPolicy(grid), text: "" }).toEqual(DEFAULT_POLICY);
  expect([DEFAULT_POLICY.buckets, DEFAULT_POLICY.bookLateRate, DEFAULT_POLICY.gradeEdges, DEFAULT_POLICY.limitFactor, DEFAULT_POLICY.lgd]).toEqual([[30, 60, 90], 0.3, [-1.25, -0.4, 0.4, 1.25], [1.3, 1.15, 1, 0.6, 0], 0.45]);
});

test("every key", () => {
  const policy = readPolicy([
    ["key", "value"], ["currency", "eur"], ["rate.USD", 0.92], ["backdate", "asListed"], ["dateOrder", "dmy"], ["century", 1950], ["decimalMark", "comma"], ["credits", "fifo"], ["disputes", "exclude"], ["retention", "include"], ["bankBills", "in"], ["rollUp", "parent"], ["blocks", "cut"], ["buckets", "15,45"], ["businessDays", "roll"],
    ["holidays", "2025-12-25,2026-01-01"], ["dateSystem", 1904], ["language", "zh"], ["terms.NAH4", 45], ["terms.ZB60", "EOM+30"], ["lateAfter", 5], ["grace", 2], ["bookLateRate", 0.2], ["scoreDisputed", "no"], ["grade.A", -1],
    ["limitFactor.E", 0.1], ["limit.combine", "median"], ["limit.safety", 1.5], ["limit.ownShare", 0.2], ["limit.netWorth", 0.3], ["limit.workingCapital", 0.4], ["limit.history", 1.1], ["lgd", 0.5], ["pd.B", 0.02],
    ["margin", 0.25], ["costOfMoney", 0.09], ["review.C", 4], ["field.amount", "Total"],
  ]);
  expect(policy).toMatchObject({
    currency: "EUR", rates: new Map([["USD", 0.92]]), backdate: "asListed", dateOrder: "dmy", century: 1950, decimalMark: ",", credits: "fifo", disputes: "exclude", retention: "include", bankBills: "in", rollUp: "parent", blocks: "cut", buckets: [15, 45], businessDays: "roll",
    holidays: [on("2025-12-25"), on("2026-01-01")], dateSystem: 1904, language: "zh", terms: new Map<string, number | string>([["NAH4", 45], ["ZB60", "EOM+30"]]), lateAfter: 5, grace: 2, bookLateRate: 0.2, scoreDisputed: false,
    gradeEdges: [-1, -0.4, 0.4, 1.25], limitFactor: [1.3, 1.15, 1, 0.6, 0.1], limit: { combine: "median", safety: 1.5, ownShare: 0.2, netWorth: 0.3, workingCapital: 0.4, history: 1.1 }, lgd: 0.5,
    pd: [undefined, 0.02, undefined, undefined, undefined], margin: 0.25, costOfMoney: 0.09, review: [12, 12, 4, 3, 1], fields: new Map([["amount", "Total"]]),
  });
});

test("every key of limits and provisions", () => {
  expect(readPolicy([
    ["limit.orders", "no"], ["limit.country", "steps"], ["override.insolvent", "note"], ["override.legalFlag", "c"], ["override.overdue", "off"], ["override.overdueDays", 60],
    ["approve.manager", 5000], ["approveGrade.director", "E"], ["altman", "Z’"], ["scenario.worse", "30% × 1.4"], ["scenario.base", "0.7 x 1"], ["standard", "CAS22"], ["provision.insured", "net"],
  ])).toMatchObject({
    limit: { orders: false, country: "steps" }, override: { insolvent: "note", legalFlag: "C", overdue: "off", overdueDays: 60 },
    approval: [{ who: "analyst", most: 50_000, worst: "C" }, { who: "manager", most: 5000, worst: "D" }, { who: "director", most: 1_000_000, worst: "E" }],
    altman: "Z'", scenarios: [{ name: "base", weight: 0.7, factor: 1 }, { name: "worse", weight: 0.3, factor: 1.4 }], standard: "cas22", insured: "net",
  });
});

test.each<[string, Cell, RegExp]>([
  ["override.insolvent", "F", /C, D, E, note, off/], ["override.overdueDays", 0, /from 1 to/], ["altman", "Z3", /Z, Z', Z''/], ["approve.clerk", 5, /approve\.analyst/], ["approveGrade.analyst", "F", /A, B/], ["scenario.base", 0.3, /weight x factor/],
  ["scenario.base", "1 x 1 x 1", /weight x factor/], ["scenario.base", "x".repeat(1_000_000), /weight x factor/], ["scenario.base", "0.3 x 1.2", /add up to 1; they add up to 0\.3/], ["scenario.", "1 x 1", /scenario\.NAME/], ["standard", "gaap", /ifrs9/], ["provision.insured", "yes", /apart, net/],
])("%s cannot be %p", (key, value, words) => {
  expect(refusal(() => readPolicy([[key, value]]))).toMatch(words);
  expect(refusal(() => readPolicy([[key, value]]), "zh")).toMatch(/\p{Script=Han}/u);
});

test("the text of a policy does not depend on the order of its rows", () => {
  expect(readPolicy([["grace", 1], ["lgd", 0.5]]).text).toBe(readPolicy([["LGD", 0.5], ["grace", 1]]).text);
  expect(readPolicy([["grace", 1]]).text).not.toBe(readPolicy([["grace", 2]]).text);
});

test.each<[Cell, string]>([["curency", "currency"], ["field.amonut", "field.amount"], ["grade.F", "grade.A"], ["bucket", "buckets"]])("an unknown key %s names its row and %s", (key, near) => {
  expect(refusal(() => readPolicy([["key", "value"], [key, 1]]))).toMatch(new RegExp(`Row 2.*${near.replace(".", "\\.")}`));
  expect(refusal(() => readPolicy([["key", "value"], [key, 1]]), "zh")).toContain(near);
});

test.each<[string, Cell]>([["currency", "EURO"], ["lgd", 1.5], ["lateAfter", -1], ["lateAfter", 1.5], ["buckets", "60,30"], ["dateSystem", 1900.5], ["rate.USD", 0], ["language", "fr"], ["holidays", "Christmas"], ["bookLateRate", 1], ["grade.A", 2], ["review.A", { type: "Error", basicValue: "#REF!" }], ["margin", true]])("%s cannot be %p", (key, value) => {
  expect(refusal(() => readPolicy([["lgd2", null], [key, value]].slice(1) as Cell[][]))).toMatch(/Row 1|increase/);
});

test("a key twice", () => {
  expect(refusal(() => readPolicy([["grace", 1], ["lgd", 0.4], ["Grace", 2]]))).toMatch(/Row 3.*row 1/);
});

test("a rate without a currency to bring it into", () => {
  expect(refusal(() => readPolicy([["rate.USD", 2]]))).toMatch(/currency/);
});
