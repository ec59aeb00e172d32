import type { Language } from "../values/say";
import { isoDay, type Day } from "../values/day";
import { scaleOf } from "../values/money";

/** Numbers and days as the reader's language writes them. Made once a language and currency. */
export interface Format {
  /** minor units with their decimals: `1,234.50` */
  money(minor: number): string;
  /** fraction to whole percent, one decimal below ten */
  share(fraction: number): string;
  /** whole counts: `2,466` */
  count(number: number): string;
  /** three decimals: what lies between 0 and 1, and its differences */
  ratio(figure: number): string;
  /** days with one decimal */
  days(days: number): string;
  /** signed points, whole: `+65`, `−47` */
  points(points: number): string;
  score(points: number): string;
  /** a rate rounded to a step of whole percents: 0.05 or 0.01 */
  odds(fraction: number, step: number): string;
  day(day: Day): string;
  /** megabytes with one decimal */
  megabytes(bytes: number): string;
}

const LOCALE: Readonly<Record<Language, string>> = { en: "en-US", zh: "zh-CN" };

/** A true minus has the width of a plus: columns of signed numbers stay straight. */
function trueMinus(text: string): string {
  return text.replace("-", "\u2212");
}

export function formatFor(language: Language, exponent = 2): Format {
  const locale = LOCALE[language];
  const scale = scaleOf(exponent);
  const money = new Intl.NumberFormat(locale, { minimumFractionDigits: exponent, maximumFractionDigits: exponent });
  const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
  const one = new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const three = new Intl.NumberFormat(locale, { minimumFractionDigits: 3, maximumFractionDigits: 3 });
  const percent = new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 0 });
  const fine = new Intl.NumberFormat(locale, { style: "percent", minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const signed = new Intl.NumberFormat(locale, { signDisplay: "exceptZero", maximumFractionDigits: 0 });
  const date = new Intl.DateTimeFormat(locale, { year: "numeric", month: language === "zh" ? "long" : "short", day: "numeric", timeZone: "UTC" });
  return {
    money: (minor) => trueMinus(money.format(minor === 0 ? 0 : minor / scale)),
    share: (fraction) => trueMinus(Math.abs(fraction) < 0.0995 && fraction !== 0 ? fine.format(fraction) : percent.format(fraction)),
    count: (number) => whole.format(number),
    ratio: (figure) => trueMinus(three.format(Math.abs(figure) < 0.0005 ? 0 : figure)),
    days: (days) => trueMinus(one.format(Math.abs(days) < 0.05 ? 0 : days)),
    points: (points) => trueMinus(signed.format(points)),
    score: (points) => whole.format(points),
    odds: (fraction, step) => percent.format(Math.round(fraction / step) * step),
    day: (day) => date.format(new Date(`${isoDay(day)}T00:00:00Z`)),
    megabytes: (bytes) => one.format(bytes / 1_000_000),
  };
}
