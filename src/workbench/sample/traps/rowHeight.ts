/** Points of a line at the sample's size of letters, and the air around the lines. */
const LINE = 13, AIR = 4;

/** Words, and Chinese characters one by one: where a line may end. */
const PARTS = /[\u2e80-\uffef]|[^\s\u2e80-\uffef]+\s*/gu;

/** Height of a row whose wrapped texts stand in cells so many characters wide; a Chinese character is as wide as two. */
export function rowHeight(texts: readonly (readonly [text: string, characters: number])[]): number {
  return LINE * Math.max(1, ...texts.map(([text, characters]) => lines(text, characters))) + AIR;
}

function lines(text: string, characters: number): number {
  let count = 1;
  let width = 0;
  for (const [part] of text.matchAll(PARTS)) {
    const own = part > "\u2e7f" ? 2 : part.trimEnd().length;
    if (width > 0 && width + own > characters) {
      count++;
      width = 0;
    }
    width += own + (part.length - part.trimEnd().length);
  }
  return count;
}
