/** Seeded chance: the same seed gives the same book on every machine (Mulberry32, public domain). */
export interface Chance {
  /** in [0, 1) */
  next(): number;
  /** whole, both ends included */
  whole(from: number, to: number): number;
  pick<T>(from: readonly T[]): T;
  /** bell-shaped, mean 0, standard deviation 1 (Box and Muller) */
  bell(): number;
}

export function seeded(seed: number): Chance {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  return {
    next,
    whole: (from, to) => from + Math.floor(next() * (to - from + 1)),
    pick: (from) => from[Math.floor(next() * from.length)]!,
    bell: () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
  };
}
