import type { Day } from "../../values/day";
import type { Format } from "../format";
import type { Entry, Kind } from "./exhibit";

/** An entry as the reader's language writes it. */
export function entryText(entry: Entry, kind: Kind, format: Format, untold: string): string {
  if (entry === undefined) return untold;
  if (typeof entry === "string") return entry;
  switch (kind) {
    case "money":
      return format.money(entry);
    case "days":
      return format.days(entry);
    case "share":
      return format.share(entry);
    case "ratio":
      return format.ratio(entry);
    case "points":
      return format.score(entry);
    case "day":
      return format.day(entry as Day);
    default:
      return format.count(entry);
  }
}
