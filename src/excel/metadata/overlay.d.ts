import type { Compiler } from "webpack";
import type { HelpFunctions } from "./helpExample";

/** What custom-functions-metadata writes, as far as the overlay reads it. */
export interface FunctionsJson {
  readonly functions: readonly FunctionJson[];
}

export interface FunctionJson {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly helpUrl?: string;
  readonly parameters: readonly { readonly name: string; readonly description: string; readonly optional?: boolean; readonly repeating?: boolean; readonly dimensionality?: string }[];
  readonly result: object;
}

/** By id: the description, and each parameter's name and description by its English name. */
export type Translation = Readonly<Record<string, { readonly description: string; readonly parameters: Readonly<Record<string, readonly string[]>> }>>;

export function complete(metadata: FunctionsJson, helpUrl: (id: string) => string): FunctionsJson & { readonly allowErrorForDataTypeAny: boolean };
export function translate<Metadata extends FunctionsJson>(metadata: Metadata, words: Translation, locale: string): Metadata;

/** Every page by its address under `docs`. `folder`: where the sources lie, one a function. */
export function helpPages(metadata: FunctionsJson, translated: Readonly<Record<string, FunctionsJson>>, how: { readonly functions: HelpFunctions; readonly folder: string }): ReadonlyMap<string, string>;

export class MetadataOverlayPlugin {
  constructor(options: { metadata: string; functions: string; translations: Readonly<Record<string, string>>; helpUrl: (id: string) => string; help: { readonly from: string; readonly to: string; readonly moved: string } });
  apply(compiler: Compiler): void;
}
