/** A text is looked at no further. */
const LONGEST = 60;

/** The three of these words that are spelt most like one that is none of them. */
export function closest(found: string, words: readonly string[]): string[] {
  const asked = found.toLowerCase().slice(0, LONGEST);
  const near = words.map((word) => ({ word, distance: edits(asked, word.toLowerCase()) })).sort((a, b) => a.distance - b.distance);
  return near.slice(0, 3).map(({ word }) => word);
}

/** Levenshtein distance: how many letters to change, add or take. */
function edits(from: string, to: string): number {
  let previous = Array.from({ length: to.length + 1 }, (_, at) => at);
  for (let i = 1; i <= from.length; i++) {
    const current = [i];
    for (let j = 1; j <= to.length; j++) current[j] = Math.min(previous[j]! + 1, current[j - 1]! + 1, previous[j - 1]! + (from[i - 1] === to[j - 1] ? 0 : 1));
    previous = current;
  }
  return previous[to.length]!;
}
