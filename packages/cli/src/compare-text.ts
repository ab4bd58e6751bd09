import { compareHeadline, compareTables, shownTable } from "@neurofront/report";
import type { CrossComparison } from "@neurofront/report";
import { textTable } from "./text-table.ts";
import { wrapText } from "./wrapped-text.ts";

/**
 * A comparison for the terminal.
 *
 * @param width characters a line may have; without it, lines stay whole
 */
export function compareText(comparison: CrossComparison, width?: number): string {
  const blocks = comparison.accountings.flatMap((cross) => [
    wrapText([compareHeadline(cross, comparison.rank), ...cross.notes].join("\n"), width),
    ...compareTables(comparison, cross).map((table) => {
      const { columns, rows } = shownTable(table);
      const right = columns.flatMap(({ isNumeric }, index) => (isNumeric ? [index] : []));
      const head = columns.map(({ title }) => title);
      return `${wrapText(table.caption, width)}\n\n${textTable(head, rows, { right, width })}`;
    }),
  ]);
  return blocks.join("\n\n");
}
