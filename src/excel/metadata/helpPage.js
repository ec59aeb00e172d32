/**
 * The pages behind every function's `helpUrl`: one a function and an index, in each language, made from the same metadata as
 * the functions, the page's source in `src/excel/help`, and what the built functions answer. No script, nothing from elsewhere.
 */
const { CellError, day, number, refused, worked } = require("./helpExample");
const { STYLE } = require("./helpStyle");
const { WORDS } = require("./helpWords");

const SECTIONS = ["answers", "example", "refusals", "source"];
const GROUPS = ["ledger", "receivables", "credit", "bank"];

/** What was measured of a function on real ledgers, by its id; a test holds it against a new measurement. */
const MEASURED = require("./measured.json");

function escape(text) {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}

function signature(one) {
  const words = one.parameters.map(({ name, optional, repeating }) => (optional ? `[${escape(name)}]` : `${escape(name)}${repeating ? ", ..." : ""}`));
  return `AR.${one.name}(${words.join(", ")})`;
}

/** `from`: the folder of the page, "" for English and "zh-cn/". */
function frame({ title, words, body, otherAddress, homeAddress }) {
  const home = homeAddress === undefined ? "<span></span>" : `<a href="${homeAddress}">${words.home}</a>`;
  return `<!doctype html>
<html lang="${words.lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(title)}</title>
<style>
${STYLE}</style>
</head>
<body>
<nav>${home}<a href="${otherAddress}" lang="${words.lang === "en" ? "zh-CN" : "en"}">${words.other}</a></nav>
<main>
${body}
</main>
<footer>${words.footer}</footer>
</body>
</html>
`;
}

function section(title, body) {
  return `<section>\n<h2>${title}</h2>\n${body}\n</section>`;
}

function cellText(cell, isDay) {
  if (cell instanceof CellError) return cell.code;
  if (typeof cell === "number") return isDay ? day(cell) : number(cell);
  return typeof cell === "boolean" ? String(cell).toUpperCase() : String(cell ?? "");
}

/** A longer text takes several lines. */
const LONG = 22;

/** Cells as a table that scrolls by itself where the page is narrow. */
function table(cells, { caption, hasHeadings = true, dates = [] }) {
  const look = (cell) => (typeof cell === "number" ? ' class="n"' : typeof cell === "string" && cell.length > LONG ? ' class="t"' : "");
  const row = (cellsOfRow, tag) => `<tr>${cellsOfRow.map((cell, at) => `<${tag}${look(cell)}>${escape(cellText(cell, dates.includes(at)))}</${tag}>`).join("")}</tr>`;
  const head = hasHeadings ? `<thead>${row(cells[0], "th")}</thead>` : "";
  return `<div class="scroll" tabindex="0"><table>${caption ? `<caption>${escape(caption)}</caption>` : ""}${head}<tbody>${cells.slice(hasHeadings ? 1 : 0).map((one) => row(one, "td")).join("")}</tbody></table></div>`;
}

/** What was measured of a function, as a table under its source. */
function measured(id, language) {
  if (MEASURED[id] === undefined) return "";
  const { rows, [language]: { caption, headings } } = MEASURED[id];
  return `\n<p>${escape(caption)}</p>\n${table([headings, ...rows], {})}`;
}

function argumentList(one, english, words) {
  if (one.parameters.length === 0) return `<p>${words.noArguments}</p>`;
  const rows = one.parameters.map((parameter, at) => {
    const own = english.parameters[at].name;
    const name = own === parameter.name ? own : `${own} ${parameter.name}`;
    const note = parameter.optional ? words.optional : parameter.repeating ? words.repeating : "";
    return `<dt>${escape(name)}${note ? ` <small>${note}</small>` : ""}</dt><dd>${escape(parameter.description)}</dd>`;
  });
  return `<dl>${rows.join("")}</dl>`;
}

function reckoning(text) {
  return escape(text).replaceAll("*", "×").replace(/ - /g, " − ").replace(/(?<![\d,.])\d{4,}(?![\d,])/g, (digits) => number(Number(digits)));
}

function exampleBody(example, words) {
  const { cells, formula, sheets, dates, rows } = example;
  const isTable = cells.length > 1 || cells[0].length > 1;
  const shown = rows === undefined ? cells : cells.slice(0, rows + 1);
  const cut = shown.length < cells.length ? `<p class="note">${words.firstRows(shown.length - 1, cells.length - 1)}</p>` : "";
  const answer = isTable ? table(shown, { dates }) + cut : `<p class="answer"><output>${escape(cellText(cells[0][0], dates.includes(0)))}</output></p>`;
  const steps = example.steps.map(({ text, reckoning: how, value, gives }) => `<li${gives ? ' class="gives"' : ""}>${escape(text)}${how === undefined ? "" : `<br><span class="sum">${how.trim() === number(value) || reckoning(how) === number(value) ? "" : `${reckoning(how)} = `}<b>${number(value)}</b></span>`}</li>`);
  return `${sheets.map(({ name, cells: sheet }) => table(sheet, { caption: name })).join("\n")}
<p class="formula"><code>${escape(formula)}</code></p>
${answer}
<h3>${words.arithmetic}</h3>
<ol>${steps.join("")}</ol>`;
}

function refusalBody(refusals, words) {
  if (refusals.length === 0) return `<p>${words.noRefusals}</p>`;
  return `<p class="note">${words.refusalsNote}</p>\n<dl>${refusals.map(({ formula, code, sentence }) => `<dt><code>${escape(formula)}</code></dt><dd><b>${code}</b> ${escape(sentence)}</dd>`).join("")}</dl>`;
}

/** Throws where a part of the source is missing in either language. */
function checked(id, source) {
  for (const part of SECTIONS) if (source[part] === undefined) throw new Error(`help of ${id}: no ${part}`);
  if (!GROUPS.includes(source.group)) throw new Error(`help of ${id}: no such group: ${String(source.group)}`);
  for (const language of ["en", "zh"]) for (const part of ["answers", "source"]) if (!source[part][language]) throw new Error(`help of ${id}: ${part} is not in ${language}`);
  if (source.example.steps.length === 0 || source.example.steps.some(({ en, zh }) => !en || !zh)) throw new Error(`help of ${id}: a step is not in both languages`);
  return source;
}

/** One function's page. `one` is the metadata in the page's language. */
function helpPage({ one, english, source, functions, language }) {
  const words = WORDS[language];
  const { answers, example, refusals, source: origin } = checked(english.id, source);
  const parts = [
    `<h1><code>${signature(english)}</code></h1>\n<p class="lead">${escape(one.description)}</p>`,
    section(words.answers, `<p>${escape(answers[language])}</p>`),
    section(words.arguments, argumentList(one, english, words)),
    section(words.example, exampleBody(worked(functions, english.id, example, language), words)),
    section(words.refusals, refusalBody(refusals.map((refusal) => refused(functions, english.id, { sheets: example.sheets, ...refusal }, language)), words)),
    section(words.source, `<p>${escape(origin[language])}</p>${measured(english.id, language)}`),
  ];
  return frame({ title: `AR.${english.id}`, words, body: parts.join("\n"), homeAddress: "index.html", otherAddress: language === "en" ? `zh-cn/${english.id}.html` : `../${english.id}.html` });
}

/** Every function by group, in the order of the contract. */
function helpIndex({ metadata, english, sources, language }) {
  const words = WORDS[language];
  const groups = GROUPS.map((group) => {
    const entries = metadata.functions.flatMap((one, at) => (sources[one.id].group === group ? [`<dt><a href="${one.id}.html"><code>${signature(english.functions[at])}</code></a></dt><dd>${escape(one.description)}</dd>`] : []));
    return section(words.group[group], `<dl class="index">${entries.join("")}</dl>`);
  });
  return frame({ title: `Open Account: ${words.title}`, words, body: `<h1>Open Account: ${words.title}</h1>\n<p class="lead">${words.intro}</p>\n${groups.join("\n")}`, otherAddress: language === "en" ? "zh-cn/index.html" : "../index.html" });
}

/** Where help used to be: workbooks of an earlier release point there. */
function movedPage(address) {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="refresh" content="0; url=${address}">
<title>Open Account: functions</title>
</head>
<body><p><a href="${address}">Open Account: functions</a></p></body>
</html>
`;
}

module.exports = { helpIndex, helpPage, movedPage };
