/** A formula that reads a ledger, or joins what others read: as Excel shows it, and as a file stores it. */
const READS_A_LEDGER = /(?:\bAR\.|_xldudf_AR_)(?:LEDGER|JOIN)\s*\(/i;
const JOINS_LEDGERS = /(?:\bAR\.|_xldudf_AR_)JOIN\s*\(/i;

/** Larger sheets hold a ledger, not the cell that reads one; looking through them would keep a cell from calculating. */
const MOST_CELLS = 50_000;

/** Cells of the workbook's sheets, given as ranges of one cell. */
export interface LedgerCells {
  /** with AR.LEDGER */
  readonly reads: readonly Excel.Range[];
  /** with AR.JOIN: they take the texts of the others */
  readonly joins: readonly Excel.Range[];
}

export async function ledgerCells(context: Excel.RequestContext): Promise<LedgerCells> {
  const sheets = context.workbook.worksheets.load("items/name");
  await context.sync();
  const used = sheets.items.map((sheet) => ({ sheet, range: sheet.getUsedRangeOrNullObject(true).load("rowIndex,columnIndex,rowCount,columnCount") }));
  await context.sync();
  const small = used.filter(({ range }) => !range.isNullObject && range.rowCount * range.columnCount <= MOST_CELLS);
  for (const { range } of small) range.load("formulas");
  await context.sync();
  const found = small.flatMap(({ sheet, range }) => cellsIn(range.formulas as readonly (readonly unknown[])[]).map(({ row, column, joins }) => ({ joins, cell: sheet.getRangeByIndexes(range.rowIndex + row, range.columnIndex + column, 1, 1) })));
  return { reads: found.filter(({ joins }) => !joins).map(({ cell }) => cell), joins: found.filter(({ joins }) => joins).map(({ cell }) => cell) };
}

interface Found {
  readonly row: number;
  readonly column: number;
  readonly joins: boolean;
}

function cellsIn(formulas: readonly (readonly unknown[])[]): Found[] {
  return formulas.flatMap((cells, row) => cells.flatMap((formula, column): Found[] => (typeof formula === "string" && formula.startsWith("=") && READS_A_LEDGER.test(formula) ? [{ row, column, joins: JOINS_LEDGERS.test(formula) }] : [])));
}

/**
 * A workbook just opened shows the texts of its ledgers, but nobody has read them yet: calculates those cells, those that
 * join them after them, and Excel what depends on them. A host that cannot do so leaves the sentence that says what to do.
 */
export async function readLedgersAgain(): Promise<void> {
  try {
    await Excel.run(async (context) => {
      const { reads, joins } = await ledgerCells(context);
      for (const cells of [reads, joins]) {
        for (const cell of cells) cell.calculate();
        await context.sync();
      }
    });
  } catch (error) {
    if (!(error instanceof OfficeExtension.Error)) throw error;
  }
}
