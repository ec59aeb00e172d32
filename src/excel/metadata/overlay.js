/**
 * What the generator cannot say from doc comments: that error cells may come in, where help is, and the same functions in
 * another language. Only descriptions and parameter names are translated, never an id or a function's name: a workbook
 * reads the same everywhere. A translation that is missing, or one too many, fails the build.
 */
const { readFileSync } = require("node:fs");
const { Compilation, WebpackError, sources } = require("webpack");
const { helpPage } = require("./helpPage");

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
    return { ...one, description: word.description, parameters };
  });
  if (left.size > 0) throw new Error(`${locale}: translations of functions that do not exist: ${[...left].join(", ")}`);
  return { ...metadata, functions };
}

class MetadataOverlayPlugin {
  /** @param {{ metadata: string, translations: Record<string, string>, helpUrl: (id: string) => string, helpPage: string }} options */
  constructor(options) {
    this.options = options;
  }

  apply(compiler) {
    const { options } = this;
    compiler.hooks.thisCompilation.tap(NAME, (compilation) => {
      for (const path of Object.values(options.translations)) compilation.fileDependencies.add(path);
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
    const pages = [["en", metadata]];
    compilation.updateAsset(options.metadata, new sources.RawSource(JSON.stringify(metadata, null, 2)));
    for (const [locale, path] of Object.entries(options.translations)) {
      const translated = translate(metadata, JSON.parse(readFileSync(path, "utf8")), locale);
      emit(options.metadata.replace(/\.json$/, `-${locale}.json`), JSON.stringify(translated, null, 2));
      pages.push([locale, translated]);
    }
    emit(options.helpPage, helpPage(pages));
  }
}

module.exports = { MetadataOverlayPlugin, translate, complete };
