/**
 * The worked example of a help page. Its source holds rows and arguments; what the page shows is what the built functions
 * answered, and each step of the arithmetic is worked out here: a step that claims to be a cell of the answer and is not fails
 * the build.
 */
const { createContext, runInContext } = require("node:vm");
const { HEADINGS } = require("./helpWords");

/** What a function throws in place of an answer, as Excel has it. */
class CellError {
  constructor(code, message) {
    this.code = code;
    this.message = message;
  }
}

const ERROR_CODE = { invalidValue: "#VALUE!", notAvailable: "#N/A" };

/** The functions by id, from the text of functions.js. */
function loadFunctions(text) {
  const functions = new Map();
  runInContext(text, createContext({ CustomFunctions: { associate: (id, run) => functions.set(id, run), Error: CellError, ErrorCode: ERROR_CODE } }), { filename: "functions.js" });
  return functions;
}

const ISO = /^\d{4}-\d{2}-\d{2}$/;

function serial(iso) {
  return Date.parse(`${iso}T00:00:00Z`) / 86400000 + 25569;
}

const DEFAULT_COLUMNS = ["invoice", "buyer", "issued", "due", "amount", "settled"];

/** The cells of a sheet of the source: headings in the page's language, then the rows. */
function cellsOf({ columns = DEFAULT_COLUMNS, rows }, language) {
  return [columns.map((key) => HEADINGS[key][language]), ...rows.map((row) => row.map((cell) => cell ?? ""))];
}

/** As a function receives it: days are numbers. */
function gridOf(sheet, language) {
  return cellsOf(sheet, language).map((row) => row.map((cell) => (typeof cell === "string" && ISO.test(cell) ? serial(cell) : cell)));
}

/** An argument as a formula writes it. `null` is left out, `@Name` a range, `{ call, args }` a formula inside. */
function argumentText(arg) {
  if (arg === null) return "";
  if (Array.isArray(arg)) return `{${arg.join(",")}}`;
  if (typeof arg === "object") return formulaText(arg.call, arg.args).slice(1);
  if (typeof arg !== "string") return typeof arg === "boolean" ? (arg ? "TRUE" : "FALSE") : String(arg);
  if (arg.startsWith("@")) return arg.slice(1);
  return ISO.test(arg) ? `DATE(${arg.split("-").map(Number).join(",")})` : `"${arg}"`;
}

function formulaText(id, args) {
  return `=AR.${id}(${args.map(argumentText).join(", ").replace(/ +(?=,)/g, "")})`;
}

const CHINESE_POLICY = [["key", "value"], ["language", "zh"]];

/** Runs one formula. In Chinese the ledger is read with the policy that makes its sentences Chinese. */
function answerOf(functions, id, args, sheets, language, spoken = true) {
  const own = (arg, place) => {
    if (arg === null || typeof arg === "number" || typeof arg === "boolean") return arg;
    if (Array.isArray(arg)) return [arg];
    if (typeof arg === "object") return [[answerOf(functions, arg.call, arg.args, sheets, language, spoken)]];
    if (!arg.startsWith("@")) return ISO.test(arg) ? serial(arg) : arg;
    const grid = gridOf(sheets[arg.slice(1)], language);
    return language === "zh" && spoken && place === 0 && id !== "LEDGER" && id !== "JOIN" ? [[functions.get("LEDGER")(grid, null, null, null, CHINESE_POLICY)]] : grid;
  };
  const values = args.map(own);
  if (id === "JOIN") return functions.get(id)(values.map((value) => (Array.isArray(value) ? value : [[value]])));
  if (id === "LEDGER" && language === "zh" && spoken) return functions.get(id)(...[...values, null, null, null, null].slice(0, 4), [...(values[4] ?? CHINESE_POLICY.slice(0, 1)), ...CHINESE_POLICY.slice(1)]);
  return functions.get(id)(...values);
}

/** `3000 / 9000 * 90`, with `$1` for what the first step came to: the four operations, brackets, powers, `ln(`. */
function reckon(text, before) {
  const tokens = text.match(/\$?\d+(?:\.\d+)?|ln|[-+*/^()]/g) ?? [];
  let at = 0;
  const atom = () => {
    const token = tokens[at++];
    if (token === "(") {
      const inside = sum();
      at++;
      return inside;
    }
    if (token === "-") return -power();
    if (token === "ln") return Math.log(atom());
    if (token === undefined) throw new Error(`cannot reckon ${text}`);
    return token.startsWith("$") ? before[Number(token.slice(1)) - 1] : Number(token);
  };
  const power = () => {
    const base = atom();
    if (tokens[at] !== "^") return base;
    at++;
    return base ** power();
  };
  const product = () => {
    let value = power();
    while (tokens[at] === "*" || tokens[at] === "/") value = tokens[at++] === "*" ? value * power() : value / power();
    return value;
  };
  const sum = () => {
    let value = product();
    while (tokens[at] === "+" || tokens[at] === "-") value = tokens[at++] === "+" ? value + product() : value - product();
    return value;
  };
  const value = sum();
  if (at !== tokens.length || !Number.isFinite(value)) throw new Error(`cannot reckon ${text}`);
  return value;
}

const NEAR = 1e-9;

/** The example as a page shows it: its sheets, formula, answer, and every step worked out. */
function worked(functions, id, { sheets = {}, args, steps, dates = [], rows }, language) {
  const answer = answerOf(functions, id, args, sheets, language, id !== "LEDGER" && id !== "JOIN");
  const cells = Array.isArray(answer) ? answer : [[answer]];
  const values = [];
  const shown = steps.map((step) => {
    if (step.is === undefined) return { text: step[language] };
    const value = reckon(step.is, values);
    values.push(value);
    if (step.gives !== undefined) {
      const [row, column] = step.gives;
      const cell = cells[row]?.[column];
      if (typeof cell !== "number" || Math.abs(cell - value) > NEAR * Math.max(1, Math.abs(value))) throw new Error(`${id}: ${step.is} is ${value}, and the function answers ${String(cell)}`);
    }
    return { text: step[language], reckoning: step.is.replace(/\$(\d+)/g, (_, place) => number(values[Number(place) - 1])), value, gives: step.gives !== undefined };
  });
  return { sheets: Object.entries(sheets).map(([name, sheet]) => ({ name, cells: cellsOf(sheet, language) })), formula: formulaText(id, args), cells, dates, rows, steps: shown };
}

/** A formula that is refused, and what the cell says. One that answers fails the build. */
function refused(functions, id, { sheets = {}, args }, language) {
  let answer;
  try {
    answer = answerOf(functions, id, args, sheets, language);
  } catch (error) {
    if (error instanceof CellError) return { formula: formulaText(id, args), code: error.code, sentence: error.message };
    throw error;
  }
  throw new Error(`${id}: ${formulaText(id, args)} is not refused but answers ${JSON.stringify(answer)}`);
}

/** Up to four decimals; thousands apart. */
function number(value) {
  return (Object.is(value, -0) ? 0 : value).toLocaleString("en-US", { maximumFractionDigits: 4 }).replace("-", "\u2212");
}

function day(value) {
  return new Date((value - 25569) * 86400000).toISOString().slice(0, 10);
}

module.exports = { CellError, day, formulaText, loadFunctions, number, reckon, refused, worked };
