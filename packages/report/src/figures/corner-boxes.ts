import * as Plot from "@observablehq/plot";
import { METRICS } from "@neurofront/core";
import type { MetricName } from "@neurofront/core";
import type { AccountingComparison } from "../accounting-comparison.ts";
import { csv, quantityColumn } from "../csv.ts";
import { formatMetric } from "../metric-text.ts";
import { accuracyAxisMarks, accuracyPlace, accuracyScale } from "./accuracy-axis.ts";
import { axisMarks, roomyAxis } from "./curve-axis.ts";
import type { Figure } from "./figure.ts";
import { boxMark } from "./box-mark.ts";
import { drawGrouped } from "./grouped-frame.ts";
import { groupedRows } from "./grouped-rows.ts";
import { technologyStyle } from "./technology-style.ts";

/** Corners told apart by their markers, in the order of the study. */
const SYMBOLS = ["circle", "square", "triangle", "star", "hexagon", "cross", "wye", "times"] as const;

interface CornerRow {
  readonly technology: string;
  readonly technologyIndex: number;
  readonly nominal: number;
  readonly corners: readonly { readonly name: string; readonly value: number }[];
}

/** A metric of every best design at the corners of the study; undefined where there are none. */
export function cornerBoxes(
  { accounting, technologies }: AccountingComparison,
  metric: MetricName,
  id: string,
): Figure | undefined {
  const found = technologies.flatMap(({ technology, best }, technologyIndex): CornerRow[] => {
    const nominal = best?.assessment.metrics[metric];
    const corners = (best?.assessment.corners ?? []).flatMap(({ name, metrics }) => {
      const value = metrics[metric];
      return value === undefined ? [] : [{ name, value }];
    });
    return nominal === undefined || corners.length === 0 ? [] : [{ technology, technologyIndex, nominal, corners }];
  });
  if (found.length === 0) return undefined;
  const isAccuracy = metric === "accuracy" || metric === "testAccuracy";
  const place = (value: number): number => (isAccuracy ? accuracyPlace(value) : value);
  const { title, unit } = METRICS[metric];
  const values = found.flatMap(({ nominal, corners }) => [nominal, ...corners.map(({ value }) => value)]);
  const axis = roomyAxis({ title, unit, scale: unit === "1" ? "linear" : "log" }, values);
  const rows = groupedRows(
    found.map((row) => ({ title: row.technology, rows: [row] })),
    () => "over the corners",
  );
  const boxes = rows.placed.map(({ row, y }) => {
    const all = row.corners.map(({ value }) => place(value));
    return {
      y,
      color: technologyStyle(row.technologyIndex).color,
      left: Math.min(...all),
      right: Math.max(...all),
      nominal: place(row.nominal),
    };
  });
  const names = [...new Set(found.flatMap(({ corners }) => corners.map(({ name }) => name)))];
  const dots = names.map((name, index) =>
    Plot.dot(
      rows.placed.flatMap(({ row, y }) =>
        row.corners
          .filter((corner) => corner.name === name)
          .map(({ value }) => ({
            x: place(value),
            y,
            tooltip: `${row.technology} at ${name}: ${title} ${formatMetric(metric, value)}`,
          })),
      ),
      {
        x: "x",
        y: "y",
        r: 3.4,
        stroke: "currentColor",
        symbol: SYMBOLS[index % SYMBOLS.length]!,
        title: "tooltip",
        className: "corner-values",
      },
    ),
  );
  const svg = drawGrouped(`Best designs at the corners of the study, ${accounting} accounting`, rows, {
    legend: [
      ...names.map((name, index) => ({
        text: name,
        marker: { symbol: SYMBOLS[index % SYMBOLS.length]!, r: 3.4, stroke: "currentColor" },
      })),
      { text: "nominal", marker: { symbol: "diamond" as const, r: 4.5, fill: "currentColor" } },
    ],
    x: isAccuracy ? accuracyScale : { type: axis.scale, domain: [axis.low, axis.high] },
    axis: isAccuracy ? accuracyAxisMarks("x", title, 40) : axisMarks("x", axis, 40),
    marks: [
      boxMark(boxes, "corner-box"),
      ...dots,
      Plot.dot(boxes, { x: "nominal", y: "y", symbol: "diamond", r: 4.5, fill: "currentColor", className: "nominal" }),
    ],
  });
  return {
    id,
    svg,
    csv: csv(
      ["technology", "corner", quantityColumn(metric, METRICS[metric].unit)],
      found.flatMap(({ technology, nominal, corners }) => [
        [technology, "nominal", nominal],
        ...corners.map(({ name, value }) => [technology, name, value]),
      ]),
    ),
    notes: [
      "A box spans the corners at which the design has an answer.",
      ...(found.some(({ corners }) => corners.length < names.length)
        ? ["At some corners a design is impossible and has no mark."]
        : []),
    ],
  };
}
