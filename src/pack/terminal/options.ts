/** Words after a command: files in order, `--name value`, and `--name` alone for the switches. A name that is not known is an error. */
export interface Options {
  readonly files: readonly string[];
  readonly values: ReadonlyMap<string, string>;
  readonly switches: ReadonlySet<string>;
}

export class UsageError extends Error {}

export function readOptions(words: readonly string[], names: readonly string[], switches: readonly string[]): Options {
  const files: string[] = [];
  const values = new Map<string, string>();
  const on = new Set<string>();
  for (let at = 0; at < words.length; at++) {
    const word = words[at]!;
    if (!word.startsWith("--")) {
      files.push(word);
      continue;
    }
    const name = word.slice(2);
    if (switches.includes(name)) on.add(name);
    else if (!names.includes(name)) throw new UsageError(`There is no option ${word}. Options: ${[...names, ...switches].map((one) => `--${one}`).join(" ")}`);
    else if (words[at + 1] === undefined) throw new UsageError(`${word} lacks its value.`);
    else values.set(name, words[++at]!);
  }
  return { files, values, switches: on };
}
