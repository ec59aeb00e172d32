/**
 * Formula texts as people type them, as the grid's parser can read them, and as a file stores them. Strings, quoted sheet
 * names and structured references are never touched.
 */

/** Defined names by their lower case: the grid reads a name only in its own case after a sheet was renamed. */
export type KnownNames = ReadonlyMap<string, string>;

const NO_NAMES: KnownNames = new Map();

/** What the grid's parser can read: no `@`, no blanks around arguments, names in their own case. */
export function toGrid(formula: string, names: KnownNames = NO_NAMES): string {
  const body = mapCode(formula.replace(/^\s*=\s*/, ""), (code) =>
    code
      .replace(/_xlfn\.|_xlws\.|_xlpm\./gi, "")
      .replace(/_xldudf_([A-Za-z0-9]+)_([A-Za-z0-9_.]+)(?=\s*\()/gi, "$1.$2")
      .replace(/@(?=[\p{L}_\\$'(])/gu, "")
      .replace(/[\t\r\n]+/g, " ")
      .replace(/([(,;{])\s+/g, "$1")
      .replace(/\s+([),;}])/g, "$1")
      .replace(/([\p{L}\p{N}_.])\s+\(/gu, "$1(") // `SUM (A1)` is SUM(A1) in Excel
      .replace(NAME, (word, at: number, whole: string) => (isName(whole, word, at) ? asKnown(word, names, whole.slice(0, at)) : word)),
  );
  return `=${body.trim()}`;
}

/** The grid takes a sign before a name for a part of the name: `-Limit` becomes `-(Limit)`, and a minus between two values stays. */
function asKnown(word: string, names: KnownNames, before: string): string {
  const name = names.get(word.toLowerCase());
  if (name === undefined) return word;
  return /(?:^|[-+*/^&=<>(,;{])\s*-\s*$/.test(before.slice(-20)) ? `(${name})` : name;
}

/** As people see it in a cell. */
export function fromGrid(formula: string): string {
  const text = formula.trim();
  return text.startsWith("=") ? text : `=${text}`;
}

/** A file's formula text as people type it. `=` is optional in and always there out. */
export function fromFile(formula: string): string {
  return `=${mapCode(formula.replace(/^\s*=/, ""), (code) =>
    code.replace(/_xlfn\.|_xlws\.|_xlpm\./gi, "").replace(/_xldudf_([A-Za-z0-9]+)_([A-Za-z0-9_.]+)(?=\s*\()/gi, "$1.$2"),
  )}`;
}

/** As Excel stores it: `AR.DSO(` becomes `_xldudf_AR_DSO(`, newer functions get their prefix, names inside LET and LAMBDA theirs. Without `=`. */
export function toFile(formula: string, namespace: string): string {
  const text = formula.replace(/^\s*=/, "");
  const own = new RegExp(`\\b${namespace.replace(/[.*+?^$()|[\]\\]/g, "\\$&")}\\.([A-Z0-9_.]+)(?=\\s*\\()`, "gi");
  const locals = localNames(text);
  return mapCode(text, (code) =>
    code
      .replace(own, (_all, name: string) => `_xldudf_${namespace.toUpperCase()}_${name.toUpperCase().replace(/\./g, "_")}`)
      .replace(/(?<![\w.])([A-Za-z][A-Za-z0-9.]*)(?=\s*\()/g, (word: string) => prefixOf(word) + word)
      .replace(NAME, (word, at: number, whole: string) => (isName(whole, word, at) && locals.has(word.toLowerCase()) ? `_xlpm.${word}` : word)),
  );
}

const NAME = /(?<![\p{L}\p{N}_.$])[\p{L}_\\][\p{L}\p{N}_.\\]*/gu;

function isName(code: string, word: string, at: number): boolean {
  return !/^\s*[(!]/.test(code.slice(at + word.length));
}

const XLFN = new Set(
  ("XLOOKUP XMATCH LET LAMBDA MAP REDUCE SCAN MAKEARRAY BYROW BYCOL ISOMITTED VSTACK HSTACK TOCOL TOROW WRAPROWS WRAPCOLS TAKE DROP CHOOSECOLS " +
    "CHOOSEROWS EXPAND TEXTBEFORE TEXTAFTER TEXTSPLIT TEXTJOIN CONCAT IFS SWITCH MAXIFS MINIFS UNIQUE SORTBY SEQUENCE RANDARRAY IFNA XOR DAYS " +
    "ISFORMULA FORMULATEXT SHEET SHEETS NUMBERVALUE ARRAYTOTEXT VALUETOTEXT STDEV.S STDEV.P VAR.S VAR.P MODE.SNGL PERCENTILE.INC PERCENTILE.EXC " +
    "QUARTILE.INC QUARTILE.EXC RANK.EQ RANK.AVG NORM.DIST NORM.INV NORM.S.DIST NORM.S.INV BINOM.DIST CEILING.MATH FLOOR.MATH AGGREGATE GROUPBY PIVOTBY").split(" "),
);
const XLWS = new Set(["FILTER", "SORT"]);

function prefixOf(word: string): string {
  const name = word.toUpperCase();
  return XLWS.has(name) ? "_xlfn._xlws." : XLFN.has(name) ? "_xlfn." : "";
}

/** Parameters of LAMBDA and names of LET, lower case. */
function localNames(formula: string): Set<string> {
  const found = new Set<string>();
  if (!/\b(?:LET|LAMBDA)\s*\(/i.test(formula)) return found;
  for (const call of callsOf(formula, /\b(LET|LAMBDA)\s*\(/gi)) {
    const parts = call.args.map((part) => part.trim());
    const names = call.name.toUpperCase() === "LET" ? parts.filter((_part, at) => at % 2 === 0 && at < parts.length - 1) : parts.slice(0, -1);
    for (const name of names) if (/^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name)) found.add(name.toLowerCase());
  }
  return found;
}

function callsOf(formula: string, pattern: RegExp): { name: string; args: string[] }[] {
  const calls: { name: string; args: string[] }[] = [];
  const plain = mapText(formula, (text) => text, (quoted) => "\u0000".repeat(quoted.length));
  for (const match of plain.matchAll(pattern)) {
    const args: string[] = [];
    let depth = 0;
    let from = match.index + match[0].length;
    for (let at = from; at < plain.length; at++) {
      const sign = plain[at];
      if (sign === "(" || sign === "{") depth++;
      else if ((sign === ")" || sign === "}") && depth-- === 0) {
        args.push(formula.slice(from, at));
        break;
      } else if (sign === "," && depth === 0) {
        args.push(formula.slice(from, at));
        from = at + 1;
      }
    }
    calls.push({ name: match[1]!, args });
  }
  return calls;
}

/** "strings", 'sheet names' and [structured [references]] */
const FIXED = /"(?:[^"]|"")*"?|'(?:[^']|'')*'?|\[(?:[^[\]']|'.|\[(?:[^[\]']|'.)*\])*\]/gs;

function mapCode(formula: string, change: (code: string) => string): string {
  return mapText(formula, change, (fixed) => fixed);
}

function mapText(formula: string, code: (text: string) => string, fixed: (text: string) => string): string {
  let out = "";
  let from = 0;
  for (const match of formula.matchAll(FIXED)) {
    out += code(formula.slice(from, match.index)) + fixed(match[0]);
    from = match.index + match[0].length;
  }
  return out + code(formula.slice(from));
}
