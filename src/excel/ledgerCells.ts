/** A formula that reads a ledger: as Excel shows it, and as a file stores it. */
const READS_A_LEDGER = /(?:\bAR\.|_xldudf_AR_)(?:LEDGER|JOIN)\s*\(/i;

/** Larger sheets hold a ledger, not the cell that reads one; looking through them would keep a cell from calculating. */
const MOST_CELLS = 50_000;

/** Cells with AR.LEDGER in the workbook's sheets, given as ranges of one cell. */
export async function ledgerCells(context: Excel.RequestContext): Promise<readonly Excel.Range[]> {
  const sheets = context.workbook.worksheets.load("items/name");
  await context.sync();
  const used = sheets.items.map((sheet) => ({ sheet, range: sheet.getUsedRangeOrNullObject(true).load("rowIndex,columnIndex,rowCount,columnCount") }));
  await context.sync();
  const small = used.filter(({ range }) => !range.isNullObject && range.rowCount * range.columnCount <= MOST_CELLS);
  for (const { range } of small) range.load("formulas");
  await context.sync();
  return small.flatMap(({ sheet, range }) => cellsIn(range.formulas as readonly (readonly unknown[])[]).map(([row, column]) => sheet.getRangeByIndexes(range.rowIndex + row, range.columnIndex + column, 1, 1)));
}

function cellsIn(formulas: readonly (readonly unknown[])[]): [row: number, column: number][] {
  return formulas.flatMap((cells, row) => cells.flatMap((formula, column): [number, number][] => (typeof formula === "string" && formula.startsWith("=") && READS_A_LEDGER.test(formula) ? [[row, column]] : [])));
}

/**
 * A workbook just opened shows the texts of its ledgers, but nobody has read them yet: calculates those cells, and Excel
 * what depends on them. A host that cannot do so leaves the sentence that says what to do.
 */
export async function readLedgersAgain(): Promise<void> {
  try {
    await Excel.run(async (context) => {
      for (const cell of await ledgerCells(context)) cell.calculate();
      await context.sync();
    });
  } catch (error) {
    if (!(error instanceof OfficeExtension.Error)) throw error;
  }
}
