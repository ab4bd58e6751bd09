import * as Plot from "@observablehq/plot";
import { textWidth_px } from "./label-placement.ts";

const TITLE_PX = 26;
const ROW_PX = 22;
const GROUP_GAP_PX = 6;
const LABEL_PX = 11.5;
const LEAST_MARGIN_PX = 150;
const NAME_GAP_PX = 10;

/** Rows of a technology under its name. */
export interface RowGroup<Row> {
  readonly title: string;
  readonly rows: readonly Row[];
}

/** A row with the height of its middle, from the top of the frame. */
export interface PlacedRow<Row> {
  readonly row: Row;
  readonly y: number;
}

/** Rows of several technologies below each other. */
export interface GroupedRows<Row> {
  /** Room left of the frame, in which the names stand. */
  readonly margin_px: number;
  readonly placed: readonly PlacedRow<Row>[];
  readonly height_px: number;
  /** Names of groups and rows left of the frame, and a faint line along each row. */
  readonly marks: readonly Plot.Markish[];
}

/** Place rows below the names of their groups. */
export function groupedRows<Row>(groups: readonly RowGroup<Row>[], titleOf: (row: Row) => string): GroupedRows<Row> {
  const widths = groups.flatMap(({ rows }) => rows.map((row) => textWidth_px(titleOf(row), LABEL_PX)));
  const margin_px = Math.ceil(Math.max(LEAST_MARGIN_PX, ...widths) + NAME_GAP_PX);
  const placed: PlacedRow<Row>[] = [];
  const marks: Plot.Markish[] = [];
  let top = 0;
  for (const { title, rows } of groups) {
    marks.push(name(title, -margin_px + 2, top + TITLE_PX / 2, "start", { fontWeight: 600, fontSize: 13 }));
    top += TITLE_PX;
    for (const row of rows) {
      const y = top + ROW_PX / 2;
      placed.push({ row, y });
      marks.push(
        name(titleOf(row), -NAME_GAP_PX, y, "end", { fontSize: LABEL_PX }),
        Plot.ruleY([y], { stroke: "currentColor", strokeOpacity: 0.09 }),
      );
      top += ROW_PX;
    }
    top += GROUP_GAP_PX;
  }
  return { margin_px, placed, height_px: top, marks };
}

function name(
  text: string,
  dx: number,
  dy: number,
  textAnchor: "start" | "end",
  style: Plot.TextOptions,
): Plot.Markish {
  return Plot.text([text], { frameAnchor: "top-left", textAnchor, lineAnchor: "middle", dx, dy, ...style });
}
