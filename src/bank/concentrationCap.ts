/**
 * The fixpoint of concentration: the largest cap at which every buyer holds at most `share` of the total that the cap leaves
 * (functions.md), whole minor units; `Infinity` where no buyer holds more. What a buyer is owed (below 0) lowers that total.
 * With the k largest capped at K and S the rest, share x (S + k K) >= K; 0 where there are too few buyers for any cap to hold.
 */
export function fixpointCap(balances: Iterable<number>, share: number): number {
  const all = [...balances];
  const total = all.reduce((sum, one) => sum + one, 0);
  const largest = all.filter((one) => one > 0).sort((a, b) => b - a);
  if (largest.length === 0 || share * total >= largest[0]!) return Infinity;
  let rest = total;
  for (let k = 1; k <= largest.length; k++) {
    rest -= largest[k - 1]!;
    if (share * k >= 1) continue; // any cap holds for so many alike: the next one down decides
    const cap = Math.floor((share * rest) / (1 - share * k) + 1e-9); // 0.25 x 360 / 0.25 may fall a hair short of 360
    if (cap >= (largest[k] ?? 0) && cap <= largest[k - 1]!) return Math.max(0, cap);
  }
  return 0;
}
