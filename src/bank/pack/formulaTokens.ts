/**
 * A formula in tokens: quoted texts, quoted sheet names, words (names, functions, references), numbers, and single signs. Joined
 * they are the formula again; a `#` or a digit inside a text is never taken for anything else.
 */
export function tokensOf(formula: string): string[] {
  const tokens: string[] = [];
  for (let at = 0; at < formula.length; ) {
    const end = endOf(formula, at);
    tokens.push(formula.slice(at, end));
    at = end;
  }
  return tokens;
}

function endOf(formula: string, at: number): number {
  const first = formula[at]!;
  if (first === '"' || first === "'") return endOfQuoted(formula, at, first);
  if (!isWord(formula.charCodeAt(at))) return at + 1;
  let end = at + 1;
  while (end < formula.length && isWord(formula.charCodeAt(end))) end++;
  return end;
}

/** A doubled quote is one within. */
function endOfQuoted(formula: string, at: number, quote: string): number {
  for (let end = at + 1; end < formula.length; end++) {
    if (formula[end] !== quote) continue;
    if (formula[end + 1] !== quote) return end + 1;
    end++;
  }
  return formula.length;
}

/** Letters of any script, digits, `_`, `.` and `$`. */
function isWord(code: number): boolean {
  return (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || code === 95 || code === 46 || code === 36 || code > 127;
}

/** `B7`, `$B$7`, `$B7`, `B$7`: no name that we give looks so. */
export function isReference(token: string): boolean {
  return /^\$?[A-Z]{1,3}\$?\d{1,7}$/.test(token);
}
