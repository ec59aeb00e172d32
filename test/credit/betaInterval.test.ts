import { betaQuantile, incompleteBeta, lateRateInterval } from "../../src/credit/betaInterval";

/** Against SciPy's beta.ppf. */
test.each([
  [0.1, 0.5, 1.5, 0.0061812439384296685],
  [0.9, 0.5, 1.5, 0.6486428019743724],
  [0.1, 9.6, 4.4, 0.523501712031991],
  [0.9, 9.6, 4.4, 0.8353979465624471],
  [0.1, 0.08, 1.92, 1.2723878746749126e-13],
  [0.5, 30000, 70000, 0.29999866666193536],
  [0.1, 300000, 700000, 0.29941280510533913],
])("quantile %f of Beta(%f, %f)", (share, a, b, expected) => {
  expect(Math.abs(betaQuantile(share, a, b) / expected - 1)).toBeLessThan(1e-9);
});

test("is the whole probability at the ends", () => {
  expect([incompleteBeta(0, 2, 3), incompleteBeta(1, 2, 3), incompleteBeta(-1, 2, 3)]).toEqual([0, 1, 0]);
  expect(incompleteBeta(0.5, 1, 1)).toBeCloseTo(0.5, 14);
});

test("9 late of 12 in a book of 30 %: between 52 and 84 %", () => {
  const [low, high] = lateRateInterval((9 + 0.6) / 14, 14);
  expect([low, high].map((one) => Math.round(one * 100))).toEqual([52, 84]);
});
