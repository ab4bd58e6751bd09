import * as Plot from "@observablehq/plot";
import type { Markup } from "../escape.ts";
import { draw } from "./figure.ts";
import type { GroupedRows } from "./grouped-rows.ts";
import { legend } from "./legend.ts";
import type { LegendEntry } from "./legend.ts";

const WIDTH_PX = 880;
const BOTTOM_PX = 48;
const RIGHT_PX = 40;

/** What stands in a frame of grouped rows. */
export interface GroupedFrame {
  readonly legend: readonly LegendEntry[];
  readonly x: Plot.ScaleOptions;
  /** Axis and grid, below everything. */
  readonly axis: readonly Plot.Markish[];
  /** Over the lines and names of the rows; heights are those of the placed rows. */
  readonly marks: readonly Plot.Markish[];
}

/**
 * Draw rows of several technologies below each other: names at the left, one axis for all.
 *
 * @param label what a screen reader says; fixed text, never text of a study
 */
export function drawGrouped<Row>(label: string, rows: GroupedRows<Row>, frame: GroupedFrame): Markup {
  const key = legend([frame.legend], WIDTH_PX - rows.margin_px - RIGHT_PX);
  return draw(label, {
    width: WIDTH_PX,
    height: key.height_px + rows.height_px + BOTTOM_PX,
    marginTop: key.height_px,
    marginRight: RIGHT_PX,
    marginBottom: BOTTOM_PX,
    marginLeft: rows.margin_px,
    x: frame.x,
    y: { type: "linear", domain: [rows.height_px, 0], axis: null },
    marks: [...frame.axis, ...rows.marks, ...frame.marks, ...key.marks],
  });
}

/** An axis of plain numbers with a grid. */
export function numberAxis(label: string): Plot.Markish[] {
  return [
    Plot.gridX({ stroke: "currentColor", strokeOpacity: 0.09 }),
    Plot.axisX({ label, labelAnchor: "center", labelArrow: "none", labelOffset: 40 }),
  ];
}
