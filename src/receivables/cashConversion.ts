/** Cash conversion cycle, days: days of inventory + days sales outstanding - days payable outstanding (methods.md A18). */
export function cashConversionCycle(inventory: number, receivables: number, payables: number): number {
  return inventory + receivables - payables;
}
