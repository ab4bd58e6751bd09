import { csv } from "../csv.ts";
import type { ArrayDrops } from "@neurofront/core";
import { formatShare } from "../metric-text.ts";
import type { Figure } from "./figure.ts";
import { cellMarks, drawPanels, panelFrame, textMark } from "./panel-grid.ts";

/** Cells of a panel that are drawn at most; a larger array is drawn every n-th row and column. */
const MOST_CELLS = 2600;

/** What reaches the neurons from every cell of the arrays of the best designs; undefined without arrays. */
export function arrayMapFigure(
  arrays: readonly (ArrayDrops & { readonly technology: string })[],
  id: string,
): Figure | undefined {
  if (arrays.length === 0) return undefined;
  return {
    id,
    svg: drawPanels("Share of the current of every cell that reaches the neurons", arrays, (array, panel) => {
      const step = Math.ceil(Math.sqrt(array.share.length / MOST_CELLS));
      const [columns, rows] = [Math.ceil(array.columnCount / step), Math.ceil(array.rowCount / step)];
      const finite = array.share.filter((share) => Number.isFinite(share));
      const [least, most] = [leastOf(finite), mostOf(finite)];
      const cells = array.share.flatMap((share, index) => {
        const [row, column] = [Math.floor(index / array.columnCount), index % array.columnCount];
        if (row % step !== 0 || column % step !== 0 || !Number.isFinite(share)) return [];
        return [
          {
            column: column / step,
            // The first row stands at the top.
            row: rows - 1 - row / step,
            darkness: most > least ? (share - least) / (most - least) : 0.5,
            tooltip: `row ${row + 1}, neuron ${column + 1}: ${formatShare(share)}`,
          },
        ];
      });
      const layer = arrays.some((other) => other.technology === array.technology && other.layer > 1)
        ? `, layer ${array.layer}`
        : "";
      return [
        cellMarks(cells, columns, rows, panel),
        ...panelFrame(
          `${array.technology}${layer}: ${formatShare(least)} (light) to ${formatShare(most)} (dark)`,
          panel,
        ),
        textMark(`neurons 1 to ${array.columnCount}`, panel.left + panel.width / 2, panel.top + panel.height + 14, {
          fontSize: 11,
        }),
        textMark(`rows 1 to ${array.rowCount}, the first at the top`, panel.left - 14, panel.top + panel.height / 2, {
          fontSize: 11,
          rotate: -90,
        }),
      ];
    }),
    csv: csv(
      ["technology", "candidate", "layer", "row", "neuron", "share"],
      arrays.flatMap(({ technology, candidate, layer, columnCount, share }) =>
        share.map((value, index) => [
          technology,
          candidate,
          layer,
          Math.floor(index / columnCount) + 1,
          (index % columnCount) + 1,
          Number.isFinite(value) ? value : undefined,
        ]),
      ),
    ),
    notes: [
      "Current that arrives at a neuron over that of the same cell between a perfect driver and a perfectly clamped column; each input has two rows, one a sign. Where the neuron lets its column float, cells share its voltage and some deliver more than alone.",
      ...(arrays.some(({ share }) => share.length > MOST_CELLS)
        ? ["Of larger arrays every n-th row and neuron is drawn; the data has all."]
        : []),
    ],
  };
}

function leastOf(values: readonly number[]): number {
  return values.reduce((a, b) => Math.min(a, b), Infinity);
}

function mostOf(values: readonly number[]): number {
  return values.reduce((a, b) => Math.max(a, b), -Infinity);
}
