/**
 * What the generator cannot say from doc comments: that error cells may come in, where help is, and the same functions in
 * another language. Only descriptions and parameter names are translated, never an id or a function's name: a workbook
 * reads the same everywhere. A translation that is missing, or one too many, fails the build.
 */
const { existsSync, readFileSync } = require("node:fs");
const { join } = require("node:path");
const { Compilation, WebpackError, sources } = require("webpack");
const { loadFunctions } = require("./helpExample");
const { helpIndex, helpPage, movedPage } = require("./helpPage");

const NAME = "MetadataOverlayPlugin";

function complete(metadata, helpUrl) {
  for (const one of metadata.functions) {
    one.helpUrl = helpUrl(one.id);
    if (!one.description) throw new Error(`${one.id} has no description`);
    for (const parameter of one.parameters) if (!parameter.description) throw new Error(`${one.id}: ${parameter.name} has no description`);
  }
  return { ...metadata, allowErrorForDataTypeAny: true };
}

function translate(metadata, words, locale) {
  const left = new Set(Object.keys(words));
  const functions = metadata.functions.map((one) => {
    const word = words[one.id];
    left.delete(one.id);
    if (!word || !word.description) throw new Error(`${locale}: no translation of ${one.id}`);
    if (Object.keys(word.parameters).length !== one.parameters.length) throw new Error(`${locale}: ${one.id} has ${one.parameters.length} parameters`);
    const parameters = one.parameters.map((parameter) => {
      const [name, description] = word.parameters[parameter.name] || [];
      if (!name || !description) throw new Error(`${locale}: no translation of ${one.id}, ${parameter.name}`);
      return { ...parameter, name, description };
    });
    return { ...one, description: word.description, parameters, ...(one.helpUrl === undefined ? {} : { helpUrl: one.helpUrl.replace(/\/([^/]+)$/, `/${locale}/$1`) }) };
  });
  if (left.size > 0) throw new Error(`${locale}: translations of functions that do not exist: ${[...left].join(", ")}`);
  return { ...metadata, functions };
}

/** The source of every function's page, by id; one that is missing fails the build. */
function helpSources(folder, metadata) {
  const sourceOf = (id) => {
    const file = join(folder, `${id}.json`);
    if (!existsSync(file)) throw new Error(`${id} has no help: ${id}.json is missing`);
    return JSON.parse(readFileSync(file, "utf8"));
  };
  return Object.fromEntries(metadata.functions.map(({ id }) => [id, sourceOf(id)]));
}

/** Every page by its address under `docs`. Languages beside English by the name of their folder. */
function helpPages(metadata, translated, { functions, folder }) {
  const sources = helpSources(folder, metadata);
  const pages = new Map();
  for (const [at, language, own] of [["", "en", metadata], ["zh-cn/", "zh", translated["zh-cn"]]]) {
    pages.set(`${at}index.html`, helpIndex({ metadata: own, english: metadata, sources, language }));
    metadata.functions.forEach((english, n) => pages.set(`${at}${english.id}.html`, helpPage({ one: own.functions[n], english, source: sources[english.id], functions, language })));
  }
  return pages;
}

class MetadataOverlayPlugin {
  /** @param {{ metadata: string, functions: string, translations: Record<string, string>, helpUrl: (id: string) => string, help: { from: string, to: string, moved: string } }} options */
  constructor(options) {
    this.options = options;
  }

  apply(compiler) {
    const { options } = this;
    compiler.hooks.thisCompilation.tap(NAME, (compilation) => {
      for (const path of Object.values(options.translations)) compilation.fileDependencies.add(path);
      compilation.contextDependencies.add(options.help.from);
      compilation.hooks.processAssets.tap({ name: NAME, stage: Compilation.PROCESS_ASSETS_STAGE_ADDITIONS }, () => {
        try {
          this.write(compilation);
        } catch (error) {
          compilation.errors.push(new WebpackError(`${NAME}: ${error.message}`));
        }
      });
    });
  }

  write(compilation) {
    const { options } = this;
    const emit = (name, text) => compilation.emitAsset(name, new sources.RawSource(text));
    const metadata = complete(JSON.parse(compilation.getAsset(options.metadata).source.source().toString()), options.helpUrl);
    const all = {};
    compilation.updateAsset(options.metadata, new sources.RawSource(JSON.stringify(metadata, null, 2)));
    for (const [locale, path] of Object.entries(options.translations)) {
      const translated = translate(metadata, JSON.parse(readFileSync(path, "utf8")), locale);
      emit(options.metadata.replace(/\.json$/, `-${locale}.json`), JSON.stringify(translated, null, 2));
      all[locale] = translated;
    }
    const functions = loadFunctions(compilation.getAsset(options.functions).source.source().toString());
    for (const [name, text] of helpPages(metadata, all, { functions, folder: options.help.from })) emit(`${options.help.to}/${name}`, text);
    emit(options.help.moved, movedPage(`${options.help.to}/index.html`));
  }
}

module.exports = { MetadataOverlayPlugin, complete, helpPages, translate };
