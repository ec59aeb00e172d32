import { shiftRect, type Shift } from "../model/shiftRect";
import type { Rect, SheetId } from "../model/WorkbookPort";

/** A range as the client holds it: it moves with its cells. `rect` is undefined once they were deleted. */
export interface RangeTarget {
  rect: Rect | undefined;
  /** given by `_KeepReference` */
  id?: string;
}

/** The ranges a client knows: those of the request being answered, and those it asked to keep until it says otherwise. */
export class References {
  private readonly kept = new Map<string, RangeTarget>();
  private readonly passing = new Set<RangeTarget>();
  private last = 0;

  range(rect: Rect): RangeTarget {
    const target: RangeTarget = { rect };
    this.passing.add(target);
    return target;
  }

  keep(target: RangeTarget): string {
    target.id ??= `Range#${++this.last}`;
    this.kept.set(target.id, target);
    return target.id;
  }

  find(id: string): RangeTarget | undefined {
    return this.kept.get(id);
  }

  remove(id: string): void {
    this.kept.delete(id);
  }

  /** the request is answered: ranges nobody kept are gone */
  endRequest(): void {
    this.passing.clear();
  }

  clear(): void {
    this.kept.clear();
    this.passing.clear();
  }

  get count(): number {
    return this.kept.size;
  }

  shift(shift: Shift): void {
    for (const target of this.all()) if (target.rect) target.rect = shiftRect(target.rect, shift);
  }

  sheetRemoved(sheet: SheetId): void {
    for (const target of this.all()) if (target.rect?.sheet === sheet) target.rect = undefined;
  }

  private all(): Set<RangeTarget> {
    return new Set([...this.kept.values(), ...this.passing]);
  }
}
