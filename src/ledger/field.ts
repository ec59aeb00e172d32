import { headingText, headingWords } from "./headingText";

/** What a column holds decides whether a heading that could mean two things means this one. */
export type Content = "text" | "code" | "name" | "day" | "number" | "days" | "currency";

export interface Field {
  readonly name: string;
  readonly content: Content;
  /** normalised headings that say exactly this field */
  readonly exact: readonly string[];
  /** normalised headings that may say it, or may say something else: content decides */
  readonly maybe: readonly string[];
  /** the words of each exact heading that has several, for headings that say them in another order or among others */
  readonly phrases: readonly (readonly string[])[];
}

/** Headings separated by spaces; `_` stands between the words of one. */
export function field(name: string, content: Content, exact: string, maybe = ""): Field {
  const said = listed(exact);
  return { name, content, exact: spelt(said), maybe: spelt(listed(maybe)), phrases: said.map((one) => headingWords(one)) };
}

function listed(text: string): string[] {
  return text.split(" ").filter((word) => word !== "");
}

/** As it is written, and with its short forms written out. */
function spelt(headings: readonly string[]): string[] {
  return [...new Set(headings.flatMap((one) => [headingText(one), headingWords(one).join("")]))];
}
