import * as Plot from "@observablehq/plot";
import { METRICS, formatQuantity, searchedParameters, searchedValue } from "@neurofront/core";
import type { MetricName, ResolvedParameter, ResolvedStudy } from "@neurofront/core";
import type { AccountingComparison } from "../accounting-comparison.ts";
import { csv, quantityColumn } from "../csv.ts";
import { everyNth } from "../every-nth.ts";
import { formatMetric } from "../metric-text.ts";
import type { DesignPoint, DesignPoints } from "./design-points.ts";
import { PAGE, draw, markDesign } from "./figure.ts";
import type { Figure } from "./figure.ts";
import { textWidth_px } from "./label-placement.ts";
import { technologyStyle } from "./technology-style.ts";

const WIDTH_PX = 1100;
const TITLE_PX = 11;
const TITLE_ANGLE_DEG = 28;
/** Text over the lines of axes. */
const HALO = { stroke: PAGE, strokeWidth: 6, fill: "currentColor" } as const;
const MARGIN = { left: 46, right: 46, top: 96, bottom: 26 };
const PANEL_PX = 150;
const GAP_PX = 130;
/** Lines of a technology. */
const MOST = { front: 150, others: 60 } as const;
const METRIC_AXES: readonly MetricName[] = ["energy", "delay", "area", "accuracy"];

/** One upright axis: where a design crosses it, 0 ... 1 from the bottom, and how its ends are called. */
interface Axis {
  readonly title: string;
  readonly placeOf: (point: DesignPoint) => number | undefined;
  readonly low: string;
  readonly high: string;
}

interface Line {
  readonly key: string;
  readonly point: DesignPoint;
  readonly places: readonly (number | undefined)[];
}

/**
 * Designs by their numbers, a panel for each technology: the metrics and the parameters that several technologies search stand at
 * the same place with the same ends in every panel, the others in that of their technology. Undefined without designs.
 */
export function parallelCoordinates(
  comparison: AccountingComparison,
  designs: DesignPoints,
  study: Pick<ResolvedStudy, "technologies">,
): Figure | undefined {
  const shown = designs.points.filter(({ standing }) => standing !== "infeasible");
  const points = shown.length > 0 ? shown : designs.points;
  if (points.length === 0) return undefined;
  const technologies = study.technologies.map((technology, index) => ({
    index,
    technology,
    searched: searchedParameters(technology),
    members: points.filter(({ technologyIndex }) => technologyIndex === index),
  }));
  const owners = new Map<string, number>();
  for (const { searched } of technologies)
    for (const { name } of searched) owners.set(name, (owners.get(name) ?? 0) + 1);
  const metrics = METRIC_AXES.map((metric) => metricAxis(metric, points));
  const shared = [...owners].filter(([, count]) => count > 1).map(([name]) => name);
  const panels = technologies.map((each) => {
    const own = each.searched.filter(({ name }) => !shared.includes(name));
    const axisOf = (name: string): Axis | undefined => {
      const parameter = each.searched.find((one) => one.name === name)?.parameter;
      return parameter && parameterAxis(name, endsOf(name, parameter, technologies));
    };
    // A technology without a shared parameter leaves its place empty.
    const axes = [
      ...metrics,
      ...shared.map(axisOf),
      ...own.map(({ name, parameter }) => parameterAxis(name, parameter)),
    ];
    return { ...each, axes, lines: linesOf(each.members, axes) };
  });
  const columns = Math.max(...panels.map(({ axes }) => axes.length));
  const step = (WIDTH_PX - MARGIN.left - roomOfTitles(panels, columns)) / Math.max(columns - 1, 1);
  const height = MARGIN.top + panels.length * PANEL_PX + (panels.length - 1) * GAP_PX + MARGIN.bottom;
  const topOf = (panel: number): number => MARGIN.top + panel * (PANEL_PX + GAP_PX);
  const xOf = (axis: number): number => MARGIN.left + axis * step;
  const yOf = (panel: number, place: number): number => topOf(panel) + PANEL_PX * (1 - place);
  const svg = draw(`Designs by their parameters and metrics, ${comparison.accounting} accounting`, {
    width: WIDTH_PX,
    height,
    margin: 0,
    x: { type: "linear", domain: [0, WIDTH_PX], range: [0, WIDTH_PX], axis: null },
    y: { type: "linear", domain: [0, height], range: [0, height], axis: null },
    marks: panels.flatMap((panel, number) => [
      ...lineMarks(panel.lines, panel.index, (axis, place) => [xOf(axis), yOf(number, place)]),
      ...panel.axes.flatMap((axis, place) => (axis === undefined ? [] : axisMarks(axis, xOf(place), topOf(number)))),
      text(panel.technology.name, 4, topOf(number) - MARGIN.top + 12, {
        textAnchor: "start",
        fontWeight: 600,
        fontSize: 13,
      }),
      ...(panel.lines.length === 0
        ? [text("no design to draw", WIDTH_PX / 2, topOf(number) + PANEL_PX / 2, HALO)]
        : []),
    ]),
  });
  const lines = panels.flatMap((panel) => panel.lines);
  return {
    id: `parallel-${comparison.accounting}`,
    svg,
    csv: table(
      lines,
      technologies.map(({ searched }) => searched),
      METRIC_AXES,
    ),
    notes: [
      `Each line is one design: ${lines.length} of ${designs.total.front + designs.total.dominated + (shown.length > 0 ? 0 : designs.total.infeasible)}, those of the fronts strong, evenly chosen beyond ${MOST.front} and ${MOST.others} of a technology.`,
      ...(shown.length > 0 ? [] : ["No design is feasible: these are infeasible ones."]),
      "Metrics and parameters that several technologies have keep their place and ends from panel to panel; logarithmic where they were searched so.",
    ],
    hasDesigns: true,
  };
}

function metricAxis(metric: MetricName, points: readonly DesignPoint[]): Axis {
  const isLog = METRICS[metric].unit !== "1";
  const scale = (value: number): number => (isLog ? Math.log(value) : value);
  const values = points.flatMap(({ record }) => {
    const value = record.assessment.metrics[metric];
    return value === undefined || (isLog && !(value > 0)) ? [] : [value];
  });
  const [low, high] =
    values.length > 0 ? [values.reduce((a, b) => Math.min(a, b)), values.reduce((a, b) => Math.max(a, b))] : [1, 1];
  return {
    title: METRICS[metric].title,
    placeOf({ record }) {
      const value = record.assessment.metrics[metric];
      if (value === undefined || (isLog && !(value > 0))) return undefined;
      return high > low ? (scale(value) - scale(low)) / (scale(high) - scale(low)) : 0.5;
    },
    low: formatMetric(metric, low),
    high: formatMetric(metric, high),
  };
}

/** The parameter with the widest ends that any technology gives it. */
function endsOf(
  name: string,
  own: ResolvedParameter,
  technologies: readonly {
    readonly searched: readonly { readonly name: string; readonly parameter: ResolvedParameter }[];
  }[],
): ResolvedParameter {
  const all = technologies.flatMap(({ searched }) =>
    searched.filter((each) => each.name === name).map(({ parameter }) => parameter),
  );
  const ranges = all.flatMap(({ range, integers }) => range ?? integers ?? []);
  if (ranges.length < all.length || own.choice !== undefined) return own;
  const low = Math.min(...ranges.map((range) => range.low));
  const high = Math.max(...ranges.map((range) => range.high));
  return own.range === undefined ? { ...own, integers: { low, high } } : { ...own, range: { ...own.range, low, high } };
}

function parameterAxis(name: string, { unit, range, integers, choice }: ResolvedParameter): Axis {
  const title = name.replace(/^\w+\./u, "").replace(/_.*$/u, "");
  const valueText = (value: number | string): string =>
    typeof value === "number" ? formatQuantity(value, unit, 3) : value;
  if (choice !== undefined)
    return {
      title,
      placeOf: ({ record }) =>
        choice.length === 1 ? 0.5 : choice.indexOf(searchedValue(record.design, name)) / (choice.length - 1),
      low: valueText(choice[0]!),
      high: valueText(choice.at(-1)!),
    };
  const { low, high } = range ?? integers!;
  const isLog = range?.scale === "log";
  return {
    title,
    placeOf({ record }) {
      const value = searchedValue(record.design, name);
      if (typeof value !== "number" || !(high > low)) return 0.5;
      return isLog ? Math.log(value / low) / Math.log(high / low) : (value - low) / (high - low);
    },
    low: valueText(low),
    high: valueText(high),
  };
}

function linesOf(members: readonly DesignPoint[], axes: readonly (Axis | undefined)[]): Line[] {
  const strong = members.filter(({ standing }) => standing === "front");
  const chosen = new Set([
    ...everyNth(
      members.filter(({ standing }) => standing !== "front"),
      MOST.others,
    ),
    ...everyNth(strong, MOST.front),
    ...members.filter(({ isBest }) => isBest),
  ]);
  return [...chosen].map((point) => ({ key: point.key, point, places: axes.map((axis) => axis?.placeOf(point)) }));
}

function lineMarks(
  lines: readonly Line[],
  technologyIndex: number,
  at: (axis: number, place: number) => readonly [number, number],
): Plot.Markish[] {
  const { color } = technologyStyle(technologyIndex);
  const kinds = [
    {
      className: "other-lines",
      of: ({ standing }: DesignPoint) => standing !== "front",
      style: { strokeOpacity: 0.22, strokeWidth: 1, strokeDasharray: "3 2" },
    },
    {
      className: "front-lines",
      of: ({ standing, isBest }: DesignPoint) => standing === "front" && !isBest,
      style: { strokeOpacity: 0.7, strokeWidth: 1.2 },
    },
    { className: "best-lines", of: ({ isBest }: DesignPoint) => isBest, style: { strokeWidth: 3 } },
  ];
  return kinds.map(({ className, of, style }) => {
    const corners = lines
      .filter(({ point }) => of(point))
      .flatMap(({ key, places }) =>
        places.flatMap((place, axis) => {
          if (place === undefined) return [];
          const [x, y] = at(axis, place);
          return [{ key, x, y }];
        }),
      );
    return Plot.line(corners, { x: "x", y: "y", z: "key", ...markDesign, stroke: color, ...style, className });
  });
}

function axisMarks({ title, low, high }: Axis, x: number, top: number): Plot.Markish[] {
  return [
    Plot.link([0], { x1: x, x2: x, y1: top, y2: top + PANEL_PX, stroke: "currentColor", strokeOpacity: 0.6 }),
    text(title, x, top - 22, { textAnchor: "start", rotate: -TITLE_ANGLE_DEG, fontSize: TITLE_PX }),
    text(high, x, top - 9, { fontSize: 9.5 }),
    text(low, x, top + PANEL_PX + 10, { fontSize: 9.5 }),
  ];
}

/** Beside the last axes, whose slanting titles run to the right. */
function roomOfTitles(panels: readonly { readonly axes: readonly (Axis | undefined)[] }[], columns: number): number {
  const titles = panels.flatMap(({ axes }) => axes[columns - 1]?.title ?? []);
  const slant = Math.cos((TITLE_ANGLE_DEG * Math.PI) / 180);
  return Math.max(MARGIN.right, ...titles.map((title) => slant * textWidth_px(title, TITLE_PX) + 6));
}

function text(content: string, x: number, y: number, style: Plot.TextOptions): Plot.Markish {
  return Plot.text([content], { x: [x], y: [y], ...style });
}

function table(
  lines: readonly Line[],
  searched: readonly ReturnType<typeof searchedParameters>[],
  metrics: readonly MetricName[],
): string {
  const names = searched.map((each) => each.map(({ name }) => name));
  const units = new Map(searched.flat().map(({ name, parameter }) => [name, parameter.unit]));
  const parameters = [...units.keys()];
  const quantities = [
    ...metrics.map((metric) => quantityColumn(metric, METRICS[metric].unit)),
    ...[...units].map(([name, unit]) => quantityColumn(name, unit)),
  ];
  return csv(
    ["technology", "candidate", "standing", ...quantities],
    lines.map(({ point }) => [
      point.technology,
      point.candidate,
      point.isBest ? "best" : point.standing,
      ...metrics.map((metric) => point.record.assessment.metrics[metric]),
      ...parameters.map((name) =>
        names[point.technologyIndex]!.includes(name) ? searchedValue(point.record.design, name) : undefined,
      ),
    ]),
  );
}
