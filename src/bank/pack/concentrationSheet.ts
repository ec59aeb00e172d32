import { absolute, columnName } from "./address";
import type { PackCell, PackSheet } from "./document";
import { rounded, type PackData } from "./packData";
import { cell, formula, SheetDraft } from "./sheetDraft";

/** Columns of the buyers' table, in order. Names of their cells begin with `buyer_`. */
export const BUYER_COLUMNS = [
  "line", "code", "name", "open", "share", "pastDue", "pastShare", "cross", "affiliate", "foreign", "government", "insolvent", "payable", "left", "uncovered", "contra", "before", "excess", "eligible", "limit", "cover", "deductible", "covered", "insurable", "insured",
] as const;
export type BuyerColumn = (typeof BUYER_COLUMNS)[number];

const LOOK = {
  line: "count", code: "indented", name: "text", open: "money", share: "share", pastDue: "money", pastShare: "share", cross: "count", affiliate: "count", foreign: "count", government: "count",
  insolvent: "count", payable: "money", limit: "money", cover: "share", deductible: "money", covered: "count", left: "money", insurable: "money", uncovered: "money", contra: "money", before: "money", excess: "money", eligible: "money", insured: "money",
} as const satisfies Record<BuyerColumn, string>;

const TOPS = [1, 5, 10, 20] as const;

/** The cap in the base that the terms name. A fixpoint is no plain formula: the engine's stands as a term, and the check beside it says whether it is one. */
const CAP: Readonly<Record<string, (data: PackData) => string>> = {
  eligible: ({ exponent }) => `IF(ConcentrationOn=1,MAX(0,ROUND(Concentration*EligibleBefore,${exponent})),0)`,
  gross: ({ exponent }) => `IF(ConcentrationOn=1,MAX(0,ROUND(Concentration*GrossReceivables,${exponent})),0)`,
  fixpoint: ({ base, units }) => String(units(base.cap)),
};

/** No buyer holds more than the share of what is left, or, where all hold less, of all: a cap in whole minor units is off by less than one a buyer. */
function isFixpoint({ base, buyers, scale }: PackData): ((row: number) => string) | undefined {
  if (base.terms.value("concentrationBase") !== "fixpoint") return undefined;
  return (row) => `AND(D${row}=F${row},OR(SUM(buyer_excess)=0,ABS(D${row}-Concentration*SUM(buyer_eligible))<${(buyers.length + 1) / scale}))`;
}

const letter = (column: BuyerColumn): string => columnName(BUYER_COLUMNS.indexOf(column));

/** Every buyer with what its invoices leave, what its own rules take, and what is left; above them how the balance is spread. */
export function concentrationSheet(data: PackData): PackSheet {
  const { say } = data;
  const width = (column: BuyerColumn): number => (column === "name" ? 28 : column === "line" ? 6 : LOOK[column] === "money" ? 14 : column === "government" || column === "insolvent" ? 13 : LOOK[column] === "count" ? 8 : 9);
  const draft = new SheetDraft("concentration", data.sheetName("concentration"), BUYER_COLUMNS.map((column) => [width(column), LOOK[column]] as const));
  draft.title(say("concentration.title"), ...data.under);
  const summary = 5 + TOPS.length;
  const first = draft.next + summary + 4;
  const last = first + Math.max(data.buyers.length, 1) - 1;
  spread(draft, data, first, last);
  const texts = BUYER_COLUMNS.map((column) => say(`concentration.${column}`));
  while (draft.next < first - 1) draft.blank();
  draft.headingRow = draft.headings(texts);
  data.buyers.forEach((_, at) => buyerRow(draft, data, at));
  if (data.buyers.length === 0) draft.add(...BUYER_COLUMNS.map((column): PackCell => (column === "code" || column === "name" ? data.none : 0)));
  for (const column of BUYER_COLUMNS) if (column !== "line" && column !== "name" && column !== "share") draft.nameColumn(`buyer_${column}`, BUYER_COLUMNS.indexOf(column), first, last);
  draft.onePage = false;
  draft.frozenColumns = 3;
  draft.printedColumns = BUYER_COLUMNS.indexOf("limit"); // what is insured is printed on its own sheet
  return draft.done();
}

/** Label in column C, figure in D, engine in F, check in H: the columns that the table below has room in. */
function spread(draft: SheetDraft, data: PackData, first: number, last: number): void {
  const { say, exponent, units, base } = data;
  const range = (column: BuyerColumn): string => `${absolute(BUYER_COLUMNS.indexOf(column), first)}:${absolute(BUYER_COLUMNS.indexOf(column), last)}`;
  const add = (label: string, text: string, value: number, engine: number, look: "money" | "share", name?: string, condition?: (row: number) => string): void => {
    const row = draft.next;
    if (name !== undefined) draft.nameCell(name, 3, row);
    draft.add(undefined, undefined, label, formula(text, value, look), undefined, cell(engine, look === "money" ? "engine" : "engineShare"), undefined, data.check(draft, 7, condition?.(row) ?? `ABS(D${row}-F${row})<${look === "money" ? data.half : "0.000002"}`));
  };
  draft.add(undefined, undefined, cell(say("concentration.spread"), "section"), undefined, undefined, cell(say("engine"), "small"), undefined, cell(say("check"), "small"));
  add(say("concentration.before"), `ROUND(SUM(buyer_before),${exponent})`, units(base.before), units(base.before), "money", "EligibleBefore");
  add(say("concentration.cap"), CAP[String(base.terms.value("concentrationBase") ?? "eligible")]!(data), units(base.cap), units(base.cap), "money", "ConcentrationCap", isFixpoint(data));
  add(say("concentration.excess"), `ROUND(SUM(buyer_excess),${exponent})`, units(base.taken("concentration")), units(base.taken("concentration")), "money", "ConcentrationExcess");
  const total = data.position.total;
  for (const top of TOPS) {
    const sum = data.buyers.slice(0, top).reduce((all, { open }) => all + open, 0);
    const end = Math.min(last, first + top - 1);
    const share = total > 0 ? data.ratio(sum, total) : 0;
    add(say("concentration.top", { n: top }), `IF(GrossReceivables>0,ROUND(SUM(${absolute(3, first)}:${absolute(3, end)})/GrossReceivables,6),0)`, share, share, "share");
  }
  const positive = data.buyers.filter(({ open }) => open > 0);
  const all = positive.reduce((sum, { open }) => sum + open, 0);
  const hhi = all > 0 ? rounded(positive.reduce((sum, { open }) => sum + (open / all) ** 2, 0), 6) : 0;
  const owed = `((${range("open")}>0)*${range("open")})`;
  add(say("concentration.hhi"), `IF(SUMPRODUCT(${owed})>0,ROUND(SUMPRODUCT(${owed}*${owed})/SUMPRODUCT(${owed})/SUMPRODUCT(${owed}),6),0)`, hhi, hhi, "share");
}

function buyerRow(draft: SheetDraft, data: PackData, at: number): void {
  const { units, exponent: e, base, position: { total } } = data;
  const { place, code, shown, open } = data.buyers[at]!;
  const r = draft.next;
  const on = (column: BuyerColumn): string => `${letter(column)}${r}`;
  const sum = (name: string): string => `ROUND(SUMIFS(${name},tape_code,${on("code")}),${e})`;
  const own = base.buyer(place);
  const cells: Readonly<Record<BuyerColumn, PackCell>> = {
    line: at + 1, code, name: shown,
    open: formula(sum("tape_open"), units(open)),
    share: formula(`IF(GrossReceivables>0,ROUND(${on("open")}/GrossReceivables,6),0)`, total > 0 ? data.ratio(open, total) : 0),
    pastDue: formula(sum("tape_pastdue"), units(own.pastDue)),
    pastShare: formula(`IF(${on("open")}>0,ROUND(${on("pastDue")}/${on("open")},6),0)`, open > 0 ? data.ratio(own.pastDue, open) : 0),
    cross: formula(`IF(AND(CrossAgeOn=1,${on("pastShare")}>CrossAge),1,0)`, own.cross),
    affiliate: own.affiliate, foreign: own.foreign, government: own.government, insolvent: own.insolvent, payable: units(own.payable),
    limit: units(own.insuredLimit), cover: own.insuredShare, deductible: units(own.deductible),
    covered: formula(`IF(AND(InsuredOn=1,${on("limit")}>0,${on("cover")}>0),1,0)`, own.covered),
    left: formula(sum("tape_left"), units(own.left)),
    insurable: formula(`IF(${on("covered")}=1,ROUND(MAX(0,ROUND(MIN(MAX(0,${on("left")}),${on("limit")})*${on("cover")},${e})-${on("deductible")}),${e}),0)`, units(own.cover)),
    uncovered: formula(`IF(AND(ForeignOn=1,${on("foreign")}=1),ROUND(${on("left")}-MIN(${on("left")},${on("insurable")}),${e}),0)`, units(own.uncovered)),
    contra: formula(`IF(ContraOn=1,ROUND(MAX(0,MIN(${on("left")}-${on("uncovered")},${on("payable")})),${e}),0)`, units(own.contra)),
    before: formula(`ROUND(${on("left")}-${on("uncovered")}-${on("contra")},${e})`, units(own.left - own.uncovered - own.contra)),
    excess: formula(`IF(ConcentrationOn=1,ROUND(MAX(0,${on("before")}-ConcentrationCap),${e}),0)`, units(own.excess)),
    eligible: formula(`ROUND(${on("before")}-${on("excess")},${e})`, units(own.eligible)),
    insured: formula(`ROUND(MAX(0,MIN(${on("eligible")},${on("insurable")})),${e})`, units(own.insured)),
  };
  draft.add(...BUYER_COLUMNS.map((column) => cells[column]));
}
