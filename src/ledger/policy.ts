import type { Currency } from "../values/currency";
import type { DatedRate } from "./rates";

/** What a fact does that the points do not know: a limit by this grade at best, a line that is shown and no more, or nothing. */
export type Override = "C" | "D" | "E" | "note" | "off";
export const OVERRIDES: readonly Override[] = ["C", "D", "E", "note", "off"];

/** Altman's Z of listed and Z' of private manufacturers, Z'' of everybody else, and of emerging markets (methods.md B5). */
export const ALTMAN_MODELS = ["Z", "Z'", "Z''", "Z''EM"] as const;
export type AltmanModel = (typeof ALTMAN_MODELS)[number];

export interface Approver {
  readonly who: "analyst" | "manager" | "director";
  /** units of the ledger's currency */
  readonly most: number;
  /** the worst grade that they may decide */
  readonly worst: "A" | "B" | "C" | "D" | "E";
}

export interface Scenario {
  readonly name: string;
  readonly weight: number;
  readonly factor: number;
}

/**
 * The user's policy: the keys of functions.md, read from a two-column range. Every number in use comes from here, from
 * its default, and is printed with the results that used it.
 */
export interface Policy {
  readonly currency: Currency | undefined;
  /** `rate.XXX`: units of `currency` for one of the key's currency, on all days, or on those before its first dated rate */
  readonly rates: ReadonlyMap<Currency, number>;
  /** `rate.XXX.2026-06-30`: from that day on, until the next day stated; in the order of days */
  readonly datedRates: ReadonlyMap<Currency, readonly DatedRate[]>;
  readonly backdate: "refuse" | "asListed";
  readonly dateOrder: "ymd" | "dmy" | "mdy" | undefined;
  /** first year of the hundred that years of two digits stand for */
  readonly century: number | undefined;
  /** the decimal mark of money written as text, where a text does not show it */
  readonly decimalMark: "." | "," | undefined;
  readonly credits: "separate" | "fifo" | "current" | "ownDate";
  readonly disputes: "memo" | "exclude";
  /** retention is a class of its own, due long after the sale: out of DSO, or in it as an invoice is */
  readonly retention: "exclude" | "include";
  /** bills that a bank has accepted: an asset of their own, out of the receivables, or in them all the same */
  readonly bankBills: "out" | "in";
  /** blocks that are joined may overlap, or were cut from one table: then the same document in two of them is the sheet's own duplicate */
  readonly blocks: "overlap" | "cut";
  /** buyers stand for themselves, or for the parent that the `buyers` range gives them */
  readonly rollUp: "off" | "parent";
  /** upper ends of the overdue buckets, days, increasing */
  readonly buckets: readonly number[];
  readonly businessDays: "off" | "roll";
  readonly holidays: readonly number[];
  readonly dateSystem: 1900 | 1904;
  readonly language: "en" | "zh";
  /** terms code, upper case -> days, or terms in words (`EOM+30`) */
  readonly terms: ReadonlyMap<string, number | string>;
  /** days */
  readonly lateAfter: number;
  readonly grace: number;
  /** fraction */
  readonly bookLateRate: number;
  readonly scoreDisputed: boolean;
  /** upper edges of grades A to D in x, exclusive, increasing */
  readonly gradeEdges: readonly [number, number, number, number];
  /** factor on capacity for grades A to E */
  readonly limitFactor: readonly [number, number, number, number, number];
  readonly limit: {
    readonly combine: "min" | "median" | "average";
    readonly safety: number;
    readonly ownShare: number;
    readonly netWorth: number;
    readonly workingCapital: number;
    readonly history: number;
    /** open orders of the `buyers` range count as exposure */
    readonly orders: boolean;
    /** country classes of the `buyers` range are a line only, or take the factor of one grade worse for every two classes */
    readonly country: "off" | "steps";
    /** most that a limit is raised for a time, as a fraction of it, and for how many days */
    readonly temporary: number;
    readonly temporaryDays: number;
  };
  readonly override: {
    readonly insolvent: Override;
    readonly legalFlag: Override;
    readonly overdue: Override;
    /** days past due above which an open invoice calls for `overdue` */
    readonly overdueDays: number;
  };
  /** who may grant how much, from the smallest amount up; above the last: the committee */
  readonly approval: readonly Approver[];
  /** the model for statements of the `buyers` range */
  readonly altman: AltmanModel;
  readonly lgd: number;
  /** PD for grades A to E, the user's own; undefined = not given */
  readonly pd: readonly (number | undefined)[];
  /** what may come, of provisions: weights that add up to 1, factors on the rates; empty = the rates as they are */
  readonly scenarios: readonly Scenario[];
  /** the words of a provision: IFRS 9, CAS 22 (企业会计准则第22号), ASC 326 */
  readonly standard: "ifrs9" | "cas22" | "asc326";
  /** insured money bears the rates and is an asset apart, or (insurance is part of the terms of sale) bears none */
  readonly insured: "apart" | "net";
  readonly margin: number | undefined;
  readonly costOfMoney: number | undefined;
  /** months between reviews for grades A to E */
  readonly review: readonly [number, number, number, number, number];
  /** canonical field -> heading the user settled on */
  readonly fields: ReadonlyMap<string, string>;
  /** canonical text of every key the user set, sorted: one text for one policy, however its sheet is ordered */
  readonly text: string;
}
