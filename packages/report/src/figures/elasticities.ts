import * as Plot from "@observablehq/plot";
import { METRICS } from "@neurofront/core";
import type { DesignSensitivity, MetricName } from "@neurofront/core";
import { csv } from "../csv.ts";
import { FAINT } from "./figure.ts";
import type { Figure } from "./figure.ts";
import { drawGrouped, numberAxis } from "./grouped-frame.ts";
import { groupedRows } from "./grouped-rows.ts";
import { technologyStyle } from "./technology-style.ts";

/** Metrics told apart by their markers. */
const SYMBOLS = ["circle", "square", "triangle", "diamond", "star", "hexagon", "wye"] as const;
/** Height of the line of a metric in its row. */
const STEP_PX = 6;

/** The looked-at designs of one front, in its order. */
export interface FrontSensitivity {
  readonly technology: string;
  readonly technologyIndex: number;
  readonly members: readonly DesignSensitivity[];
}

/** The elasticities of one metric of one parameter along a front. */
interface Strip {
  readonly metric: MetricName;
  readonly values: readonly { readonly candidate: number; readonly elasticity: number }[];
}

/** How metrics react to each parameter along each front; undefined when no design was looked at. */
export function elasticitiesFigure(
  fronts: readonly FrontSensitivity[],
  metrics: readonly MetricName[],
  id: string,
): Figure | undefined {
  const groups = fronts.map((front) => ({
    title: front.technology,
    rows: (front.members[0]?.parameters ?? []).flatMap(({ name }, index) => {
      const strips = metrics.map((metric): Strip => ({ metric, values: valuesOf(front, index, metric) }));
      return strips.some(({ values }) => values.length > 0) ? [{ name, strips, front }] : [];
    }),
  }));
  const shown = groups.filter(({ rows }) => rows.length > 0);
  if (shown.length === 0) return undefined;
  const rows = groupedRows(shown, ({ name }) => name);
  const strips = rows.placed.flatMap(({ row: { name, strips: own, front }, y }) =>
    own.flatMap(({ metric, values }, k) =>
      values.length === 0
        ? []
        : [
            {
              name,
              metric,
              values,
              y: y + (k - (own.length - 1) / 2) * STEP_PX,
              color: technologyStyle(front.technologyIndex).color,
            },
          ],
    ),
  );
  const all = strips.flatMap(({ values }) => values.map(({ elasticity }) => Math.abs(elasticity)));
  const reach = 1.08 * Math.max(1, ...all);
  const svg = drawGrouped("Elasticities of the objectives along each front", rows, {
    legend: metrics.map((metric, k) => ({
      text: METRICS[metric].title,
      marker: { symbol: SYMBOLS[k % SYMBOLS.length]!, r: 3.6, fill: "currentColor" },
    })),
    x: { type: "linear", domain: [-reach, reach] },
    axis: numberAxis("per cent that the metric grows when the parameter grows by one per cent"),
    marks: [
      Plot.ruleX([0], { stroke: FAINT, strokeWidth: 1.2 }),
      Plot.link(
        strips.map(({ y, values, color }) => ({
          y,
          color,
          low: Math.min(...values.map(({ elasticity }) => elasticity)),
          high: Math.max(...values.map(({ elasticity }) => elasticity)),
        })),
        { x1: "low", x2: "high", y1: "y", y2: "y", stroke: "color", strokeWidth: 1.2, className: "reach" },
      ),
      ...metrics.map((metric, k) =>
        Plot.dot(
          strips
            .filter((strip) => strip.metric === metric)
            .flatMap(({ name, y, values, color }) =>
              values.map(({ candidate, elasticity }) => ({
                elasticity,
                y,
                color,
                tooltip: `${name}, ${METRICS[metric].title} of candidate ${candidate}: ${Number(elasticity.toPrecision(3))}`,
              })),
            ),
          {
            x: "elasticity",
            y: "y",
            symbol: SYMBOLS[k % SYMBOLS.length]!,
            r: 2.6,
            fill: "color",
            title: "tooltip",
            className: `elasticity-${metric}`,
          },
        ),
      ),
    ],
  });
  return {
    id,
    svg,
    csv: csv(
      ["technology", "candidate", "parameter", "value", ...metrics.map((metric) => `elasticity_of_${metric}`)],
      fronts.flatMap(({ technology, members }) =>
        members.flatMap(({ candidate, parameters }) =>
          parameters.map(({ name, value, elasticity }) => [
            technology,
            candidate,
            name,
            value,
            ...metrics.map((metric) => elasticity[metric]),
          ]),
        ),
      ),
    ),
    notes: [
      "Each mark is one design of the front (both ends, the best, and some between), the line what they span.",
      "From designs a thousandth of the parameter away that were assessed for this; whole numbers and choices have no elasticity.",
    ],
  };
}

function valuesOf({ members }: FrontSensitivity, index: number, metric: MetricName): Strip["values"] {
  return members.flatMap(({ candidate, parameters }) => {
    const elasticity = parameters[index]?.elasticity[metric];
    return elasticity === undefined ? [] : [{ candidate, elasticity }];
  });
}
