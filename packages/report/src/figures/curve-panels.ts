import * as Plot from "@observablehq/plot";
import { markupText } from "../escape.ts";
import type { Markup } from "../escape.ts";
import { everyNth } from "../every-nth.ts";
import { axisMarks, exactAxis, isShown, roomyAxis } from "./curve-axis.ts";
import type { AxisEnds, Quantity } from "./curve-axis.ts";
import { FAINT, draw } from "./figure.ts";
import { legend } from "./legend.ts";
import type { LegendEntry } from "./legend.ts";
import { stackedFrames } from "./stacked-frames.ts";
import type { StackedFrame } from "./stacked-frames.ts";
import { technologyStyle } from "./technology-style.ts";

/** A curve over the axis of its figure; NaN where there is no value. */
export interface Curve {
  readonly title: string;
  readonly values: ArrayLike<number>;
}

/** One frame: curves that share a unit and a scale. */
export interface CurvePanel extends Quantity {
  readonly curves: readonly Curve[];
}

/** Frames above each other over one axis. */
export interface CurvePanels {
  readonly axis: Quantity & {
    readonly values: ArrayLike<number>;
    /** Names in place of numbers, one a value: an axis of choices. */
    readonly names?: readonly string[];
  };
  readonly panels: readonly CurvePanel[];
  /** Points of the axis where there is no answer, or one outside validity; they are marked below each frame's curves. */
  readonly doubts?: readonly { readonly index: number; readonly kind: "impossible" | "invalid" }[];
}

const WIDTH_PX = 880;
const MARGIN = { left: 92, right: 24, bottom: 50 };
const FRAME_PX = { alone: 400, stacked: 210 };
const MARKERS_A_CURVE = 14;

/** Draw the frames as one picture of a page. */
export function curvePanelsMarkup(figure: CurvePanels): Markup {
  return stackedFrames("Curves of one device", WIDTH_PX, panelFrames(figure));
}

/** Draw the frames as one SVG file that stands alone: plain colours, white ground. */
export function curvePanelsSvg(figure: CurvePanels): string {
  let top = 0;
  const parts = panelFrames(figure).map(({ svg, height_px }) => {
    const placed = markupText(svg).replace(/^<svg /u, `<svg y="${top}" `);
    top += height_px;
    return placed;
  });
  const text = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH_PX}" height="${top}" viewBox="0 0 ${WIDTH_PX} ${top}" color="black">`,
    `<rect width="100%" height="100%" fill="white"/>`,
    ...parts,
    "</svg>",
  ].join("\n");
  // A file of its own has no style sheet that could set the colours.
  return `${text.replaceAll(/var\(--[\w-]+, ([^()]+)\)/gu, "$1")}\n`;
}

function panelFrames(figure: CurvePanels): StackedFrame[] {
  const frame_px = figure.panels.length === 1 ? FRAME_PX.alone : FRAME_PX.stacked;
  return figure.panels.map((panel, index) =>
    panelFrame(figure, panel, frame_px, index === 0 ? doubtEntries(figure) : []),
  );
}

function panelFrame(
  figure: CurvePanels,
  panel: CurvePanel,
  frame_px: number,
  further: readonly LegendEntry[],
): StackedFrame {
  const x = figure.axis.names === undefined ? exactAxis(figure.axis, figure.axis.values) : namedAxis(figure.axis.names);
  const y = roomyAxis(
    panel,
    panel.curves.flatMap(({ values }) => Array.from(values)),
  );
  const width_px = WIDTH_PX - MARGIN.left - MARGIN.right;
  const key = legend(
    [
      panel.curves.map(({ title }, index) => {
        const { color, symbol } = technologyStyle(index);
        return { text: title, marker: { symbol, r: 4, fill: color } };
      }),
      further,
    ].filter(({ length }) => length > 0),
    width_px,
  );
  const height_px = key.height_px + frame_px + MARGIN.bottom;
  const svg = draw("Curves of one device", {
    width: WIDTH_PX,
    height: height_px,
    marginTop: key.height_px,
    marginRight: MARGIN.right,
    marginBottom: MARGIN.bottom,
    marginLeft: MARGIN.left,
    x: { type: x.scale, domain: [x.low, x.high] },
    y: { type: y.scale, domain: [y.low, y.high] },
    marks: [
      ...(figure.axis.names === undefined
        ? axisMarks("x", x, 42)
        : namedAxisMarks(figure.axis.title, figure.axis.names)),
      ...axisMarks("y", y, 82),
      Plot.frame({ stroke: "currentColor", strokeOpacity: 0.45 }),
      ...panel.curves.flatMap((curve, index) => curveMarks(figure, curve, index, y)),
      ...doubtMarks(figure, y),
      ...key.marks,
    ],
  });
  return { svg, height_px };
}

interface Point {
  readonly x: number;
  readonly y: number;
}

function curveMarks(figure: CurvePanels, { values }: Curve, index: number, y: AxisEnds): Plot.Markish[] {
  const { color, symbol } = technologyStyle(index);
  const points = Array.from(figure.axis.values, (x, k): Point => {
    const value = values[k]!;
    // A logarithmic axis leaves out what is very far below the rest.
    return { x, y: isShown(value, y.scale) && value >= y.low ? value : Number.NaN };
  });
  const drawn = points.filter(({ y: value }) => !Number.isNaN(value));
  const dots = Plot.dot(everyNth(drawn, MARKERS_A_CURVE), { x: "x", y: "y", symbol, r: 3, fill: color });
  if (figure.axis.names !== undefined) return [dots];
  return [Plot.line(points, { x: "x", y: "y", stroke: color, strokeWidth: 1.8, className: "curve" }), dots];
}

const DOUBTS = {
  impossible: { text: "no answer", marker: { symbol: "times", r: 2.6, stroke: FAINT, strokeWidth: 1 } },
  invalid: { text: "outside validity", marker: { symbol: "circle", r: 2.6, stroke: FAINT, strokeWidth: 1 } },
} as const;

/** What the marks of doubt mean, those that occur. */
function doubtEntries({ doubts = [] }: CurvePanels): LegendEntry[] {
  return (["invalid", "impossible"] as const)
    .filter((kind) => doubts.some((doubt) => doubt.kind === kind))
    .map((kind) => DOUBTS[kind]);
}

/** Crosses on the bottom line where there is no answer, hollow rings where it is outside validity. */
function doubtMarks({ axis, doubts = [] }: CurvePanels, y: AxisEnds): Plot.Markish[] {
  return (["impossible", "invalid"] as const).map((kind) =>
    Plot.dot(
      doubts.filter((doubt) => doubt.kind === kind).map(({ index }) => ({ x: axis.values[index]!, y: y.low })),
      { x: "x", y: "y", ...DOUBTS[kind].marker, className: kind },
    ),
  );
}

function namedAxis(names: readonly string[]): AxisEnds {
  return { title: "", unit: "1", scale: "linear", low: -0.5, high: names.length - 0.5 };
}

function namedAxisMarks(title: string, names: readonly string[]): Plot.Markish[] {
  return [
    Plot.axisX(
      names.map((_, index) => index),
      {
        tickFormat: (index: number) => names[index] ?? "",
        label: title,
        labelAnchor: "center",
        labelArrow: "none",
        labelOffset: 42,
      },
    ),
  ];
}
