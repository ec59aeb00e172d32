import { HYSTERESIS, WATCH, type Level, type State } from "./watchPolicy";

/** One index of all triggers, 0 to 100: 100 x (1 - product of (1 - weight)) (methods.md H4). */
export function compositeIndex(levels: readonly Level[]): number {
  return 100 * (1 - levels.reduce((left, level) => left * (1 - WATCH.weights[level]), 1));
}

/** States after each of the readings, the earliest first (methods.md H5): a list that flickers is soon read by nobody. */
export function watchStates(readings: readonly number[]): State[] {
  let state: State = "normal";
  let calm = 0;
  return readings.map((reading) => {
    const up: State = reading >= HYSTERESIS.alert ? "alert" : reading >= HYSTERESIS.watch ? "watch" : "normal";
    if (up === "alert" || (up === "watch" && state === "normal")) {
      calm = 0;
      return (state = up);
    }
    const below = state === "alert" ? HYSTERESIS.calmFromAlert : HYSTERESIS.calmFromWatch;
    calm = state !== "normal" && reading < below ? calm + 1 : 0;
    if (calm < HYSTERESIS.readings) return state;
    calm = 0;
    return (state = state === "alert" ? "watch" : "normal");
  });
}
