import * as Plot from "@observablehq/plot";
import type { VariationCourse } from "@neurofront/core";
import { csv } from "../csv.ts";
import { accuracyAxisMarks, accuracyPlace, accuracyScale, boundMarks } from "./accuracy-axis.ts";
import { axisMarks } from "./curve-axis.ts";
import { draw } from "./figure.ts";
import type { Figure } from "./figure.ts";
import { legend, technologyEntries } from "./legend.ts";
import { technologyStyle } from "./technology-style.ts";

const WIDTH_PX = 880;
const MARGIN = { left: 92, right: 24, bottom: 50 };
const FRAME_PX = 360;
/** Between the strokes of technologies at one factor. */
const APART = 0.018;

/** Accuracy of every best design against how much its devices vary; undefined when none was computed. */
export function variationFigure(
  courses: readonly (VariationCourse & { readonly technology: string; readonly technologyIndex: number })[],
  bounds: readonly number[],
): Figure | undefined {
  const shown = courses.filter(({ points }) => points.length > 0);
  if (shown.length === 0) return undefined;
  const most = Math.max(...shown.flatMap(({ points }) => points.map(({ factor }) => factor)), 1);
  const key = legend([technologyEntries(shown)], WIDTH_PX - MARGIN.left - MARGIN.right);
  const x = {
    title: "spread from device to device, in units of the models'",
    unit: "1",
    scale: "linear",
    low: -0.08,
    high: most + 0.08,
  } as const;
  const svg = draw("Accuracy of every best design against variation", {
    width: WIDTH_PX,
    height: key.height_px + FRAME_PX + MARGIN.bottom,
    marginTop: key.height_px,
    marginRight: MARGIN.right,
    marginBottom: MARGIN.bottom,
    marginLeft: MARGIN.left,
    x: { type: "linear", domain: [x.low, x.high] },
    y: accuracyScale,
    marks: [
      ...axisMarks("x", x, 42),
      ...accuracyAxisMarks("y", "accuracy, one-hot, clean patterns", 78),
      Plot.frame({ stroke: "currentColor", strokeOpacity: 0.45 }),
      ...boundMarks("y", bounds),
      ...shown.flatMap(({ points, technologyIndex }, place) => {
        const { color, symbol } = technologyStyle(technologyIndex);
        const aside = APART * (place - (shown.length - 1) / 2);
        const placed = points.map(({ factor, accuracy, chips }) => ({
          factor: factor + aside,
          accuracy: accuracyPlace(accuracy),
          ...(chips && { p05: accuracyPlace(chips.p05), p95: accuracyPlace(chips.p95) }),
        }));
        return [
          Plot.line(placed, {
            x: "factor",
            y: "accuracy",
            stroke: color,
            strokeWidth: 1.8,
            className: "variation-course",
          }),
          Plot.dot(placed, { x: "factor", y: "accuracy", symbol, r: 4, fill: color }),
          Plot.link(
            placed.filter(({ p05 }) => p05 !== undefined),
            {
              x1: "factor",
              x2: "factor",
              y1: "p05",
              y2: "p95",
              stroke: color,
              strokeWidth: 1.6,
              className: "chip-percentiles",
            },
          ),
        ];
      }),
      ...key.marks,
    ],
  });
  const drawn = shown.flatMap(({ points }) => points.map(({ chips }) => chips?.count ?? 0));
  const chips = Math.max(...drawn);
  return {
    id: "variation",
    svg,
    csv: csv(
      [
        "technology",
        "candidate",
        "factor",
        "accuracy",
        "chips",
        "accuracy_p05_of_chips",
        "accuracy_p50_of_chips",
        "accuracy_p95_of_chips",
      ],
      shown.flatMap(({ technology, candidate, points }) =>
        points.map(({ factor, accuracy, chips: found }) => [
          technology,
          candidate,
          factor,
          accuracy,
          found?.count,
          found?.p05,
          found?.p50,
          found?.p95,
        ]),
      ),
    ),
    notes: [
      "Programming spread, offsets and driver spread of the best design multiplied by one factor; stuck devices and noise from cycle to cycle stay as they are. Lines: the analytic estimate.",
      ...(chips > 0 ? [`Upright strokes: 5th to 95th percentile over ${chips} chips.`] : []),
      ...(bounds.length > 0 ? ["Dashed: what the study asks for."] : []),
    ],
  };
}
