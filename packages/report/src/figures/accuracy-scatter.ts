import * as Plot from "@observablehq/plot";
import type { ResolvedStudy, VerificationRecord } from "@neurofront/core";
import type { AccountingComparison } from "../accounting-comparison.ts";
import { csv } from "../csv.ts";
import { verificationOf } from "../report-input.ts";
import { accuracyAxisMarks, accuracyPlace, accuracyScale, boundMarks, isBeyondAxis } from "./accuracy-axis.ts";
import { axisMarks, roomyAxis } from "./curve-axis.ts";
import type { Quantity } from "./curve-axis.ts";
import { designDots, legendGroups } from "./design-marks.ts";
import { drawnSentence } from "./design-points.ts";
import type { DesignPoint, DesignPoints } from "./design-points.ts";
import { draw } from "./figure.ts";
import type { Figure } from "./figure.ts";
import { legend } from "./legend.ts";
import { technologyStyle } from "./technology-style.ts";

const WIDTH_PX = 880;
const MARGIN = { left: 92, right: 24, bottom: 50 };
const FRAME_PX = 380;
/** Verified designs of a technology whose chips are drawn; best designs always. */
const MOST_BARS = 40;

/** What an accuracy is drawn against. */
export interface Against {
  /** Letters and hyphens; names the files. */
  readonly name: string;
  readonly quantity: Quantity;
  /** Name of the column in the data, with its unit. */
  readonly column: string;
  /** Undefined where a design has none. */
  readonly valueOf: (point: DesignPoint) => number | undefined;
  /** What the reader must know of it. */
  readonly note: string;
}

interface Placed {
  readonly point: DesignPoint;
  readonly key: string;
  readonly x: number;
  readonly accuracy: number;
  readonly y: number;
  /** 5th and 95th percentile over chips. */
  readonly chips?: readonly [p05: number, p95: number];
}

/** Accuracy of the drawn designs against something of theirs, with chip percentiles; undefined where no design has both. */
export function accuracyScatter(
  comparison: AccountingComparison,
  designs: DesignPoints,
  study: Pick<ResolvedStudy, "constraints">,
  verifications: readonly VerificationRecord[],
  against: Against,
): Figure | undefined {
  const placed = designs.points.flatMap((point): Placed[] => {
    const { accuracy } = point.record.assessment.metrics;
    const x = against.valueOf(point);
    if (accuracy === undefined || x === undefined || !Number.isFinite(x) || !(x > 0)) return [];
    const clean = (verificationOf(verifications, point.record)?.assessment ?? point.record.assessment).monteCarlo
      ?.clean;
    const place = { point, key: point.key, x, accuracy, y: accuracyPlace(accuracy) };
    return [clean === undefined ? place : { ...place, chips: [clean.p05, clean.p95] }];
  });
  if (placed.length === 0) return undefined;
  const axis = roomyAxis(
    against.quantity,
    placed.map(({ x }) => x),
  );
  const bounds = study.constraints.flatMap(({ metric, atLeast }) =>
    metric === "accuracy" && atLeast !== undefined ? [atLeast] : [],
  );
  const key = legend(legendGroups(comparison, designs.points, false), WIDTH_PX - MARGIN.left - MARGIN.right);
  const bars = placed.filter(({ chips }) => chips !== undefined);
  const shownBars = bars.filter(({ point }, index) => point.isBest || index % Math.ceil(bars.length / MOST_BARS) === 0);
  const svg = draw(`Accuracy against ${against.quantity.title}, ${comparison.accounting} accounting`, {
    width: WIDTH_PX,
    height: key.height_px + FRAME_PX + MARGIN.bottom,
    marginTop: key.height_px,
    marginRight: MARGIN.right,
    marginBottom: MARGIN.bottom,
    marginLeft: MARGIN.left,
    x: { type: axis.scale, domain: [axis.low, axis.high] },
    y: accuracyScale,
    marks: [
      ...axisMarks("x", axis, 42),
      ...accuracyAxisMarks("y", "accuracy, one-hot, clean patterns", 78),
      Plot.frame({ stroke: "currentColor", strokeOpacity: 0.45 }),
      ...boundMarks("y", bounds),
      ...designDots(placed, ({ point }) => point, { x: "x", y: "y" }),
      Plot.link(shownBars, {
        x1: "x",
        x2: "x",
        y1: ({ chips }: Placed) => accuracyPlace(chips![0]),
        y2: ({ chips }: Placed) => accuracyPlace(chips![1]),
        stroke: ({ point }: Placed) => technologyStyle(point.technologyIndex).color,
        strokeWidth: 1.6,
        className: "chip-percentiles",
      }),
      ...key.marks,
    ],
  });
  const beyond = placed.filter(({ accuracy }) => isBeyondAxis(accuracy)).length;
  return {
    id: `accuracy-${against.name}-${comparison.accounting}`,
    svg,
    csv: csv(
      [
        "technology",
        "candidate",
        "standing",
        against.column,
        "accuracy",
        "accuracy_p05_of_chips",
        "accuracy_p95_of_chips",
      ],
      placed.map(({ point, x, accuracy, chips }) => [
        point.technology,
        point.candidate,
        point.isBest ? "best" : point.standing,
        x,
        accuracy,
        chips?.[0],
        chips?.[1],
      ]),
    ),
    notes: [
      against.note,
      drawnSentence(designs),
      ...(placed.length < designs.points.length
        ? [`Of these ${designs.points.length - placed.length} have no such value.`]
        : []),
      ...(beyond > 0 ? [`${beyond} designs beyond an end of the accuracy's axis stand on that end.`] : []),
      ...(bars.length > 0
        ? [
            `Upright strokes run from the 5th to the 95th percentile over chips (${shownBars.length} of ${bars.length} verified designs).`,
          ]
        : []),
      ...(bounds.length > 0 ? ["Dashed: what the study asks for."] : []),
    ],
    hasDesigns: true,
  };
}
