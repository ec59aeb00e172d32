/** Altman's Z'' on firms of which it is known whether they went bankrupt: it tells them apart as well as was measured apart from this code. */
import { BANKRUPTCIES, bankruptcyAuc, statedBankruptcyAuc } from "../support/bankruptcies";
import { describeWithData } from "../support/data";

for (const [file, year] of BANKRUPTCIES) {
  describeWithData(file, "Z'' of firms that went bankrupt", () => {
    test("its AUC is the one that the data's README states", () => {
      const { auc, firms, bankrupt, without } = bankruptcyAuc(file);
      expect(auc.toFixed(3)).toBe(statedBankruptcyAuc(year).toFixed(3));
      expect(bankrupt).toBeGreaterThan(200);
      expect(without).toBeLessThan(firms / 100);
    });

    test("the constant for emerging markets changes no rank", () => {
      expect(bankruptcyAuc(file, "Z''EM").auc).toBeCloseTo(bankruptcyAuc(file).auc, 3);
    });
  });
}
