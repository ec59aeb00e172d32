/** The page that verifies a pack on its own: no network, no add-in, one file. English and Chinese beside each other by a button. */
import { isoDay, type Day } from "../values/day";
import type { Language } from "../values/say";
import { isFormatOnly, type Verification } from "./findings";
import { findingSentence, verdict } from "./findingWords";
import { verifyPack } from "./verifyPack";

const WORDS = {
  title: { en: "Verify a pack", zh: "验证资料包" },
  lead: {
    en: "Choose a bank pack of Open Account (.xlsx), or drop it here. It is read on this computer and sent nowhere.",
    zh: "选择 Open Account 银行资料包（.xlsx），或拖放到此处。文件只在本机读取，不会发送到任何地方。",
  },
  choose: { en: "Choose a file", zh: "选择文件" },
  expected: { en: "Pack seal as its maker told you (optional)", zh: "制作人告知的资料包封印（可不填）" },
  reading: { en: "Reading {name} ...", zh: "正在读取 {name} ……" },
  intact: { en: "INTACT", zh: "完整" },
  differs: { en: "DIFFERS", zh: "不符" },
  format: { en: "FORMAT ONLY", zh: "仅格式不同" },
  noPack: { en: "NO PACK", zh: "不是资料包" },
  packSeal: { en: "Pack seal", zh: "资料包封印" },
  ledgerSeal: { en: "Ledger seal (AR.SEAL)", zh: "台账封印（AR.SEAL）" },
  asOf: { en: "As of", zh: "截止日" },
  formulas: { en: "Formulas recalculated and equal", zh: "重算一致的公式" },
  checks: { en: "Checks OK / DIFFERS", zh: "核对 OK / DIFFERS" },
  signature: { en: "Signature", zh: "签名" },
  none: { en: "none: the seal shows changes, not who made the pack", zh: "无：封印显示改动，不证明制作人" },
  valid: { en: "valid, by the key {key}", zh: "有效，密钥 {key}" },
  wrong: { en: "does not fit this seal", zh: "与封印不符" },
  failed: { en: "This file could not be read.", zh: "无法读取该文件。" },
} as const satisfies Record<string, Readonly<Record<Language, string>>>;

let language: Language = /^zh/i.test(navigator.language) ? "zh" : "en";
let shown: { readonly name: string; readonly found: Verification | undefined } | undefined;

function word(key: keyof typeof WORDS, values: Readonly<Record<string, string>> = {}): string {
  return WORDS[key][language].replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? "");
}

function at<Kind extends HTMLElement>(id: string): Kind {
  return document.getElementById(id) as Kind;
}

function element(tag: string, text: string, look = ""): HTMLElement {
  const made = document.createElement(tag);
  made.textContent = text; // what a file says is text, never markup
  if (look !== "") made.className = look;
  return made;
}

function showWords(): void {
  document.documentElement.lang = language === "en" ? "en" : "zh-CN";
  document.title = word("title");
  at("title").textContent = word("title");
  at("lead").textContent = word("lead");
  at("choose").textContent = word("choose");
  at("expectedLabel").textContent = word("expected");
  at("language").textContent = language === "en" ? "中文" : "English";
  if (shown !== undefined) showFound();
}

async function verify(file: File): Promise<void> {
  shown = undefined;
  at("result").replaceChildren(element("p", word("reading", { name: file.name })));
  await new Promise((done) => setTimeout(done, 30)); // the words are seen before the work begins
  const expected = at<HTMLInputElement>("expected").value.replace(/\s/g, "");
  const found = await file.arrayBuffer().then((bytes) => verifyPack(new Uint8Array(bytes), expected === "" ? undefined : expected)).catch(() => undefined);
  shown = { name: file.name, found };
  showFound();
}

function showFound(): void {
  const { name, found } = shown!;
  const result = at("result");
  if (found === undefined) {
    result.replaceChildren(element("h2", name), element("p", word("failed")));
    return;
  }
  const mark = !found.isPack ? "noPack" : found.isIntact ? "intact" : found.findings.every(isFormatOnly) ? "format" : "differs";
  const list = document.createElement("ol");
  for (const finding of found.findings) list.append(element("li", findingSentence(finding, language)));
  result.replaceChildren(element("h2", name), element("p", word(mark), `mark ${mark}`), element("p", verdict(found, language)), ...(found.findings.length === 0 ? [] : [list]), ...(found.isPack ? [facts(found)] : []));
  result.focus();
}

function facts({ seal, ledgerSeal, asOf, recalculated, checks, signature, signedBy }: Verification): HTMLElement {
  const table = document.createElement("table");
  const rows: readonly (readonly [string, string])[] = [
    [word("packSeal"), seal], [word("ledgerSeal"), ledgerSeal], [word("asOf"), asOf > 0 ? isoDay(asOf as Day) : ""], [word("formulas"), String(recalculated)],
    [word("checks"), `${checks.ok} / ${checks.differs}`], [word("signature"), word(signature, { key: signedBy })],
  ];
  for (const [label, text] of rows) {
    const row = document.createElement("tr");
    row.append(element("th", label), element("td", text));
    table.append(row);
  }
  return table;
}

function start(): void {
  const input = at<HTMLInputElement>("file");
  at("choose").addEventListener("click", () => input.click());
  input.addEventListener("change", () => {
    const file = input.files?.[0];
    if (file !== undefined) void verify(file);
    input.value = "";
  });
  const zone = document.body;
  zone.addEventListener("dragover", (event) => event.preventDefault());
  zone.addEventListener("drop", (event) => {
    event.preventDefault();
    const file = event.dataTransfer?.files[0];
    if (file !== undefined) void verify(file);
  });
  at("language").addEventListener("click", () => {
    language = language === "en" ? "zh" : "en";
    showWords();
  });
  showWords();
}

start();
