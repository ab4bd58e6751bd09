import type { Answer, OperatingPoint, ViewColumn, ViewData } from "@neurofront/core";
import { wilsonInterval } from "@neurofront/physics";
import { defineView, integer, quantity } from "@neurofront/plugin-kit";
import { closedFormErrorProbability, signalSpinCurrent_A } from "./decision-error.ts";
import type { LsvDesign } from "./parameters.ts";
import { simulatedErrors } from "./simulated-error.ts";
import { unanswerable } from "./validity.ts";

const intervals = 60;

const monteCarlo = {
  simulatedPoints: integer({
    meaning: "points at which Monte Carlo runs stand beside the closed form",
    source: { kind: "assumed", note: "each costs as much as an eighth of the table behind macrospin dynamics" },
    low: 2,
    high: 20,
    default: 5,
  }),
  runs: integer({
    meaning: "Monte Carlo runs a point",
    source: { kind: "assumed", note: "5 % errors within a factor of two" },
    low: 10,
    high: 10_000,
    default: 100,
  }),
} as const;

/** One setting of a curve: the design and the signal at one point of the axis. */
interface Point {
  readonly design: LsvDesign;
  readonly spinCurrent_A: number;
}

/** Error of decisions that must switch along an axis: closed form where there is one, Monte Carlo at some of the points. */
function errorAlong(
  axis: Omit<ViewColumn, "values">,
  values: Float64Array,
  pointAt: (value: number) => Point,
  temperature_K: number,
  { simulatedPoints, runs }: { readonly simulatedPoints: number; readonly runs: number },
): Answer<ViewData> {
  const simulated = new Float64Array(values.length).fill(Number.NaN);
  const low = simulated.slice();
  const high = simulated.slice();
  for (let point = 0; point < simulatedPoints; point++) {
    const k = Math.round((point * intervals) / (simulatedPoints - 1));
    const { design, spinCurrent_A } = pointAt(values[k]!);
    const given = { ...design, runs };
    const violations = unanswerable(given, temperature_K);
    if (violations.length > 0) return { status: "impossible", violations };
    const mean = simulatedErrors(given, temperature_K, Float64Array.of(spinCurrent_A))[0]!;
    const interval = wilsonInterval(mean * runs, runs);
    // A logarithmic axis has no place for zero: a point without a single error shows its upper end only.
    simulated[k] = mean > 0 ? mean : Number.NaN;
    low[k] = interval.low > 0 ? interval.low : Number.NaN;
    high[k] = interval.high;
  }
  const column = (name: string, title: string, data: Float64Array): ViewColumn => ({
    name,
    title,
    unit: "1",
    values: data,
  });
  const hasClosedForm = pointAt(values[0]!).design.magnet === "perpendicular";
  const closedForm = values.map((value) => {
    const { design, spinCurrent_A } = pointAt(value);
    const error = closedFormErrorProbability(design, temperature_K, spinCurrent_A, true);
    return error > 0 ? error : Number.NaN;
  });
  return {
    status: "ok",
    axis: { ...axis, values },
    curves: [
      ...(hasClosedForm ? [column("closedForm", "closed form", closedForm)] : []),
      column("simulated", `Monte Carlo, ${runs} runs`, simulated),
      column("simulatedLow", "lower end of the 95 % interval", low),
      column("simulatedHigh", "upper end of the 95 % interval", high),
    ].filter((curve) => curve.values.some((value) => !Number.isNaN(value))),
    axisScale: "linear",
    curveScale: "log",
    quantities: { leastResolvedError: 0.5 / (runs + 1) },
  };
}

/** Decision error against net current. */
export const errorCurrentView = defineView({
  id: "error-current",
  title: "Decision error against net current",
  meaning:
    "The net current is swept; shown is the chance of a wrong decision by closed form and by Monte Carlo runs of the macrospin equation with their 95 % interval.",
  settings: {
    largestCurrent_A: quantity({
      unit: "A",
      meaning: "end of the sweep, which begins at 0",
      source: { kind: "assumed", note: "twice the current of 1 % wrong signs" },
      low: 1e-7,
      high: 1e-2,
      default: 100e-6,
      scale: "log",
    }),
    ...monteCarlo,
  },
  compute(design: LsvDesign, { temperature_K }: OperatingPoint, { largestCurrent_A, ...settings }) {
    const values = Float64Array.from({ length: intervals + 1 }, (_, k) => (largestCurrent_A * k) / intervals);
    const pointAt = (netCurrent_A: number): Point => ({
      design,
      spinCurrent_A: signalSpinCurrent_A(design, netCurrent_A),
    });
    const axis = { name: "netCurrent_A", title: "net current", unit: "A" } as const;
    return errorAlong(axis, values, pointAt, temperature_K, settings);
  },
});

/** Decision error against the time of evaluation. */
export const errorTimeView = defineView({
  id: "error-time",
  title: "Decision error against evaluation time",
  meaning:
    "The evaluation is made longer at a fixed net current; shown is the chance of a wrong decision by closed form and by Monte Carlo runs of the macrospin equation with their 95 % interval.",
  settings: {
    netCurrent_A: quantity({
      unit: "A",
      meaning: "net synapse current towards the wanted output",
      source: { kind: "assumed", note: "1 % of wrong signs take about as much" },
      low: 0,
      high: 1e-2,
      default: 40e-6,
    }),
    longest_s: quantity({
      unit: "s",
      meaning: "longest evaluation; the shortest is a sixtieth of it longer than the fall of the preset",
      source: { kind: "assumed", note: "less than one and a half relaxation times of the default magnet" },
      low: 1e-10,
      high: 2e-8,
      default: 3e-9,
      scale: "log",
    }),
    ...monteCarlo,
  },
  compute(design: LsvDesign, { temperature_K }: OperatingPoint, { netCurrent_A, longest_s, ...settings }) {
    const shortest_s = design.clocking === "bennett" ? design.presetFallTime_s : 0;
    const values = Float64Array.from(
      { length: intervals + 1 },
      (_, k) => shortest_s + (longest_s * (k + 1)) / (intervals + 1),
    );
    const pointAt = (evaluation_s: number): Point => ({
      design: { ...design, evaluation_s },
      spinCurrent_A: signalSpinCurrent_A(design, netCurrent_A),
    });
    const axis = { name: "evaluation_s", title: "evaluation", unit: "s" } as const;
    return errorAlong(axis, values, pointAt, temperature_K, settings);
  },
});
