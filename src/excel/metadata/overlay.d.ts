import type { Compiler } from "webpack";

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

export class MetadataOverlayPlugin {
  constructor(options: { metadata: string; translations: Readonly<Record<string, string>>; helpUrl: (id: string) => string; helpPage: string });
  apply(compiler: Compiler): void;
}
