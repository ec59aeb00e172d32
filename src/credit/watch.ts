import type { Ledger } from "../ledger/ledger";
import type { Policy } from "../ledger/policy";
import { monthEndsTo } from "../receivables/monthEnds";
import { position } from "../receivables/position";
import type { Answer } from "../values/answer";
import type { Day } from "../values/day";
import { gradeOf } from "./grade";
import { GRADES, type Grade, type Status } from "./score";
import { scoreBook } from "./scoreBook";
import { partly, type Steps } from "./steps";
import { WATCH, type State } from "./watchPolicy";
import { compositeIndex, watchStates } from "./watchState";
import { triggersOn, type Trigger } from "./watchTriggers";

/** One buyer on the watch list. Money in minor units. */
export interface Watched {
  readonly buyer: number;
  readonly open: number;
  readonly overdue: number;
  readonly score: Answer<number>;
  readonly status: Status;
  readonly grade: Grade | undefined;
  /** on the earlier day; undefined where it had none */
  readonly gradeBefore: Grade | undefined;
  /** steps down (+) or up (-) since then, each past its edge by the dead band; 0 where either grade is missing */
  readonly moved: number;
  readonly triggers: readonly Trigger[];
  /** of the triggers, 0 to 100 */
  readonly index: number;
  /** by the readings of the last month-ends and the day */
  readonly state: State;
}

export interface Watch {
  readonly day: Day;
  readonly since: Day;
  /** days of the readings, the earliest first, the day itself last */
  readonly readings: readonly Day[];
  /** one a buyer, by place in `ledger.buyers` */
  readonly buyers: readonly Watched[];
}

/**
 * All buyers on a day: grades and how they moved since an earlier one, what H1 raises, and the state that the last readings
 * come to. One pass over the documents a reading, in pieces so that a view can show how far it is and stop. `canTell`: of
 * a day before the ledger can be rebuilt nothing is read.
 */
export function* watch(ledger: Ledger, day: Day, since: Day, policy: Policy, canTell: (day: Day) => boolean): Steps<Watch> {
  const readings = monthEndsTo(day, WATCH.readings).filter((on) => on === day || (on >= ledger.firstDay && canTell(on)));
  const indices: Float64Array[] = [];
  let triggers: readonly (readonly Trigger[])[] = [];
  for (const on of readings) {
    triggers = yield* partly(triggersOn(ledger, on, policy), indices.length / (readings.length + 1), (indices.length + 1) / (readings.length + 1));
    indices.push(Float64Array.from(triggers, (all) => compositeIndex(all.map(({ level }) => level))));
  }
  yield readings.length / (readings.length + 1);
  const at = position(ledger, day);
  const now = scoreBook(ledger, day, policy).buyers;
  const before = since >= ledger.firstDay && canTell(since) ? scoreBook(ledger, since, policy).buyers : undefined;
  const buyers = now.map(({ buyer, score, status, grade, x }): Watched => {
    const gradeBefore = before?.[buyer]!.grade;
    return {
      buyer, score, status, grade, gradeBefore, open: at.openByBuyer[buyer]!, overdue: at.overdueByBuyer[buyer]!,
      moved: grade === undefined || gradeBefore === undefined ? 0 : GRADES.indexOf(gradeOf(x, policy.gradeEdges, gradeBefore)) - GRADES.indexOf(gradeBefore),
      triggers: triggers[buyer]!, index: indices.at(-1)![buyer]!, state: watchStates(indices.map((one) => one[buyer]!)).at(-1)!,
    };
  });
  return { day, since, readings, buyers };
}
