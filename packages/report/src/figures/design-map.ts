import * as Plot from "@observablehq/plot";
import { METRICS, formatQuantity } from "@neurofront/core";
import type { DesignMap, MapCell, MapSide, MetricName } from "@neurofront/core";
import { csv, quantityColumn } from "../csv.ts";
import { formatMetric, formatRatio } from "../metric-text.ts";
import type { Figure } from "./figure.ts";
import { cellMarks, drawPanels, panelFrame, textMark } from "./panel-grid.ts";
import type { Panel, PanelCell } from "./panel-grid.ts";

/** A map with the name of its technology, and the metric of the best design itself. */
export interface TechnologyMap {
  readonly technology: string;
  readonly map: DesignMap;
  readonly best: number;
}

/** The ranked metric over two parameters around every best design, and where rules and constraints begin; undefined without maps. */
export function designMapFigure(maps: readonly TechnologyMap[], metric: MetricName, id: string): Figure | undefined {
  if (maps.length === 0) return undefined;
  const { title } = METRICS[metric];
  return {
    id,
    svg: drawPanels("Ranked metric over two parameters around every best design", maps, panelMarks),
    csv: csv(
      [
        "technology",
        "candidate",
        "x",
        "x_value",
        "x_unit",
        "y",
        "y_value",
        "y_unit",
        quantityColumn(metric, METRICS[metric].unit),
        "breaks",
      ],
      maps.flatMap(({ technology, map }) =>
        map.cells.map(({ value, broken }, index) => [
          technology,
          map.candidate,
          map.x.name,
          map.x.values[columnOf(map, index)],
          map.x.unit,
          map.y.name,
          map.y.values[rowOf(map, index)],
          map.y.unit,
          value,
          broken.join(" "),
        ]),
      ),
    ),
    notes: [
      `Numbers: ${title} in units of the best design's (ring); darker is ${METRICS[metric].better}. All other parameters are kept.`,
      "A cross breaks a rule or a constraint, an empty cell is impossible; the heavy line is the boundary of what is feasible.",
    ],
  };
}

function panelMarks({ technology, map, best }: TechnologyMap, panel: Panel): Plot.Markish[] {
  const { x, y, cells } = map;
  const [columns, rows] = [x.values.length, y.values.length];
  const logs = cells.map(({ value }) => (value !== undefined && value > 0 ? Math.log(value / best) : Number.NaN));
  const known = logs.filter((value) => !Number.isNaN(value));
  const [least, most] = [Math.min(...known), Math.max(...known)];
  const isLess = METRICS[map.metric].better === "less";
  const at = (index: number) => ({
    x: panel.left + ((columnOf(map, index) + 0.5) / columns) * panel.width,
    y: panel.top + panel.height * (1 - (rowOf(map, index) + 0.5) / rows),
  });
  const shaded = cells.flatMap((cell, index): PanelCell[] => {
    const log = logs[index]!;
    if (Number.isNaN(log)) return [];
    const share = most > least ? (log - least) / (most - least) : 0.5;
    return [
      {
        column: columnOf(map, index),
        row: rowOf(map, index),
        darkness: isLess ? 1 - share : share,
        tooltip: tooltipOf(map, cell, index),
      },
    ];
  });
  const crosses = cells.flatMap((cell, index) =>
    cell.value !== undefined && cell.broken.length > 0 ? [at(index)] : [],
  );
  const numbers = cells.flatMap((_, index) => {
    const log = logs[index]!;
    return Number.isNaN(log) ? [] : [{ ...at(index), text: formatRatio(Number(Math.exp(log).toPrecision(2))) }];
  });
  return [
    cellMarks(shaded, columns, rows, panel),
    Plot.dot(crosses, {
      x: "x",
      y: "y",
      symbol: "times",
      r: 5,
      stroke: "currentColor",
      strokeOpacity: 0.45,
      className: "broken-cells",
    }),
    Plot.text(numbers, {
      x: "x",
      y: "y",
      text: "text",
      fontSize: 8.5,
      stroke: "var(--page, white)",
      strokeWidth: 2.5,
      fill: "currentColor",
    }),
    Plot.link(boundaryOf(map), {
      x1: ({ from }: Edge) => panel.left + (from[0] / columns) * panel.width,
      x2: ({ to }: Edge) => panel.left + (to[0] / columns) * panel.width,
      y1: ({ from }: Edge) => panel.top + panel.height * (1 - from[1] / rows),
      y2: ({ to }: Edge) => panel.top + panel.height * (1 - to[1] / rows),
      stroke: "currentColor",
      strokeWidth: 2.4,
      className: "feasible-boundary",
    }),
    Plot.dot([0], {
      x: panel.left + panel.width * shareOf(x),
      y: panel.top + panel.height * (1 - shareOf(y)),
      r: 7,
      stroke: "currentColor",
      strokeWidth: 1.8,
      className: "best-designs",
    }),
    ...panelFrame(`${technology}, candidate ${map.candidate}`, panel),
    ...sideMarks(x, (share) => [panel.left + panel.width * share, panel.top + panel.height + 13], {}),
    ...sideMarks(y, (share) => [panel.left - 6, panel.top + panel.height * (1 - share)], { textAnchor: "end" }),
    textMark(x.name, panel.left + panel.width / 2, panel.top + panel.height + 32, { fontSize: 11 }),
    textMark(y.name, panel.left - 62, panel.top + panel.height / 2, { fontSize: 11, rotate: -90 }),
  ];
}

function columnOf({ x }: DesignMap, index: number): number {
  return index % x.values.length;
}

function rowOf({ x }: DesignMap, index: number): number {
  return Math.floor(index / x.values.length);
}

/** Where on a side the design stands: cells are centred on their values. */
function shareOf({ values, own }: MapSide): number {
  const [low, high] = [values[0]!, values.at(-1)!];
  const place = high > low ? Math.log(own / low) / Math.log(high / low) : 0.5;
  return (0.5 + place * (values.length - 1)) / values.length;
}

function sideMarks(
  { values, unit }: MapSide,
  at: (share: number) => readonly [number, number],
  style: Plot.TextOptions,
): Plot.Markish[] {
  const ends = [0, Math.floor((values.length - 1) / 2), values.length - 1];
  return ends.map((index) => {
    const [x, y] = at((index + 0.5) / values.length);
    return textMark(formatQuantity(values[index]!, unit, 3), x, y, { fontSize: 10, ...style });
  });
}

/** A piece of the boundary between cells, in cells from the bottom left. */
interface Edge {
  readonly from: readonly [number, number];
  readonly to: readonly [number, number];
}

function boundaryOf(map: DesignMap): Edge[] {
  const [columns, rows] = [map.x.values.length, map.y.values.length];
  const isFeasible = (column: number, row: number): boolean => {
    const cell = map.cells[row * columns + column]!;
    return cell.value !== undefined && cell.broken.length === 0;
  };
  return map.cells.flatMap((_, index): Edge[] => {
    const [column, row] = [columnOf(map, index), rowOf(map, index)];
    const own = isFeasible(column, row);
    const right: Edge = { from: [column + 1, row], to: [column + 1, row + 1] };
    const above: Edge = { from: [column, row + 1], to: [column + 1, row + 1] };
    return [
      ...(column + 1 < columns && isFeasible(column + 1, row) !== own ? [right] : []),
      ...(row + 1 < rows && isFeasible(column, row + 1) !== own ? [above] : []),
    ];
  });
}

function tooltipOf(map: DesignMap, { value, broken }: MapCell, index: number): string {
  const side = ({ name, unit, values }: MapSide, place: number): string =>
    `${name} ${formatQuantity(values[place]!, unit, 4)}`;
  const breaks = broken.length === 0 ? "" : `\nbreaks ${broken.join(", ")}`;
  return `${side(map.x, columnOf(map, index))}, ${side(map.y, rowOf(map, index))}: ${formatMetric(map.metric, value)}${breaks}`;
}
