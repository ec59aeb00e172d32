/** The page behind every function's `helpUrl`, made from the same metadata: so it can never tell another story. */

/** What was measured of a function on real ledgers, by its id; a test holds it against a new measurement. */
const MEASURED = require("./measured.json");

function escape(text) {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

function signature(one, english) {
  const words = one.parameters.map(({ name, optional, repeating }) => (optional ? `[${escape(name)}]` : `${escape(name)}${repeating ? ", ..." : ""}`));
  return `<h2${english ? ` id="${one.id}"` : ""}>AR.${one.name}(${words.join(", ")})</h2>`;
}

function measured(id, locale) {
  const found = MEASURED[id];
  if (!found) return "";
  const { caption, headings } = found[locale === "en" ? "en" : "zh"];
  const row = (cells, tag) => `<tr>${cells.map((cell) => `<${tag}>${escape(cell)}</${tag}>`).join("")}</tr>`;
  return `\n<p>${escape(caption)}</p>\n<table>${row(headings, "th")}${found.rows.map((cells) => row(cells, "td")).join("")}</table>`;
}

function section(one, locale) {
  const rows = one.parameters.map((parameter) => `<dt>${escape(parameter.name)}</dt><dd>${escape(parameter.description)}</dd>`);
  return `${signature(one, locale === "en")}\n<p>${escape(one.description)}</p>\n${rows.length ? `<dl>${rows.join("")}</dl>` : ""}${measured(one.id, locale)}`;
}

/** @param {[string, { functions: any[] }][]} pages one list of functions for each language, English first */
function helpPage(pages) {
  const bodies = pages.map(([locale, metadata]) => `<section lang="${locale === "en" ? "en" : "zh-CN"}">\n${metadata.functions.map((one) => section(one, locale)).join("\n")}\n</section>`);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Open Account: functions</title>
<style>
body { font: 15px/1.5 system-ui, sans-serif; max-width: 46em; margin: 2em auto; padding: 0 1em; color-scheme: light dark }
h2 { font-size: 1.05em; margin: 2em 0 0; font-family: ui-monospace, Consolas, monospace }
table { border-collapse: collapse; font-size: .85em; display: block; overflow-x: auto } th, td { text-align: left; padding: .2em .8em .2em 0; border-bottom: 1px solid }
dt { font-weight: 600 } dd { margin: 0 0 .4em 1.5em }
section + section { border-top: 1px solid; margin-top: 3em }
</style>
</head>
<body>
<h1>Open Account</h1>
${bodies.join("\n")}
</body>
</html>
`;
}

module.exports = { helpPage };
