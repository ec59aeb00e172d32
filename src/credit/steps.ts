/** Work in pieces: yields how far it is (0 to 1) and returns what was made, so that a view can show progress, draw between pieces and stop. */
export type Steps<Made> = Generator<number, Made, undefined>;

/** All pieces at once. */
export function finished<Made>(steps: Steps<Made>): Made {
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
  }
}

/** The pieces of a part of the whole, from one share of it to another. */
export function* partly<Made>(steps: Steps<Made>, from: number, to: number): Steps<Made> {
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
    yield from + value * (to - from);
  }
}
