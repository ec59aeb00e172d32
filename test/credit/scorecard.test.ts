/** The worked numbers of methods.md B3, B4, B6, B7 and B9. */
import { brier, discrimination, emptySpread, ranked, spreadOf, stabilityIndex } from "../../src/credit/discrimination";
import { betaPrior, cardLogOdds, cardPoints, cardProbability, cardScale, effectiveCount, masterGrade, posteriorRate, shiftedProbability, weightsOfEvidence } from "../../src/credit/scorecard";

const CARD = cardScale(600, 50, 20);

describe("B3: points", () => {
  test("weights of evidence and information value of six bins", () => {
    const { weights, value } = weightsOfEvidence([10, 15, 15, 20, 20, 20], [5, 5, 10, 20, 25, 35]);
    expect(weights).toEqual([0.6931, 1.0986, 0.4055, 0, -0.2231, -0.5596].map((one) => expect.closeTo(one, 4) as number));
    expect(value).toBeCloseTo(0.259891, 6);
  });
  test("a bin without a bad one", () => expect(weightsOfEvidence([20, 60, 60, 60], [0, 10, 10, 20]).weights[0]).toBeCloseTo(2.142974, 6));
  test("600 at 50 to 1, 20 points double the odds", () => expect(CARD).toEqual({ factor: expect.closeTo(28.853901, 6), offset: expect.closeTo(487.122876, 6) }));
  test.each([[660, 0.002494], [600, 0.019608], [580, 0.038462], [540, 0.137931], [500, 0.390244]])("%i points", (points, pd) => expect(cardProbability(CARD, points)).toBeCloseTo(pd, 6));
});

test.each([
  ["good", [0, 0.1, 0, -0.3, 0, 0.2, 0, 0.1], [0], [0], 589.1531, 0.028302, 6],
  ["bad", [-0.6, -0.3, -0.4, -0.8, -0.6, 0.2, -0.6, -0.3], [-1], [-0.4], 488.1645, 0.490976, 9],
] as const)("B4: the %s buyer of a card without history", (_, behaviour, financial, external, points, pd, grade) => {
  const score = cardPoints(CARD, cardLogOdds(0.03, behaviour, financial, external));
  expect(score).toBeCloseTo(points, 4);
  expect(cardProbability(CARD, score)).toBeCloseTo(pd, 6);
  expect(masterGrade(cardProbability(CARD, score))).toBe(grade);
});

test("B6: on an edge the better grade; in default the last", () => {
  expect([0, 0.0005, 0.00051, 0.035, 0.036, 0.9, 1].map(masterGrade)).toEqual([1, 1, 2, 6, 7, 9, 10]);
});

describe("B7: thin data", () => {
  test.each([[0, 1, 0.0952381], [3, 4, 0.2083333], [30, 60, 0.4], [0, 0, 0.1]])("%i of %i towards Beta(2, 18)", (k, n, rate) => expect(posteriorRate(k, n, 2, 18)).toBeCloseTo(rate, 7));
  test("the prior of five buyers by moments", () => {
    const prior = betaPrior([0, 0.1, 0.1, 0.2, 0.4], 10)!;
    expect(prior).toEqual({ rho: expect.closeTo(0.079034, 6), a: expect.closeTo(1.864435, 5), b: expect.closeTo(9.788285, 5) });
    expect([posteriorRate(4, 10, prior.a, prior.b), posteriorRate(0, 10, prior.a, prior.b)]).toEqual([expect.closeTo(0.270841, 5), expect.closeTo(0.086106, 5)]);
    expect(betaPrior([0.1, 0.1, 0.1], 10)).toBeUndefined();
  });
  test("weights 100, 50, 50 are worth 2.67", () => expect(effectiveCount([100, 50, 50])).toBeCloseTo(2.666667, 6));
});

describe("B9", () => {
  test("20 % to 5 %", () => expect(shiftedProbability(0.1, 0.2, 0.05)).toBeCloseTo(0.022857, 6));
  test("AUC, Gini and KS of four", () => {
    const order = ranked(Float64Array.from([0.1, 0.4, 0.35, 0.8]));
    const found = discrimination(spreadOf(order, Uint8Array.from([0, 0, 1, 1]), Int32Array.from([0, 1, 2, 3, 4]), Uint16Array.from([1, 1, 1, 1]), emptySpread(order)))!;
    expect([found.auc, 2 * found.auc - 1, found.ks]).toEqual([0.75, 0.5, 0.5]);
  });
  test("Brier of four", () => expect(([[0.1, 0], [0.9, 1], [0.8, 1], [0.3, 0]] as const).reduce((sum, [p, y]) => sum + brier(p, y), 0) / 4).toBeCloseTo(0.0375, 9));
  test("stability index", () => expect(stabilityIndex([0.25, 0.25, 0.25, 0.25], [0.2, 0.22, 0.28, 0.3])).toBeCloseTo(0.027508, 6));
});
