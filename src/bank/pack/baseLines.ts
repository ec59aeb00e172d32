import { dilution as dilutionOf } from "../../receivables/dilution";
import type { StyledCell } from "./document";
import { outName } from "./ineligiblesSheet";
import { BUYER_RULES, DOCUMENT_RULES, type BaseFigure } from "./packBase";
import { rounded, type PackData } from "./packData";
import { formula } from "./sheetDraft";
import type { BaseLine } from "./certificateSheet";

/** The borrowing base from gross receivables to what may be drawn; `first` is the row of the first line. */
export function baseLines(data: PackData, first: number): readonly BaseLine[] {
  const { say, base, units, exponent: e, position: { total } } = data;
  const lines: BaseLine[] = [];
  const at = (k: number): string => `B${first + k}`;
  const money = (text: string): string => `ROUND(${text},${e})`;
  const add = (label: string, text: string, value: number | string, where: string, more: { readonly look?: StyledCell["look"]; readonly name?: string; readonly term?: true } = {}): string => {
    lines.push({ label, cell: formula(text, value, more.look ?? "money"), engine: more.term === true ? undefined : value, where, ...(more.name === undefined ? {} : { name: more.name }) });
    return at(lines.length - 1);
  };
  const [tape, ineligibles, trend, terms] = [data.sheetName("invoices"), data.sheetName("ineligibles"), data.sheetName("trend"), data.sheetName("terms")];
  const gross = add(say("certificate.gross"), money("SUM(tape_open)"), units(total), tape, { name: "GrossReceivables", look: "moneyTotal" });
  let last = gross;
  for (const rule of [...DOCUMENT_RULES, ...BUYER_RULES]) last = add(say("certificate.less", { rule: { word: `rule.${rule}` } }), `-${outName(rule)}`, -units(base.taken(rule)) || 0, ineligibles);
  const eligible = add(say("certificate.eligible"), money(`SUM(${gross}:${last})`), units(base.eligible), say("certificate.sum"), { name: "EligibleReceivables", look: "moneyTotal" });
  const figure = (key: BaseFigure): number => units(base.lines[key]);
  const insured = add(say("certificate.insured"), money("SUM(buyer_insured)"), figure("insured"), data.sheetName("concentration"));
  const advance = add(say("certificate.advance"), `IF(OR(InsuredOn=0,AdvanceRateInsured=AdvanceRate),${money(`${eligible}*AdvanceRate`)},${money(`(${eligible}-${insured})*AdvanceRate`)}+${money(`${insured}*AdvanceRateInsured`)})`, figure("advance"), `${terms}: advanceRate`);
  const dilution = add(say("certificate.dilution"), "Dilution", dilutionSaid(data), trend, { look: "share" }); // what it is, whether the terms hold it against anybody or not
  const reserve = add(say("certificate.dilutionReserve"), `-${money(`IF(DilutionOn=1,MAX(0,ROUND(${dilution}-DilutionThreshold,6)),0)*MAX(0,${eligible})`)}`, -figure("dilutionReserve") || 0, `${terms}: dilutionThreshold`);
  const other = add(say("certificate.reserve"), "-Reserve", -figure("reserve") || 0, `${terms}: reserve`);
  const all = add(say("certificate.base"), money(`MAX(0,${advance}+${reserve}+${other})`), figure("base"), say("certificate.sum"), { look: "moneyTotal" });
  const capped = add(say("certificate.capped"), `IF(CommitmentOn=1,MIN(${all},Commitment),${all})`, figure("capped"), `${terms}: commitment`);
  const loans = add(say("certificate.loans"), "-Loans", -figure("loans") || 0, `${terms}: loans`);
  const letters = add(say("certificate.lettersOfCredit"), "-LettersOfCredit", -figure("lettersOfCredit") || 0, `${terms}: lettersOfCredit`);
  add(say("certificate.availability"), money(`${capped}+${loans}+${letters}`), figure("availability"), say("certificate.sum"), { look: "moneyTotal", name: "Availability" });
  return lines;
}

/** As the last line of the trend says it; a list of open items, or a year without sales, tells none. */
function dilutionSaid({ position, reading: { ledger }, say }: PackData): number | string {
  const told = ledger.dated ? dilutionOf(position) : undefined;
  return told?.known === true ? rounded(told.value, 6) : say("notTold");
}
