/** What Excel and its store ask of a manifest, and no schema checks. Each rule answers what is wrong, in words. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { PNG } from "pngjs";

/** A manifest with the folder its addresses mean. */
export interface Deployed {
  readonly xml: Document;
  readonly folder: string;
}

type Rule = (manifest: Deployed) => string[];

/** Children of an element in the order Excel wants them; those with `?` may be missing. */
const ORDER: Readonly<Record<string, readonly string[]>> = {
  OfficeApp: ["Id", "AlternateId?", "Version", "ProviderName", "DefaultLocale", "DisplayName", "Description", "IconUrl", "HighResolutionIconUrl", "SupportUrl", "AppDomains?", "Hosts", "Requirements", "DefaultSettings", "Permissions", "VersionOverrides"],
  VersionOverrides: ["Description?", "Requirements?", "Hosts", "Resources"],
  "VersionOverrides Host": ["Runtimes", "AllFormFactors", "DesktopFormFactor"],
  "AllFormFactors ExtensionPoint": ["Script", "Page", "Metadata", "Namespace"],
  DesktopFormFactor: ["GetStarted", "FunctionFile", "ExtensionPoint"],
  GetStarted: ["Title", "Description", "LearnMoreUrl"],
  Control: ["Label", "Supertip", "Icon", "Action"],
  Supertip: ["Title", "Description"],
  Resources: ["bt:Images", "bt:Urls", "bt:ShortStrings", "bt:LongStrings"],
};

/** The namespace is part of every formula: it is the same in every language. */
const NOT_TRANSLATED = new Set(["Functions.Namespace"]);

const LIMITS: Readonly<Record<string, number>> = { DisplayName: 125, Description: 250, "bt:ShortStrings": 125, "bt:LongStrings": 250 };

function all(within: ParentNode, name: string): Element[] {
  return Array.from((within as Element | Document).getElementsByTagName(name));
}

function resource(xml: Document, resid: string): Element | undefined {
  return ["bt:Image", "bt:Url", "bt:String"].flatMap((name) => all(xml, name)).find((one) => one.getAttribute("id") === resid);
}

const order: Rule = ({ xml }) =>
  Object.entries(ORDER).flatMap(([path, wanted]) =>
    Array.from(xml.querySelectorAll(path.replaceAll(":", "\\:"))).flatMap((element) => {
      const found = Array.from(element.children, (child) => child.tagName);
      let at = 0;
      for (const name of found) {
        while (at < wanted.length && wanted[at]!.replace("?", "") !== name) if (!wanted[at++]!.endsWith("?")) return [`${path}: ${wanted[at - 1]!} is missing or out of place before ${name}`];
        if (at === wanted.length) return [`${path}: ${name} is out of place`];
        at++;
      }
      return wanted.slice(at).filter((name) => !name.endsWith("?")).map((name) => `${path}: ${name} is missing`);
    }),
  );

const group: Rule = ({ xml }) =>
  all(xml, "Group").flatMap((element) => {
    const found = Array.from(element.children, (child) => child.tagName).join(" ");
    return /^Label Icon( Control)+$/.test(found) ? [] : [`Group: ${found}`];
  });

const resids: Rule = ({ xml }) => {
  const used = Array.from(xml.querySelectorAll("[resid]"), (element) => element.getAttribute("resid")!);
  const defined = ["bt:Image", "bt:Url", "bt:String"].flatMap((name) => all(xml, name)).flatMap((one) => one.getAttribute("id") ?? []);
  return [
    ...used.filter((resid) => resource(xml, resid) === undefined).map((resid) => `resid ${resid} means nothing`),
    ...[...used, ...defined].filter((resid) => resid.length > 32).map((resid) => `resid ${resid} is longer than 32 characters`),
    ...defined.filter((id) => !used.includes(id)).map((id) => `resource ${id} is not used`),
    ...defined.filter((id, at) => defined.indexOf(id) !== at).map((id) => `resource ${id} is defined twice`),
  ];
};

const oneRuntime: Rule = ({ xml }) => {
  const runtimes = all(xml, "Runtime");
  const resid = runtimes[0]?.getAttribute("resid");
  const pages = [...Array.from(xml.querySelectorAll("Page SourceLocation")), ...all(xml, "FunctionFile"), ...Array.from(xml.querySelectorAll("Action SourceLocation"))];
  return [
    ...(runtimes.length === 1 && runtimes[0]!.getAttribute("lifetime") === "long" ? [] : ["there must be exactly one Runtime, of long lifetime"]),
    ...(pages.length >= 3 ? [] : ["the page of functions, commands and pane must all be named"]),
    ...pages.filter((page) => page.getAttribute("resid") !== resid).map((page) => `${page.tagName} does not name the shared runtime's page`),
  ];
};

const texts: Rule = ({ xml }) =>
  Object.entries(LIMITS).flatMap(([name, limit]) =>
    all(xml, name).flatMap((element) => {
      const values = [element, ...Array.from(element.querySelectorAll("*"))].flatMap((one) => [one.getAttribute("DefaultValue"), one.getAttribute("Value")]).filter((value) => value !== null);
      return values.filter((value) => value.length > limit || value.trim() === "").map((value) => `${name}: "${value}" must have 1 to ${limit} characters`);
    }),
  );

/** Everything a user reads has its Chinese, with the full locale, and English is the default. */
const chinese: Rule = ({ xml }) => {
  const visible = [...all(xml, "DisplayName"), ...all(xml, "Description").filter((one) => one.hasAttribute("DefaultValue")), ...all(xml, "bt:String")].filter((one) => !NOT_TRANSLATED.has(one.getAttribute("id") ?? ""));
  const missing = visible.filter((one) => !Array.from(one.children).some((child) => child.getAttribute("Locale") === "zh-CN" && /[\u4e00-\u9fff]/.test(child.getAttribute("Value") ?? "")));
  const stray = Array.from(xml.querySelectorAll("[Locale]")).filter((one) => one.getAttribute("Locale") !== "zh-CN");
  return [...missing.map((one) => `${one.getAttribute("id") ?? one.tagName} has no zh-CN text`), ...stray.map((one) => `an override for ${one.getAttribute("Locale")!}`)];
};

/** All addresses are https, of one origin, and mean a file that was built. */
const addresses: Rule = ({ xml, folder }) => {
  const urls = Array.from(xml.querySelectorAll("*")).flatMap((one) => [one.getAttribute("DefaultValue"), one.getAttribute("Value")]).filter((value): value is string => value !== null && /^\w+:\/\//.test(value));
  const base = urls.find((url) => url.endsWith("/taskpane.html"))?.replace(/taskpane\.html$/, "");
  if (base === undefined) return ["no taskpane.html is named"];
  return urls.flatMap((url) => {
    if (!url.startsWith("https://")) return [`${url} is not https`];
    if (url.length > 2048) return [`${url} is too long`];
    if (!url.startsWith(base)) return [`${url} is not under ${base}`];
    return existsSync(join(folder, url.slice(base.length))) ? [] : [`${url} means a file that is not there`];
  });
};

function iconFault(folder: string, url: string, size: number): string[] {
  const file = join(folder, url.replace(/^.*\/(assets\/)/, "$1"));
  if (!existsSync(file)) return [`${url} is not there`];
  const { width, height } = PNG.sync.read(readFileSync(file));
  return width === size && height === size ? [] : [`${url} is ${width} x ${height}, not ${size} x ${size}`];
}

const icons: Rule = ({ xml, folder }) => {
  const own = ([["IconUrl", 32], ["HighResolutionIconUrl", 64]] as const).flatMap(([name, size]) => iconFault(folder, all(xml, name)[0]?.getAttribute("DefaultValue") ?? "", size));
  const ribbon = all(xml, "Icon").flatMap((icon) => {
    const images = all(icon, "bt:Image");
    const sizes = images.map((image) => image.getAttribute("size")!);
    const missing = ["16", "32", "80"].filter((size) => !sizes.includes(size)).map((size) => `an icon has no size ${size}`);
    return [...missing, ...images.flatMap((image) => iconFault(folder, resource(xml, image.getAttribute("resid")!)?.getAttribute("DefaultValue") ?? "", Number(image.getAttribute("size"))))];
  });
  return [...own, ...ribbon];
};

const ids: Rule = ({ xml }) => {
  const found = ["Control", "Group"].flatMap((name) => all(xml, name)).map((one) => one.getAttribute("id") ?? "");
  return [
    ...found.filter((id, at) => id === "" || id.length > 125 || found.indexOf(id) !== at).map((id) => `id "${id}" must be there once`),
    ...(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(all(xml, "Id")[0]?.textContent ?? "") ? [] : ["Id is no GUID"]),
  ];
};

const requirements: Rule = ({ xml }) => {
  const sets = all(xml, "Set").map((one) => `${one.getAttribute("Name")!} ${one.getAttribute("MinVersion")!}`).join(", ");
  return sets === "SharedRuntime 1.1, CustomFunctionsRuntime 1.3, ExcelApi 1.13" ? [] : [`the least that is asked of Excel is ${sets}`];
};

const permissions: Rule = ({ xml }) => (all(xml, "Permissions")[0]?.textContent === "ReadWriteDocument" ? [] : ["Permissions must be ReadWriteDocument"]);

export const RULES: Readonly<Record<string, Rule>> = { order, group, resids, oneRuntime, texts, chinese, addresses, icons, ids, requirements, permissions };

export function faultsOf(manifest: Deployed): string[] {
  if (manifest.xml.getElementsByTagName("parsererror").length > 0) return ["the manifest is not well-formed XML"];
  return Object.entries(RULES).flatMap(([name, rule]) => rule(manifest).map((fault) => `${name}: ${fault}`));
}
