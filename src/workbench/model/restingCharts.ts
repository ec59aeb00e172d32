import type { BookSnapshot } from "./bookSnapshot";
import { areaOf, type Charts, type ChartSnapshot, type NamedArea } from "./chart";
import type { Rect, SheetInfo } from "./WorkbookPort";

type Sheets = readonly Pick<SheetInfo, "id" | "name">[];

/** The book with the charts of its sheets, which stand in the same order; cells of a sheet that is no longer there are gone. */
export function withCharts(book: BookSnapshot, charts: Charts, sheets: Sheets): BookSnapshot {
  const nameOf = new Map(sheets.map(({ id, name }) => [id, name]));
  const named = (rect: Rect): NamedArea | undefined => (nameOf.has(rect.sheet) ? { ...areaOf(rect), sheet: nameOf.get(rect.sheet)! } : undefined);
  return {
    ...book,
    sheets: book.sheets.map((sheet, at) => {
      const own = charts.of(sheets[at]!.id).map(({ id: _id, sheet: _sheet, series, ...chart }): ChartSnapshot => ({ ...chart, series: series.map((one) => placed(one, named)) }));
      return own.length === 0 ? sheet : { ...sheet, charts: own };
    }),
  };
}

/** Only the charts of a book that was opened are held from now on. `sheets`: of the open book, in the same order. */
export function takeCharts(charts: Charts, book: BookSnapshot, sheets: Sheets): void {
  const idOf = new Map(sheets.map(({ id, name }) => [name.toLowerCase(), id]));
  const inBook = ({ sheet, ...area }: NamedArea): Rect | undefined => {
    const id = idOf.get(sheet.toLowerCase());
    return id === undefined ? undefined : { ...areaOf(area), sheet: id };
  };
  charts.clear();
  book.sheets.forEach((sheet, at) => {
    for (const { series, ...chart } of sheet.charts ?? []) charts.add({ ...chart, sheet: sheets[at]!.id, series: series.map((one) => placed(one, inBook)) });
  });
}

/** a series whose cells are named in the other way; it keeps knowing that it had categories */
function placed<From, To, Rest extends { readonly values: From | undefined; readonly categories?: From | undefined }>(
  series: Rest, to: (place: From) => To | undefined,
): Omit<Rest, "values" | "categories"> & { readonly values: To | undefined; readonly categories?: To | undefined } {
  const { values, categories, ...rest } = series;
  return { ...rest, values: values && to(values), ...("categories" in series ? { categories: categories && to(categories) } : {}) };
}
