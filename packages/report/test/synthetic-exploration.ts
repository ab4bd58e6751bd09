import { METRICS } from "@neurofront/core";
import type { DesignMap, DeviceView, Exploration } from "@neurofront/core";
import { compareTechnologies } from "../src/comparison.ts";
import type { ReportInput } from "../src/report-input.ts";
import { sensitivity } from "./sensitivities.ts";

const SIDE = 6;
const side = (name: string, own: number): DesignMap["x"] => ({
  name,
  unit: "m",
  scale: "log",
  own,
  values: Array.from({ length: SIDE }, (_, k) => (own / 2) * 4 ** (k / (SIDE - 1))),
});
const time_s = Float64Array.from({ length: 40 }, (_, k) => k * 1e-11);

function trajectory(search: string, candidate: number): DeviceView {
  return {
    search,
    candidate,
    role: "neuron",
    model: "dwm-neuron",
    view: "trajectory",
    title: "Wall in time",
    meaning: "position and speed of the wall",
    data: {
      axis: { name: "time_s", title: "time", unit: "s", values: time_s },
      curves: [
        { name: "position_m", title: "position", unit: "m", values: time_s.map((time) => 300 * time) },
        { name: "speed_m_s", title: "speed", unit: "m/s", values: time_s.map((time) => 300 * Math.exp(-time * 1e9)) },
      ],
      axisScale: "linear",
      curveScale: "linear",
      quantities: {},
    },
  };
}

/** What models would say around the best designs: power laws. Nothing where no design is feasible. */
export function syntheticExploration(input: ReportInput): Exploration {
  const bests = compareTechnologies(input).accountings.flatMap(({ technologies }) =>
    technologies.flatMap(({ search, best }) => (best ? [{ search, best }] : [])),
  );
  const last = bests.filter(({ search }) => search.endsWith(`/${input.study.held.accounting.at(-1)}`));
  const [x, y] = [side("neuron.length_m", 6e-8), side("neuron.width_m", 2e-8)];
  return {
    leftOut: [],
    interactions: bests.map(({ search, best }) => ({
      search,
      candidate: best.candidate,
      metric: input.study.rank,
      rows: 30,
      askedRows: 32,
      logDeviation: 0.2,
      parameters: ["neuron.length_m", "inputVoltage_V"].map((name, k) => ({
        name,
        first: { value: 0.5 - 0.3 * k, low: 0.3 - 0.4 * k, high: 0.7 - 0.2 * k },
        total: { value: 0.6 - 0.3 * k, low: 0.5 - 0.3 * k, high: 0.8 - 0.3 * k },
      })),
    })),
    maps: bests.map(({ search, best }) => ({
      search,
      candidate: best.candidate,
      metric: input.study.rank,
      x,
      y,
      cells: y.values.flatMap((down, row) =>
        x.values.map((across, column) => ({
          ...(row + column > 0 && {
            value: best.assessment.metrics[input.study.rank]! * (across / x.own) ** 2 * (down / y.own),
          }),
          broken: row < 2 ? [`${METRICS.accuracy.title}-below-bound`] : [],
        })),
      ),
    })),
    variations: last.map(({ search, best }) => ({
      search,
      candidate: best.candidate,
      points: [0, 1, 2].map((factor) => ({
        factor,
        accuracy: 0.99 - 0.1 * factor,
        chips: { count: 24, p05: 0.95 - 0.2 * factor, p50: 0.98 - 0.1 * factor, p95: 1 - 0.05 * factor },
      })),
    })),
    views: last
      .slice(0, 1)
      .flatMap(({ search, best }) => [
        trajectory(search, best.candidate),
        { ...trajectory(search, best.candidate), view: "speed", data: undefined as never },
      ])
      .map(({ data, ...view }) => (data === undefined ? view : { ...view, data })),
    arrays: last.map(({ search, best }) => ({
      search,
      candidate: best.candidate,
      layer: 1,
      rowCount: 10,
      columnCount: 4,
      share: Array.from({ length: 40 }, (_, k) => 1 - 0.01 * k),
    })),
  };
}

/** The records with everything that models add to them. */
export function withModels(input: ReportInput): ReportInput {
  const bests = compareTechnologies(input).accountings.flatMap(({ technologies }) =>
    technologies.flatMap(({ best }) => best ?? []),
  );
  return {
    ...input,
    sensitivities: bests.map((record) => sensitivity(record)),
    exploration: syntheticExploration(input),
  };
}
