/** Points of a line at the sample's size of letters, and the air around the lines. */
const LINE = 13, AIR = 4;

/** Height of a row whose wrapped texts stand in cells so many characters wide; a Chinese character is as wide as two. */
export function rowHeight(texts: readonly (readonly [text: string, characters: number])[]): number {
  const lines = texts.map(([text, characters]) => Math.ceil([...text].reduce((width, letter) => width + (letter > "\u2e7f" ? 2 : 1), 0) / characters));
  return LINE * Math.max(1, ...lines) + AIR;
}
