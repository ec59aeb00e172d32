/** The cells that hold custom functions: what each of them waits for, and what it says. */
export interface Place {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

export interface Watched<Use> {
  place: Place;
  /** the round in which it was last evaluated */
  round: number;
  /** calls its formula made in that round */
  readonly uses: Set<Use>;
  /** an argument was pending, so nothing was sent */
  blocked: boolean;
  /** some call had no result yet */
  waiting: boolean;
  /** answered with the sentence about cycles until somebody edits */
  cyclic: boolean;
  /** made dirty once more after it answered so, for the others on the circle */
  repeated: boolean;
  /** times it was made dirty again because it did not settle */
  attempts: number;
  /** rounds since the last edit in which it asked something new */
  asked: number;
  askedRound: number;
  message: string | undefined;
  /** of a spill: `row,column` from its corner */
  spillMessages: Map<string, string> | undefined;
}

export class Watch<Use> {
  #cells = new Map<string, Watched<Use>>();

  at(place: Place): Watched<Use> | undefined {
    return this.#cells.get(keyOf(place));
  }

  open(place: Place): Watched<Use> {
    const known = this.at(place);
    if (known) return known;
    const cell: Watched<Use> = {
      place: { sheet: place.sheet, row: place.row, column: place.column },
      round: -1, uses: new Set(), blocked: false, waiting: false, cyclic: false, repeated: false, attempts: 0, asked: 0, askedRound: -1, message: undefined, spillMessages: undefined,
    };
    this.#cells.set(keyOf(place), cell);
    return cell;
  }

  remove(place: Place): Watched<Use> | undefined {
    const cell = this.at(place);
    this.#cells.delete(keyOf(place));
    return cell;
  }

  all(): Iterable<Watched<Use>> {
    return this.#cells.values();
  }

  /** Rows or columns came, went or moved. Answers the cells that are gone. */
  move(sheet: string, to: (row: number, column: number) => { row: number; column: number } | undefined): Watched<Use>[] {
    const gone: Watched<Use>[] = [];
    const moved = new Map<string, Watched<Use>>();
    for (const cell of this.#cells.values()) {
      if (cell.place.sheet === sheet) {
        const now = to(cell.place.row, cell.place.column);
        if (!now) {
          gone.push(cell);
          continue;
        }
        cell.place = { sheet, row: now.row, column: now.column };
      }
      moved.set(keyOf(cell.place), cell);
    }
    this.#cells = moved;
    return gone;
  }

  clear(): void {
    this.#cells.clear();
  }
}

export function keyOf(place: Place): string {
  return `${place.row},${place.column},${place.sheet}`;
}
