import * as Plot from "@observablehq/plot";
import { formatQuantity, METRICS } from "@neurofront/core";
import type { MetricName } from "@neurofront/core";
import { csv } from "../csv.ts";
import { formatRatio } from "../metric-text.ts";
import type { TornadoChange, TornadoRow } from "../why-not/tornado.ts";
import { FAINT } from "./figure.ts";
import type { Figure } from "./figure.ts";
import { drawGrouped, numberAxis } from "./grouped-frame.ts";
import { groupedRows } from "./grouped-rows.ts";
import { technologyStyle } from "./technology-style.ts";

const BAR_PX = 10;

/** The tornado of one technology's best design. */
export interface BestTornado {
  readonly technology: string;
  readonly technologyIndex: number;
  readonly candidate: number;
  readonly rows: readonly TornadoRow[];
}

/** How the best design of each technology reacts to a change of each parameter; undefined when none was looked at. */
export function tornadoFigure(bests: readonly BestTornado[], metric: MetricName, id: string): Figure | undefined {
  const groups = bests
    .filter(({ rows }) => rows.length > 0)
    .map((best) => ({
      title: `${best.technology}, candidate ${best.candidate}`,
      rows: best.rows.map((row) => ({ row, best })),
    }));
  if (groups.length === 0) return undefined;
  const layout = groupedRows(groups, ({ row }) => row.name);
  const bars = layout.placed.flatMap(({ row: { row, best }, y }) =>
    row.changes.map((change) => ({
      change,
      y,
      percent: percentOf(change),
      color: technologyStyle(best.technologyIndex).color,
      tooltip: tooltipOf(row, change, metric),
    })),
  );
  const ends = [0, ...bars.map(({ percent }) => percent)];
  const [least, most] = [Math.min(...ends), Math.max(...ends)];
  const room = 0.06 * (most - least) || 1;
  const square = { symbol: "square", r: 5, stroke: "currentColor", strokeWidth: 1.4 } as const;
  const cross = { symbol: "times", r: 4, stroke: "currentColor", strokeWidth: 1.6 } as const;
  const barMarks = (isDown: boolean, style: Plot.RectOptions): Plot.Markish =>
    Plot.rect(
      bars.filter(({ change }) => (change.direction === "less") === isDown),
      {
        x1: 0,
        x2: "percent",
        y1: ({ y }) => y - BAR_PX / 2,
        y2: ({ y }) => y + BAR_PX / 2,
        title: "tooltip",
        stroke: "color",
        strokeWidth: 1.4,
        ...style,
      },
    );
  const svg = drawGrouped("Change of the ranked metric of each best design when one parameter changes", layout, {
    legend: [
      { text: "parameter a tenth (or one) up, or another choice", marker: { ...square, fill: "currentColor" } },
      { text: "down", marker: square },
      { text: "breaks a rule or constraint", marker: cross },
    ],
    x: { type: "linear", domain: [least - room, most + room] },
    axis: numberAxis(`change of the ${METRICS[metric].title} (%)`),
    marks: [
      barMarks(false, { fill: "color", fillOpacity: 0.85, className: "up" }),
      barMarks(true, { fill: "none", className: "down" }),
      Plot.ruleX([0], { stroke: FAINT, strokeWidth: 1.2 }),
      Plot.dot(
        bars.filter(({ change }) => change.broken.length > 0),
        { ...cross, x: "percent", y: "y", title: "tooltip", className: "breaks" },
      ),
    ],
  });
  return {
    id,
    svg,
    csv: csv(
      ["technology", "candidate", "parameter", "value", "changed_to", `${metric}_ratio`, "breaks"],
      bests.flatMap(({ technology, candidate, rows }) =>
        rows.flatMap(({ name, value, changes }) =>
          changes.map((change) => [
            technology,
            candidate,
            name,
            value,
            change.value,
            change.ratio,
            change.broken.join(" "),
          ]),
        ),
      ),
    ),
    notes: [
      "One parameter of the best design is changed at a time, by a tenth, or as far as the model allows; nothing else is designed again.",
      ...impossibleNotes(bests),
    ],
  };
}

function percentOf({ ratio }: TornadoChange): number {
  return 100 * (ratio - 1);
}

function tooltipOf({ name, unit, value }: TornadoRow, change: TornadoChange, metric: MetricName): string {
  const text = (one: number | string): string => (typeof one === "number" ? formatQuantity(one, unit, 4) : one);
  const breaks = change.broken.length === 0 ? "" : `\nbreaks ${change.broken.join(", ")}`;
  return `${name} from ${text(value)} to ${text(change.value)}: ${METRICS[metric].title} times ${formatRatio(change.ratio)}${breaks}`;
}

function impossibleNotes(bests: readonly BestTornado[]): string[] {
  const names = bests.flatMap(({ technology, rows }) =>
    rows.filter(({ impossible }) => impossible > 0).map(({ name }) => `${technology} ${name}`),
  );
  return names.length === 0 ? [] : [`A change to an impossible design has no bar: ${names.join(", ")}.`];
}
