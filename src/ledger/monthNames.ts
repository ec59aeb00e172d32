/** Months in English, German and French, in full and as programs shorten them; upper case, as NFKC composes them. */
const MONTHS: readonly string[] = [
  "JAN JANUARY JANUAR JÄNNER JÄN JANV JANVIER",
  "FEB FEBRUARY FEBRUAR FEBER FÉVR FEVR FÉV FEV FÉVRIER FEVRIER",
  "MAR MARCH MÄR MRZ MÄRZ MAERZ MARS",
  "APR APRIL AVR AVRIL",
  "MAY MAI",
  "JUN JUNE JUNI JUIN",
  "JUL JULY JULI JUIL JUILLET",
  "AUG AUGUST AOÛT AOUT",
  "SEP SEPT SEPTEMBER SEPTEMBRE",
  "OCT OCTOBER OKT OKTOBER OCTOBRE",
  "NOV NOVEMBER NOVEMBRE",
  "DEC DECEMBER DEZ DEZEMBER DÉC DÉCEMBRE DECEMBRE",
];

const BY_NAME = new Map(MONTHS.flatMap((names, at) => names.split(" ").map((name) => [name, at + 1] as const)));

/** Words that say nothing of the day: ordinals, and the day of the week, which nobody checks. */
const SILENT = new Set("ST ND RD TH ER OF DE MON TUE WED THU FRI SAT SUN TUES WEDS THUR THURS MONDAY TUESDAY WEDNESDAY THURSDAY FRIDAY SATURDAY SUNDAY".split(" "));

/** 1 to 12, 0 for a word that says nothing, undefined for any other. `word` as it stands. */
export function monthNamed(word: string): number | undefined {
  const name = word.normalize("NFKC").toUpperCase();
  return BY_NAME.get(name) ?? (SILENT.has(name) ? 0 : undefined);
}
