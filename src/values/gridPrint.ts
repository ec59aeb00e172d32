import type { Grid } from "./cell";
import { Fingerprint } from "./fingerprint";

const prints = new WeakMap<Grid, Fingerprint>();

/** The fingerprint of a range; each range is gone through once, however many readings it is part of. */
export function printOf(grid: Grid): Fingerprint {
  let print = prints.get(grid);
  if (print === undefined) {
    print = new Fingerprint();
    print.grid(grid);
    prints.set(grid, print);
  }
  return print;
}
