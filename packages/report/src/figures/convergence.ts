import * as Plot from "@observablehq/plot";
import { METRICS } from "@neurofront/core";
import type { MetricName } from "@neurofront/core";
import type { ConvergenceCourse } from "../convergence-course.ts";
import { csv } from "../csv.ts";
import { axisMarks, exactAxis, roomyAxis } from "./curve-axis.ts";
import type { AxisEnds } from "./curve-axis.ts";
import { draw } from "./figure.ts";
import type { Figure } from "./figure.ts";
import { legend, technologyEntries } from "./legend.ts";
import { stackedFrames } from "./stacked-frames.ts";
import { technologyStyle } from "./technology-style.ts";

const WIDTH_PX = 880;
const MARGIN = { left: 92, right: 24, bottom: 50 };
const FRAME_PX = 230;

/** The best design and the hypervolume of the front against evaluations; undefined where no search found a feasible design. */
export function convergenceFigure(
  courses: readonly ConvergenceCourse[],
  rank: MetricName,
  id: string,
): Figure | undefined {
  const found = courses.filter(({ best }) => best.length > 0);
  if (found.length === 0) return undefined;
  const evaluations = found.flatMap(({ best, volume }) => [...best, ...volume].map((step) => step.evaluations));
  const x: AxisEnds = exactAxis({ title: "evaluations", unit: "1", scale: "linear" }, [0, ...evaluations]);
  const isLog = METRICS[rank].unit !== "1";
  const best = roomyAxis(
    { title: METRICS[rank].title, unit: METRICS[rank].unit, scale: isLog ? "log" : "linear" },
    found.flatMap((course) => course.best.map(({ value }) => value)),
  );
  const volume: AxisEnds = { title: "hypervolume (share)", unit: "1", scale: "linear", low: 0, high: 1.04 };
  const key = legend([technologyEntries(found)], WIDTH_PX - MARGIN.left - MARGIN.right);
  const frame = (y: AxisEnds, top_px: number, marks: Plot.Markish[]) => ({
    height_px: top_px + FRAME_PX + MARGIN.bottom,
    svg: draw("Course of the searches", {
      width: WIDTH_PX,
      height: top_px + FRAME_PX + MARGIN.bottom,
      marginTop: top_px,
      marginRight: MARGIN.right,
      marginBottom: MARGIN.bottom,
      marginLeft: MARGIN.left,
      x: { type: x.scale, domain: [x.low, x.high] },
      y: { type: y.scale, domain: [y.low, y.high] },
      marks: [
        ...axisMarks("x", x, 42),
        ...axisMarks("y", y, 82),
        Plot.frame({ stroke: "currentColor", strokeOpacity: 0.45 }),
        ...marks,
      ],
    }),
  });
  const upper = frame(best, key.height_px, [
    ...found.flatMap(({ best: steps, technologyIndex }) =>
      courseMarks(
        steps.map(({ evaluations: at, value }) => ({ at, value })),
        technologyIndex,
        "best-so-far",
      ),
    ),
    ...key.marks,
  ]);
  const lower = frame(
    volume,
    12,
    found.flatMap(({ volume: steps, technologyIndex }) =>
      courseMarks(
        steps.map(({ evaluations: at, share }) => ({ at, value: share })),
        technologyIndex,
        "volume-so-far",
      ),
    ),
  );
  return {
    id,
    svg: stackedFrames("Best design and hypervolume of every search against evaluations", WIDTH_PX, [upper, lower]),
    csv: csv(
      ["technology", "evaluations", "quantity", "value"],
      courses.flatMap(({ technology, best: steps, volume: volumes }) => [
        ...steps.map(({ evaluations: at, value }) => [technology, at, rank, value]),
        ...volumes.map(({ evaluations: at, share }) => [technology, at, "hypervolume_share", share]),
      ]),
    ),
    notes: [
      "Above: the best feasible design so far. Below: hypervolume of the front so far, relative to that of the fronts of all technologies together; what is minimised counts in decades.",
      "Candidates count as they were last judged.",
    ],
  };
}

function courseMarks(
  steps: readonly { readonly at: number; readonly value: number }[],
  technologyIndex: number,
  className: string,
): Plot.Markish[] {
  const { color, symbol } = technologyStyle(technologyIndex);
  const channels = { x: "at", y: "value" };
  return [
    Plot.line(steps, { ...channels, curve: "step-after", stroke: color, strokeWidth: 1.8, className }),
    Plot.dot(steps.length > 0 ? [steps[0]!, steps.at(-1)!] : [], { ...channels, symbol, r: 4, fill: color }),
  ];
}
