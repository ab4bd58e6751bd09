import * as Plot from "@observablehq/plot";
import { textWidth_px } from "./label-placement.ts";
import { technologyStyle } from "./technology-style.ts";

/** One entry of a legend: how to draw its marker, and what it means. */
export interface LegendEntry {
  readonly text: string;
  readonly marker: Plot.DotOptions;
}

const ROW_PX = 19;
const MARKER_PX = 16;
const GAP_PX = 18;
const FONT_PX = 12;

/** An entry a technology: colour and marker of every figure. */
export function technologyEntries(
  technologies: readonly { readonly technology: string; readonly technologyIndex: number }[],
): LegendEntry[] {
  return technologies.map(({ technology, technologyIndex }) => {
    const { color, symbol } = technologyStyle(technologyIndex);
    return { text: technology, marker: { symbol, r: 4, fill: color } };
  });
}

/** A legend laid out in rows above the frame. */
export interface Legend {
  readonly height_px: number;
  readonly marks: readonly Plot.Markish[];
}

/**
 * Lay entries out in rows over the frame; each group begins a new row.
 *
 * @param width_px of the frame
 */
export function legend(groups: readonly (readonly LegendEntry[])[], width_px: number): Legend {
  const placed: { entry: LegendEntry; x: number; row: number }[] = [];
  let row = -1;
  for (const group of groups) {
    row += 1;
    let x = 0;
    for (const entry of group) {
      const width = MARKER_PX + textWidth_px(entry.text, FONT_PX) + GAP_PX;
      if (x > 0 && x + width > width_px) {
        row += 1;
        x = 0;
      }
      placed.push({ entry, x, row });
      x += width;
    }
  }
  const height_px = (row + 1) * ROW_PX + 8;
  const marks = placed.flatMap(({ entry, x, row: at }) => {
    const dy = at * ROW_PX + ROW_PX / 2 - height_px;
    return [
      Plot.dot([0], { ...entry.marker, frameAnchor: "top-left", dx: x + 6, dy }),
      Plot.text([entry.text], {
        frameAnchor: "top-left",
        textAnchor: "start",
        lineAnchor: "middle",
        dx: x + MARKER_PX,
        dy,
        fontSize: FONT_PX,
      }),
    ];
  });
  return { height_px, marks };
}
