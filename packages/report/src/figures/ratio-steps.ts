import * as Plot from "@observablehq/plot";
import { LEDGER_LINES } from "@neurofront/core";
import type { LedgerLine, MetricName } from "@neurofront/core";
import type { RatioStep } from "../accounting-walk.ts";
import type { Comparison } from "../comparison.ts";
import { csv } from "../csv.ts";
import { formatRatio } from "../metric-text.ts";
import { draw, FAINT, PAGE } from "./figure.ts";
import type { Figure } from "./figure.ts";
import { labelMarks } from "./label-marks.ts";
import { placeLabels } from "./label-placement.ts";
import type { Pixel } from "./label-placement.ts";
import { legend } from "./legend.ts";
import { labelledTicks, logAxisAround, minorTicks, position_px } from "./log-axis.ts";
import { technologyStyle } from "./technology-style.ts";

const WIDTH_PX = 880;
const MARGIN = { left: 176, right: 44, bottom: 52 };
const FRAME_PX = WIDTH_PX - MARGIN.left - MARGIN.right;
const ROW_PX = 34;
const LABEL_PX = 12;

/** What a step of a ratio is called. */
export function stepTitle(step: RatioStep["step"]): string {
  if (step === "published") return "as published";
  if (step === "paper") return "what the paper counts";
  if (step === "designed-again") return "both designed again";
  return `+ ${LEDGER_LINES[step].title}`;
}

/** The steps that occur in any walk of a comparison, in the order in which they are taken. */
export function stepsOf(comparison: Comparison): RatioStep["step"][] {
  const taken = new Set(comparison.ratioWalks.flatMap(({ steps }) => steps.map(({ step }) => step)));
  const all: RatioStep["step"][] = [
    "published",
    "paper",
    ...(Object.keys(LEDGER_LINES) as LedgerLine[]),
    "designed-again",
  ];
  return all.filter((step) => taken.has(step));
}

/** The metric whose ratio the steps show: the one that ranks when it is energy, else the energy-delay product. */
export function steppedMetric(rank: MetricName): "energy" | "edp" {
  return rank === "energy" ? "energy" : "edp";
}

/** The ratio of every technology to the winner, line by line; undefined when there is nothing to compare. */
export function ratioStepsFigure(comparison: Comparison): Figure | undefined {
  const { ratioWalks } = comparison;
  const metric = steppedMetric(comparison.rank);
  const rows = stepsOf(comparison);
  const height = rows.length * ROW_PX;
  const order = comparison.accountings[0]?.technologies.map(({ technology }) => technology) ?? [];
  const points = ratioWalks.flatMap(({ of, to, steps }) =>
    steps.flatMap((step) => {
      const ratio = step[metric];
      if (ratio === undefined || !(ratio > 0)) return [];
      const title = `${of} / ${to}, ${stepTitle(step.step)}: ${formatRatio(ratio)}`;
      return [{ of, ratio, step: step.step, y: (rows.indexOf(step.step) + 0.5) * ROW_PX, title }];
    }),
  );
  if (points.length === 0) return undefined;

  const axis = logAxisAround([1, ...points.map(({ ratio }) => ratio)], FRAME_PX);
  const technologies = [...new Set(points.map(({ of }) => of))];
  const key = legend(
    [
      technologies.map((of) => {
        const { color, symbol } = technologyStyle(order.indexOf(of));
        return { text: of, marker: { symbol, r: 4.5, fill: color } };
      }),
    ],
    FRAME_PX,
  );
  const winner = ratioWalks[0]!.to;
  const labelled = new Set([rows[0], rows.findLast((step) => step !== "designed-again"), rows.at(-1)]);
  const anchors = points
    .filter(({ step }) => labelled.has(step))
    .map(({ ratio, y }) => ({ x: position_px(axis, ratio), y, radius: 6, text: formatRatio(ratio), isStrong: true }));
  const trail = technologies.flatMap((of) =>
    linePoints(points.filter((point) => point.of === of).map(({ ratio, y }) => ({ x: position_px(axis, ratio), y }))),
  );

  const svg = draw("Ratio to the winner as ledger lines are added on both sides", {
    width: WIDTH_PX,
    height: height + key.height_px + MARGIN.bottom,
    marginTop: key.height_px,
    marginRight: MARGIN.right,
    marginBottom: MARGIN.bottom,
    marginLeft: MARGIN.left,
    x: { type: "log", domain: [axis.low, axis.high] },
    y: { type: "linear", domain: [height, 0], axis: null },
    marks: [
      Plot.gridX(labelledTicks(axis), { stroke: "currentColor", strokeOpacity: 0.09 }),
      Plot.axisX(minorTicks(axis), { tickFormat: () => "", tickSize: 3, label: null, strokeOpacity: 0.5 }),
      Plot.axisX(labelledTicks(axis), {
        text: (value: number) => formatRatio(value),
        label: `${metric === "edp" ? "energy-delay product" : "energy"} in units of ${winner}`,
        labelAnchor: "center",
        labelArrow: "none",
        labelOffset: 42,
      }),
      Plot.ruleY(
        rows.map((_, index) => (index + 0.5) * ROW_PX),
        { stroke: "currentColor", strokeOpacity: 0.09 },
      ),
      Plot.ruleX([1], { stroke: FAINT, strokeWidth: 1.2, strokeDasharray: "5 3" }),
      ...rows.map((step, index) =>
        Plot.text([stepTitle(step)], {
          frameAnchor: "top-left",
          textAnchor: "end",
          lineAnchor: "middle",
          dx: -12,
          dy: (index + 0.5) * ROW_PX,
          fontSize: LABEL_PX,
        }),
      ),
      ...technologies.flatMap((of) => {
        const { color, symbol } = technologyStyle(order.indexOf(of));
        const walk = points.filter((point) => point.of === of);
        return [
          Plot.line(walk, { x: "ratio", y: "y", stroke: color, strokeWidth: 2, className: "ratio-walk" }),
          Plot.dot(walk, {
            x: "ratio",
            y: "y",
            title: "title",
            symbol,
            r: 4.5,
            fill: color,
            stroke: PAGE,
            strokeWidth: 0.8,
          }),
        ];
      }),
      ...labelMarks(placeLabels(anchors, trail, { width: FRAME_PX + MARGIN.right, height }, LABEL_PX), LABEL_PX),
      ...key.marks,
    ],
  });
  const again = rows.includes("designed-again");
  return {
    id: "accounting-steps",
    svg,
    csv: csv(
      ["of", "to", "designed_for", "step", "energy_ratio", "edp_ratio"],
      ratioWalks.flatMap(({ of, to, designedFor, steps }) =>
        steps.map(({ step, energy, edp }) => [of, to, designedFor, step, energy, edp]),
      ),
    ),
    notes: [
      `From top to bottom one more ledger line is counted, for ${winner} and for the other technology alike, with the designs unchanged` +
        (again ? "; in the last row every technology is designed again for the full accounting." : "."),
      `Right of the dashed line (1) the technology costs more than ${winner}, left of it less.`,
    ],
  };
}

/** Points every few pixels along a line through corners, so that labels keep off the line. */
function linePoints(corners: readonly Pixel[]): Pixel[] {
  return corners.flatMap((corner, index) => {
    const next = corners[index + 1];
    if (next === undefined) return [corner];
    const count = Math.ceil(Math.hypot(next.x - corner.x, next.y - corner.y) / 6);
    return Array.from({ length: count }, (_, k) => ({
      x: corner.x + ((next.x - corner.x) * k) / count,
      y: corner.y + ((next.y - corner.y) * k) / count,
    }));
  });
}
