import * as Plot from "@observablehq/plot";
import { METRICS } from "@neurofront/core";
import type { DesignInteractions, MetricName } from "@neurofront/core";
import { csv } from "../csv.ts";
import type { Figure } from "./figure.ts";
import { FAINT } from "./figure.ts";
import { drawGrouped, numberAxis } from "./grouped-frame.ts";
import { groupedRows } from "./grouped-rows.ts";
import { technologyStyle } from "./technology-style.ts";

const APART_PX = 4;

/** Interactions around the best design of a technology. */
export interface TechnologyInteractions {
  readonly technology: string;
  readonly technologyIndex: number;
  readonly interactions: DesignInteractions;
}

/** First-order and total Sobol indices of every parameter around every best design; undefined when none were computed. */
export function sobolFigure(
  bests: readonly TechnologyInteractions[],
  metric: MetricName,
  id: string,
): Figure | undefined {
  if (bests.length === 0) return undefined;
  const rows = groupedRows(
    bests.map(({ technology, technologyIndex, interactions }) => ({
      title: `${technology}, candidate ${interactions.candidate}`,
      rows: interactions.parameters
        .toSorted((a, b) => b.total.value - a.total.value || (a.name < b.name ? -1 : 1))
        .map((indices) => ({ indices, color: technologyStyle(technologyIndex).color })),
    })),
    ({ indices }) => indices.name,
  );
  const marks = rows.placed.flatMap(({ row: { indices, color }, y }) =>
    (["first", "total"] as const).map((order) => ({
      order,
      color,
      y: y + (order === "first" ? -APART_PX : APART_PX),
      ...indices[order],
      tooltip: `${indices.name}, ${order === "first" ? "alone" : "with all others"}: ${three(indices[order].value)} (${three(indices[order].low)} to ${three(indices[order].high)})`,
    })),
  );
  const ends = marks.flatMap(({ low, high, value }) => [low, high, value]);
  const [least, most] = [Math.min(0, ...ends), Math.max(1, ...ends)];
  const dots = (order: "first" | "total", style: Plot.DotOptions): Plot.Markish =>
    Plot.dot(
      marks.filter((mark) => mark.order === order),
      { x: "value", y: "y", r: 4, title: "tooltip", ...style },
    );
  const svg = drawGrouped("Sobol indices of the parameters around every best design", rows, {
    legend: [
      { text: "alone (first order)", marker: { symbol: "circle", r: 4, stroke: "currentColor", strokeWidth: 1.4 } },
      { text: "with all others (total)", marker: { symbol: "diamond", r: 4, fill: "currentColor" } },
    ],
    x: { type: "linear", domain: [least - 0.03, most + 0.03] },
    axis: numberAxis(`share of the variance of ln(${METRICS[metric].title}), with its 95 % interval`),
    marks: [
      Plot.ruleX([0], { stroke: FAINT, strokeWidth: 1.2 }),
      Plot.link(marks, {
        x1: "low",
        x2: "high",
        y1: "y",
        y2: "y",
        stroke: "color",
        strokeWidth: 1.6,
        className: "sobol-interval",
      }),
      dots("first", {
        symbol: "circle",
        fill: "var(--page, white)",
        stroke: "color",
        strokeWidth: 1.6,
        className: "sobol-first",
      }),
      dots("total", { symbol: "diamond", fill: "color", className: "sobol-total" }),
    ],
  });
  const lost = bests.filter(({ interactions }) => interactions.rows < interactions.askedRows);
  return {
    id,
    svg,
    csv: csv(
      [
        "technology",
        "candidate",
        "parameter",
        "first",
        "first_low",
        "first_high",
        "total",
        "total_low",
        "total_high",
        "rows",
        "log_deviation",
      ],
      bests.flatMap(({ technology, interactions }) =>
        interactions.parameters.map(({ name, first, total }) => [
          technology,
          interactions.candidate,
          name,
          first.value,
          first.low,
          first.high,
          total.value,
          total.low,
          total.high,
          interactions.rows,
          interactions.logDeviation,
        ]),
      ),
    ),
    notes: [
      "All free parameters of a best design are changed at once, each by up to a tenth either way, one step of a whole number, or to any choice (the changes of the tornado).",
      `Rows of the sample: ${bests.map(({ technology, interactions }) => `${technology} ${interactions.rows}`).join(", ")}; the intervals say what so few can tell.`,
      ...(lost.length > 0
        ? [
            `Rows with a design that has no answer are left out: ${lost.map(({ technology, interactions }) => `${technology} ${interactions.askedRows - interactions.rows}`).join(", ")}.`,
          ]
        : []),
    ],
  };
}

function three(value: number): string {
  return String(Number(value.toFixed(3)));
}
