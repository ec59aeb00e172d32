import { BACKTEST } from "./policy";
import type { Steps } from "./steps";

/** Draws in a fixed order (mulberry32), 0 to 1 exclusive: an interval must be the same on every machine and at every recalculation. */
function draws(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * The figures again and again with as many buyers as there are, drawn with replacement: invoices of one buyer are alike, so it
 * is buyers that are drawn. `of` takes how often each buyer was drawn. Yields how far it is.
 */
export function* resampled<Figures>(buyers: number, of: (times: Uint16Array) => Figures): Steps<Figures[]> {
  const draw = draws(BACKTEST.seed);
  const all: Figures[] = [];
  const times = new Uint16Array(buyers);
  while (all.length < BACKTEST.resamples) {
    times.fill(0);
    for (let one = 0; one < buyers; one++) times[Math.floor(draw() * buyers)]!++;
    all.push(of(times));
    yield all.length / BACKTEST.resamples;
  }
  return all;
}

/** 95 % of the draws lie between these; undefined where more than one draw in ten could not tell. */
export function intervalOf(figures: readonly (number | undefined)[]): readonly [low: number, high: number] | undefined {
  const told = Float64Array.from(figures.filter((one) => one !== undefined)).sort();
  if (told.length === 0 || told.length < 0.9 * figures.length) return undefined;
  const at = (share: number): number => {
    const place = share * (told.length - 1);
    const below = Math.floor(place);
    const low = told[below]!;
    return low + (place - below) * (told[Math.min(below + 1, told.length - 1)]! - low);
  };
  return [at(BACKTEST.tail), at(1 - BACKTEST.tail)];
}
