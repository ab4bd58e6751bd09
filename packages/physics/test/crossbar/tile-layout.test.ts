import fc from "fast-check";
import { expect, it } from "vitest";
import { longestTile, summingLineCells, tileLayout, tilesBetween } from "../../src/crossbar/tile-layout.ts";

it.each([
  { rows: 50, columns: 26, largestRows: 0, largestColumns: 0, rowStarts: [0, 50], columnStarts: [0, 26] },
  {
    rows: 50,
    columns: 26,
    largestRows: 16,
    largestColumns: 10,
    rowStarts: [0, 12, 24, 36, 50],
    columnStarts: [0, 8, 17, 26],
  },
  { rows: 6, columns: 2, largestRows: 1, largestColumns: 1, rowStarts: [0, 2, 4, 6], columnStarts: [0, 1, 2] },
])("cuts $rows x $columns into $largestRows x $largestColumns", (row) => {
  expect(tileLayout(row.rows, row.columns, row.largestRows, row.largestColumns)).toEqual({
    rowStarts: row.rowStarts,
    columnStarts: row.columnStarts,
  });
});

it("covers the layer with tiles that can be built, pairs of rows together", () => {
  const sizes = fc.record({
    pairs: fc.integer({ min: 1, max: 200 }),
    columns: fc.integer({ min: 1, max: 200 }),
    largestRows: fc.integer({ min: 2, max: 100 }),
    largestColumns: fc.integer({ min: 1, max: 100 }),
  });
  fc.assert(
    fc.property(sizes, ({ pairs, columns, largestRows, largestColumns }) => {
      const { rowStarts, columnStarts } = tileLayout(2 * pairs, columns, largestRows, largestColumns);
      expect([rowStarts[0], rowStarts.at(-1), columnStarts[0], columnStarts.at(-1)]).toEqual([
        0,
        2 * pairs,
        0,
        columns,
      ]);
      expect(longestTile(rowStarts)).toBeLessThanOrEqual(largestRows);
      expect(longestTile(columnStarts)).toBeLessThanOrEqual(largestColumns);
      for (const { from, to } of tilesBetween(rowStarts)) {
        expect(from % 2).toBe(0);
        expect(to).toBeGreaterThan(from);
      }
    }),
  );
});

it("counts the cells that summing lines pass", () => {
  // The first of three tiles passes four rows, the second two.
  expect(summingLineCells({ rowStarts: [0, 2, 4, 6], columnStarts: [0, 1] })).toBe(6);
});
