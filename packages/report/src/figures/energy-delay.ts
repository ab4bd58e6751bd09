import type { PublishedPoint, ResolvedStudy } from "@neurofront/core";
import { formatQuantity } from "@neurofront/core";
import type { AccountingComparison } from "../accounting-comparison.ts";
import { shortCitation } from "../bibtex.ts";
import { csv, quantityColumn } from "../csv.ts";
import {
  BEST_RADIUS_PX,
  bestMarks,
  frontLines,
  frontMarks,
  legendGroups,
  pointMarks,
  PUBLISHED_RADIUS_PX,
  publishedMarks,
} from "./design-marks.ts";
import { chipCrosses, crossMarks } from "./chip-crosses.ts";
import { densityMarks } from "./density-marks.ts";
import { drawnSentence } from "./design-points.ts";
import type { DesignPoint, DesignPoints } from "./design-points.ts";
import { draw } from "./figure.ts";
import type { Figure } from "./figure.ts";
import { labelMarks } from "./label-marks.ts";
import { placeLabels } from "./label-placement.ts";
import type { LabelAnchor, Pixel } from "./label-placement.ts";
import { legend } from "./legend.ts";
import { logAxisAround, position_px } from "./log-axis.ts";
import type { LogAxis } from "./log-axis.ts";
import { axisMarks, isoLabels, isoMarks } from "./log-frame.ts";
import type { EnergyDelayAxes } from "./log-frame.ts";

const WIDTH_PX = 880;
const MARGIN = { left: 74, right: 20, bottom: 52 };
const FRAME = { width: WIDTH_PX - MARGIN.left - MARGIN.right, height: 500 };
const LABEL_PX = 12;
const ISO_LABEL_SPREAD_PX = [-22, -11, 0, 11, 22];

/** Axes around everything feasible and published; around what is not feasible only where nothing is. */
export function energyDelayAxes(
  figures: readonly DesignPoints[],
  published: readonly PublishedPoint[],
): EnergyDelayAxes {
  const points = figures.flatMap((figure) => figure.points);
  const feasible = points.filter(({ standing }) => standing !== "infeasible");
  const inside = [...(feasible.length > 0 ? feasible : points), ...published];
  return {
    delay: logAxisAround(
      inside.map(({ delay_s }) => delay_s),
      FRAME.width,
    ),
    energy: logAxisAround(
      inside.map(({ energy_J }) => energy_J),
      FRAME.height,
    ),
  };
}

/** Energy against delay of every technology under one accounting. */
export function energyDelayFigure(
  comparison: AccountingComparison,
  designs: DesignPoints,
  axes: EnergyDelayAxes,
  study: ResolvedStudy,
): Figure {
  const { delay, energy } = axes;
  const visible = designs.points.filter((point) => isInside(delay, point.delay_s) && isInside(energy, point.energy_J));
  const hidden = designs.points.length - visible.length;
  const at = (point: { readonly delay_s: number; readonly energy_J: number }): Pixel => ({
    x: position_px(delay, point.delay_s),
    y: FRAME.height - position_px(energy, point.energy_J),
  });
  const pixels = visible.map((point) => at(point));
  const isos = isoLabels(axes, pixels);
  const isoTexts = isos.flatMap(({ x, y }) =>
    ISO_LABEL_SPREAD_PX.map((dx) => ({ x: x + dx, y: y + dx / 3, radius: 7 })),
  );
  // A front point counts like five others: a label may cover faint points rather than those.
  const fronts = visible.filter(({ standing }) => standing === "front").map((point) => at(point));
  const crowd = [...pixels, ...fronts, ...fronts, ...fronts, ...fronts];
  const labels = placeLabels(labelAnchors(visible, study, at), crowd, FRAME, LABEL_PX, isoTexts);
  const key = legend(legendGroups(comparison, visible, study.publishedPoints.length > 0), FRAME.width);

  const crosses = chipCrosses(comparison);
  const svg = draw(`Energy against delay of every technology, ${comparison.accounting} accounting`, {
    width: WIDTH_PX,
    height: FRAME.height + key.height_px + MARGIN.bottom,
    marginTop: key.height_px,
    marginRight: MARGIN.right,
    marginBottom: MARGIN.bottom,
    marginLeft: MARGIN.left,
    x: { type: "log", domain: [delay.low, delay.high] },
    y: { type: "log", domain: [energy.low, energy.high] },
    marks: [
      ...axisMarks(axes),
      ...isoMarks(axes, isos),
      ...densityMarks(designs.rest, axes),
      ...pointMarks(visible),
      ...frontLines(visible),
      ...frontMarks(visible),
      ...publishedMarks(study.publishedPoints),
      ...crossMarks(crosses),
      ...bestMarks(visible),
      ...labelMarks(labels, LABEL_PX),
      ...key.marks,
    ],
  });
  return {
    id: `energy-delay-${comparison.accounting}`,
    svg,
    csv: pointsTable(designs, study.publishedPoints),
    notes: figureNotes(designs, hidden, crosses.length > 0, study),
    hasDesigns: visible.length > 0,
  };
}

function isInside(axis: LogAxis, value: number): boolean {
  return value >= axis.low && value <= axis.high;
}

/** A label at each best design with its numbers, and at each published point with its citation. */
function labelAnchors(
  points: readonly DesignPoint[],
  study: ResolvedStudy,
  at: (point: { readonly delay_s: number; readonly energy_J: number }) => Pixel,
): LabelAnchor[] {
  const best = points
    .filter(({ isBest }) => isBest)
    .map((point) => ({
      ...at(point),
      radius: BEST_RADIUS_PX,
      text: `${point.technology}: ${formatQuantity(point.energy_J, "J")}, ${formatQuantity(point.delay_s, "s")}`,
      isStrong: true,
    }));
  const published = study.publishedPoints.map((point) => {
    const reference = study.references.find(({ key }) => key === point.reference);
    const citation = reference ? shortCitation(reference) : point.reference;
    return { ...at(point), radius: PUBLISHED_RADIUS_PX, text: `${point.title} (${citation})`, isStrong: false };
  });
  return [...best, ...published];
}

function figureNotes(designs: DesignPoints, hidden: number, hasCrosses: boolean, study: ResolvedStudy): string[] {
  const notes = [
    drawnSentence(designs),
    ...(hidden > 0 ? [`Outside the frame lie ${hidden} of them.`] : []),
    ...(designs.rest.delay_s.length > 0
      ? ["Grey squares: how many of the others lie there, a step darker for ten times as many."]
      : []),
    ...(hasCrosses
      ? [
          "Crosses: energy and delay per correct decision of the best designs, from the 95th to the 5th percentile of the chips drawn.",
        ]
      : []),
    "Dashed lines join designs of equal energy-delay product; a step down to the left is better.",
  ];
  const drawnObjectives = study.objectives.every(({ metric }) => metric === "energy" || metric === "delay");
  if (!drawnObjectives)
    notes.push(
      `Fronts are those of all objectives (${study.objectives.map(({ metric }) => metric).join(", ")}); the line joins ` +
        "the designs of a front that are best in energy and delay alone.",
    );
  if (study.publishedPoints.length > 0)
    notes.push("Published points count what their publication counts, whatever the accounting of the figure.");
  return notes;
}

function pointsTable({ points }: DesignPoints, published: readonly PublishedPoint[]): string {
  const rows = points.map((point) => [
    point.technology,
    point.candidate,
    point.isBest ? "best" : point.standing,
    point.delay_s,
    point.energy_J,
    point.delay_s * point.energy_J,
  ]);
  const publishedRows = published.map(({ title, delay_s, energy_J }) => [
    title,
    undefined,
    "published",
    delay_s,
    energy_J,
    delay_s * energy_J,
  ]);
  const quantities = [quantityColumn("delay", "s"), quantityColumn("energy", "J"), quantityColumn("edp", "J s")];
  return csv(["technology", "candidate", "standing", ...quantities], [...rows, ...publishedRows]);
}
