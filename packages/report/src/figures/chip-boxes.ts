import * as Plot from "@observablehq/plot";
import type { MonteCarloAccuracy } from "@neurofront/core";
import type { AccountingComparison } from "../accounting-comparison.ts";
import { csv } from "../csv.ts";
import { accuracyAxisMarks, accuracyPlace, accuracyScale, boundMarks } from "./accuracy-axis.ts";
import { boxHeight, boxMark } from "./box-mark.ts";
import { drawGrouped } from "./grouped-frame.ts";
import type { Figure } from "./figure.ts";
import { groupedRows } from "./grouped-rows.ts";
import { technologyStyle } from "./technology-style.ts";

/** Accuracy of the best designs over the chips that verified them; undefined where none was verified. */
export function chipBoxes(
  { accounting, technologies }: AccountingComparison,
  bounds: readonly number[],
): Figure | undefined {
  const groups = technologies.flatMap(({ technology, best, drawn }, technologyIndex) =>
    best === undefined || drawn === undefined
      ? []
      : [
          {
            title: `${technology}, candidate ${best.candidate}`,
            rows: [
              { name: "clean patterns", technology, technologyIndex, chips: drawn.clean },
              { name: "disturbed patterns", technology, technologyIndex, chips: drawn.test },
            ],
          },
        ],
  );
  if (groups.length === 0) return undefined;
  const rows = groupedRows(groups, ({ name }) => name);
  const boxes = rows.placed.map(({ row, y }) => ({
    ...row,
    y,
    color: technologyStyle(row.technologyIndex).color,
    left: accuracyPlace(row.chips.p05),
    right: accuracyPlace(row.chips.p95),
    middle: accuracyPlace(row.chips.p50),
    mean: accuracyPlace(row.chips.mean),
    low: accuracyPlace(row.chips.low),
    high: accuracyPlace(row.chips.high),
  }));
  const box = { symbol: "square", r: 5, stroke: "currentColor", strokeWidth: 1.4 } as const;
  const svg = drawGrouped(`Accuracy over chips of the best designs, ${accounting} accounting`, rows, {
    legend: [
      { text: "5th to 95th percentile of chips, stroke at the median", marker: box },
      { text: "mean with its 95 % interval", marker: { symbol: "diamond", r: 4, fill: "currentColor" } },
    ],
    x: accuracyScale,
    axis: accuracyAxisMarks("x", "accuracy over chips", 40),
    marks: [
      boxMark(boxes, "chip-box"),
      Plot.link(boxes, {
        x1: "middle",
        x2: "middle",
        ...boxHeight,
        stroke: "color",
        strokeWidth: 2.4,
      }),
      Plot.link(boxes, { x1: "low", x2: "high", y1: "y", y2: "y", stroke: "currentColor", strokeWidth: 1.4 }),
      Plot.dot(boxes, { x: "mean", y: "y", symbol: "diamond", r: 4, fill: "currentColor", className: "chip-mean" }),
      ...boundMarks("x", bounds),
    ],
  });
  const columns = ["mean", "low", "high", "p05", "p50", "p95"] as const satisfies readonly (keyof MonteCarloAccuracy)[];
  return {
    id: `chips-${accounting}`,
    svg,
    csv: csv(
      ["technology", "patterns", "chips", ...columns],
      boxes.map(({ technology, name, chips }) => [
        technology,
        name,
        chips.chips,
        ...columns.map((column) => chips[column]),
      ]),
    ),
    notes: [
      "Chips differ by everything that the study lets vary from device to device.",
      ...(bounds.length > 0 ? ["Dashed: what the study asks for."] : []),
    ],
  };
}
