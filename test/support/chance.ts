const { cos, floor, imul, log, PI, sqrt } = Math; // looked up once: a test's own globals are slow to reach

/** Seeded chance (mulberry32): the same books on every machine. */
export class Chance {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** 0 to 1, exclusive */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let t = this.#state;
    t = imul(t ^ (t >>> 15), t | 1);
    t ^= t + imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  }

  /** whole, both ends included */
  whole(from: number, to: number): number {
    return from + floor(this.next() * (to - from + 1));
  }

  yes(odds: number): boolean {
    return this.next() < odds;
  }

  one<One>(list: readonly One[]): One {
    return list[this.whole(0, list.length - 1)]!;
  }

  some<One>(list: readonly One[], count: number): One[] {
    const left = [...list];
    return Array.from({ length: Math.min(count, left.length) }, () => left.splice(this.whole(0, left.length - 1), 1)[0]!);
  }

  /** standard normal, Box-Muller */
  normal(): number {
    return sqrt(-2 * log(1 - this.next())) * cos(2 * PI * this.next());
  }
}
