/** Numbers for table columns, as Excel gives them: they stay with the heading when columns are added, moved or renamed. */
export class ColumnIds {
  private readonly tables = new Map<string, Map<string, number>>();
  private readonly last = new Map<string, number>();

  /** ids of the headings in their order; new headings get new numbers, those that are gone are forgotten */
  ids(table: string, headings: readonly string[]): readonly number[] {
    const before = this.tables.get(table) ?? new Map<string, number>();
    const now = new Map<string, number>();
    for (const heading of headings) now.set(heading.toLowerCase(), before.get(heading.toLowerCase()) ?? this.next(table));
    this.tables.set(table, now);
    return headings.map((heading) => now.get(heading.toLowerCase())!);
  }

  rename(table: string, from: string, to: string): void {
    const ids = this.tables.get(table);
    const id = ids?.get(from.toLowerCase());
    if (!ids || id === undefined) return;
    ids.delete(from.toLowerCase());
    ids.set(to.toLowerCase(), id);
  }

  forget(table: string): void {
    this.tables.delete(table);
  }

  clear(): void {
    this.tables.clear();
    this.last.clear();
  }

  private next(table: string): number {
    const id = (this.last.get(table) ?? 0) + 1;
    this.last.set(table, id);
    return id;
  }
}
