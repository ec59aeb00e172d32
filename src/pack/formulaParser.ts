import { columnOfName } from "../bank/pack/address";
import { isReference, tokensOf } from "../bank/pack/formulaTokens";

/** A formula taken apart. Rows without `$` are kept as their distance from the formula's own row, so that one tree serves a column. */
export type Node =
  | { readonly is: "number"; readonly value: number }
  | { readonly is: "text"; readonly value: string }
  | { readonly is: "cell"; readonly sheet: string; readonly at: Corner }
  | { readonly is: "range"; readonly sheet: string; readonly from: Corner; readonly to: Corner }
  | { readonly is: "name"; readonly name: string }
  | { readonly is: "call"; readonly name: string; readonly args: readonly Node[] }
  | { readonly is: "binary"; readonly sign: string; readonly left: Node; readonly right: Node }
  | { readonly is: "minus"; readonly of: Node };

export interface Corner {
  readonly column: number;
  readonly row: number;
  /** the row counts from the formula's own */
  readonly moves: boolean;
}

/** Signs by how strongly they bind, the weakest first; the usual order of spreadsheets. */
const LEVELS: readonly (readonly string[])[] = [["=", "<>", "<", ">", "<=", ">="], ["&"], ["+", "-"], ["*", "/"]];

/** Throws a SyntaxError for what no pack writes. */
export function parseFormula(formula: string, row: number): Node {
  const parser = new Parser(joinSigns(tokensOf(formula).filter((token) => token.trim() !== "")), row);
  const node = parser.expression(0);
  parser.end();
  return node;
}

function joinSigns(tokens: readonly string[]): string[] {
  const joined: string[] = [];
  for (const token of tokens) {
    const last = joined.at(-1);
    if ((last === "<" && (token === ">" || token === "=")) || (last === ">" && token === "=")) joined[joined.length - 1] = last + token;
    else joined.push(token);
  }
  return joined;
}

/** A formula nested deeper than this is no pack's. */
const DEEPEST = 60;

class Parser {
  readonly #tokens: readonly string[];
  readonly #row: number;
  #at = 0;
  #depth = 0;

  constructor(tokens: readonly string[], row: number) {
    this.#tokens = tokens;
    this.#row = row;
  }

  expression(level: number): Node {
    if (level === LEVELS.length) return this.#unary();
    let left = this.expression(level + 1);
    while (LEVELS[level]!.includes(this.#tokens[this.#at] ?? "")) {
      const sign = this.#tokens[this.#at++]!;
      left = { is: "binary", sign, left, right: this.expression(level + 1) };
    }
    return left;
  }

  end(): void {
    if (this.#at < this.#tokens.length) this.#fail();
  }

  #unary(): Node {
    if (this.#tokens[this.#at] === "-") {
      this.#at++;
      return { is: "minus", of: this.#unary() };
    }
    if (this.#tokens[this.#at] === "+") this.#at++;
    return this.#atom();
  }

  #atom(): Node {
    const token = this.#tokens[this.#at++] ?? this.#fail();
    if (++this.#depth > DEEPEST) this.#fail();
    try {
      if (token === "(") {
        const node = this.expression(0);
        this.#expect(")");
        return node;
      }
      if (token.startsWith('"')) return { is: "text", value: token.slice(1, -1).replace(/""/g, '"') };
      if (/^\d*\.?\d+$/.test(token)) return { is: "number", value: Number(token) };
      if (this.#tokens[this.#at] === "!") {
        this.#at++;
        return this.#reference(token.replace(/^'|'$/g, "").replace(/''/g, "'"), this.#tokens[this.#at++] ?? this.#fail());
      }
      if (isReference(token)) return this.#reference("", token);
      if (this.#tokens[this.#at] === "(") return this.#call(token);
      if (/^[\p{L}_][\p{L}\d_.]*$/u.test(token)) return { is: "name", name: token };
      return this.#fail();
    } finally {
      this.#depth--;
    }
  }

  #call(name: string): Node {
    this.#at++;
    const args: Node[] = [];
    if (this.#tokens[this.#at] !== ")") {
      args.push(this.expression(0));
      while (this.#tokens[this.#at] === ",") {
        this.#at++;
        args.push(this.expression(0));
      }
    }
    this.#expect(")");
    return { is: "call", name: name.toUpperCase(), args };
  }

  #reference(sheet: string, first: string): Node {
    const from = this.#corner(first);
    if (this.#tokens[this.#at] !== ":") return { is: "cell", sheet, at: from };
    this.#at++;
    return { is: "range", sheet, from, to: this.#corner(this.#tokens[this.#at++] ?? this.#fail()) };
  }

  #corner(token: string): Corner {
    const match = /^\$?([A-Z]{1,3})(\$?)(\d{1,7})$/.exec(token) ?? this.#fail();
    const moves = match[2] === "";
    return { column: columnOfName(match[1]!), row: moves ? Number(match[3]) - this.#row : Number(match[3]), moves };
  }

  #expect(token: string): void {
    if (this.#tokens[this.#at++] !== token) this.#fail();
  }

  #fail(): never {
    throw new SyntaxError(`Not a formula of a pack, at ${this.#at}: ${this.#tokens.join("").slice(0, 80)}`);
  }
}
