import { randomAt } from "@neurofront/core";
import {
  alignedEnsemble,
  elementaryCharge_C,
  equilibriumDirection,
  fieldGyromagneticRatio_m_A_s,
  integrateMacrospinEnsemble,
  spinCount,
} from "@neurofront/physics";
import type {
  EnsembleSpinCurrent,
  EnsembleThermalField,
  Macrospin,
  MacrospinEnsemble,
  Vector,
} from "@neurofront/physics";

/** One cycle of an output magnet as the macrospin equation sees it. */
export interface Cycle {
  readonly magnet: Macrospin;
  /** Easy axis, along which signal and output lie: 0 for x, 2 for z. */
  readonly easyAxis: 0 | 2;
  /** Axis of the preset current. */
  readonly presetAxis: 0 | 1;
  /** 0 for a cycle without a preset. */
  readonly presetSpinCurrent_A: number;
  readonly presetDuration_s: number;
  /** Linear fall of the preset current at the beginning of the evaluation, at most as long as it. */
  readonly presetFallTime_s: number;
  readonly signalDuringPreset: boolean;
  readonly evaluation_s: number;
  /** Time without any current after the evaluation. */
  readonly later_s: number;
  readonly temperature_K: number;
}

/** Largest angle in rad through which field or torque turn the magnet in a step: 1 ps for 1.4e5 A/m. Halved, nothing changes. */
const stepAngle_rad = 0.03;

/** Highest rate at which anisotropy and the given spin current turn the magnet. */
function fastest_Hz({ magnet }: Cycle, spinCurrent_A: number): number {
  const fields = magnet.anisotropyField_A_m;
  const field_A_m = Math.max(...fields) - Math.min(...fields);
  return fieldGyromagneticRatio_m_A_s * field_A_m + spinCurrent_A / (elementaryCharge_C * spinCount(magnet));
}

/** One part of a cycle with its steps. */
interface Part {
  readonly duration_s: number;
  readonly count: number;
  readonly signal: boolean;
  /** Preset at the beginning and at the end, over its full value. */
  readonly preset: readonly [number, number];
}

function partsOf(cycle: Cycle, largestSignal_A: number, finer: number): Part[] {
  const { presetSpinCurrent_A, presetDuration_s, presetFallTime_s, evaluation_s, later_s, signalDuringPreset } = cycle;
  const part = (duration_s: number, signal: boolean, preset: readonly [number, number]): Part => {
    const current_A = (signal ? largestSignal_A : 0) + Math.max(...preset) * presetSpinCurrent_A;
    const count = Math.ceil((duration_s * fastest_Hz(cycle, current_A) * finer) / stepAngle_rad);
    return { duration_s, count, signal, preset };
  };
  const isPreset = presetSpinCurrent_A > 0;
  const fall_s = isPreset ? presetFallTime_s : 0;
  return [
    part(isPreset ? presetDuration_s : 0, signalDuringPreset, [1, 1]),
    part(fall_s, true, [1, 0]),
    part(evaluation_s - fall_s, true, [0, 0]),
    part(later_s, false, [0, 0]),
  ].filter(({ duration_s }) => duration_s > 0);
}

/** Steps of one run of a cycle at the largest signal; what a simulation costs is this times runs and currents. */
export function cycleSteps(cycle: Cycle, largestSignal_A: number): number {
  return partsOf(cycle, largestSignal_A, 1).reduce((sum, { count }) => sum + count, 0);
}

/** How often a cycle is simulated, and from which outputs. */
export interface Runs {
  readonly runs: number;
  readonly seed: number;
  /** Sign of the old output, positive as wanted; `both`: every other run. */
  readonly previous: 1 | -1 | "both";
  /** Steps are this much shorter than usual; for tests of convergence. Default 1. */
  readonly finer?: number;
}

/**
 * Component of m along the easy axis at the end of a cycle, positive towards the wanted output; of run r at signal k at
 * index r * signals + k. A run starts in the thermal equilibrium of its old output. Its noise has the address
 * (seed, run) and is the same at every signal, so that the error falls smoothly with the signal.
 */
export function simulateCycle(cycle: Cycle, signals_A: Float64Array, settings: Runs): Float64Array {
  const { runs, seed, finer = 1 } = settings;
  const { magnet, easyAxis, temperature_K } = cycle;
  const streams = Array.from({ length: runs }, (_, run) => randomAt(seed, "lateral-spin-valve-cycle", run));
  const starts = streams.map((stream, run) => {
    const sign = settings.previous === "both" ? (run % 2 === 0 ? 1 : -1) : settings.previous;
    return equilibriumDirection(magnet, { axis: easyAxis, sign }, temperature_K, stream);
  });
  const signals = signals_A.length;
  const ensemble = alignedEnsemble(runs * signals, [0, 0, 0]);
  const factor = new Float64Array(ensemble.x.length);
  for (let k = 0; k < factor.length; k++) {
    [ensemble.x[k], ensemble.y[k], ensemble.z[k]] = starts[Math.floor(k / signals)]!;
    factor[k] = signals_A[k % signals]!;
  }
  const draw: EnsembleThermalField["draw"] = (x, y, z) => {
    for (let run = 0; run < runs; run++) {
      const stream = streams[run]!;
      const [nx, ny, nz] = [stream.normal(), stream.normal(), stream.normal()];
      for (let k = run * signals; k < (run + 1) * signals; k++) {
        x[k] = nx;
        y[k] = ny;
        z[k] = nz;
      }
    }
  };
  const parts = partsOf(cycle, Math.max(...signals_A.map(Math.abs), 0), finer);
  for (const part of parts) advance(cycle, ensemble, factor, part, draw);
  return easyAxis === 0 ? ensemble.x : ensemble.z;
}

function advance(
  cycle: Cycle,
  ensemble: MacrospinEnsemble,
  factor: Float64Array,
  { duration_s, count, signal, preset }: Part,
  draw: EnsembleThermalField["draw"],
): void {
  const currents = currentsOf(cycle, { duration_s, signal, preset }, factor);
  const step_s = duration_s / count;
  integrateMacrospinEnsemble(
    cycle.magnet,
    ensemble,
    currents,
    { step_s, count },
    { temperature_K: cycle.temperature_K, draw },
  );
}

function currentsOf(
  { easyAxis, presetAxis, presetSpinCurrent_A }: Cycle,
  { duration_s, signal, preset }: Omit<Part, "count">,
  factor: Float64Array,
): EnsembleSpinCurrent[] {
  const currents: EnsembleSpinCurrent[] = [];
  if (signal) currents.push({ direction: unit(easyAxis), current_A: () => 1, factor });
  const [begin, end] = preset;
  if (begin > 0)
    currents.push({
      direction: unit(presetAxis),
      current_A: (time_s) => presetSpinCurrent_A * (begin + ((end - begin) * time_s) / duration_s),
    });
  return currents;
}

function unit(axis: 0 | 1 | 2): Vector {
  return [axis === 0 ? 1 : 0, axis === 1 ? 1 : 0, axis === 2 ? 1 : 0];
}

/** One noisy or quiet run with the direction at equal times: for a figure. */
export interface CycleTrace {
  readonly time_s: Float64Array;
  /** Along the easy axis, positive as wanted; along the axis of the preset; along the third. */
  readonly easy: Float64Array;
  readonly preset: Float64Array;
  readonly third: Float64Array;
}

/** Which run to trace, `points` equal intervals in each part of the cycle. */
export interface TracedRun {
  readonly previous: 1 | -1;
  readonly points: number;
  /** Of the noise and of the start in equilibrium; unused in a quiet run. Default 1. */
  readonly seed?: number;
  /** No thermal field, and a start at this angle from the pole towards the preset. */
  readonly quietTilt_rad?: number;
}

/** The trajectory of one run of a cycle. */
export function traceCycle(cycle: Cycle, signal_A: number, run: TracedRun): CycleTrace {
  const { seed = 1, quietTilt_rad } = run;
  const stream = randomAt(seed, "lateral-spin-valve-trace");
  const { magnet, easyAxis, presetAxis, temperature_K } = cycle;
  const start: [number, number, number] = [0, 0, 0];
  start[easyAxis] = run.previous * Math.cos(quietTilt_rad ?? 0);
  start[presetAxis] = Math.sin(quietTilt_rad ?? 0);
  const ensemble = alignedEnsemble(
    1,
    quietTilt_rad === undefined
      ? equilibriumDirection(magnet, { axis: easyAxis, sign: run.previous }, temperature_K, stream)
      : start,
  );
  const components = [ensemble.x, ensemble.y, ensemble.z] as const;
  const third = (3 - easyAxis - presetAxis) as 0 | 1 | 2;
  const shown = [components[easyAxis], components[presetAxis], components[third]];
  const rows = [[0, ...shown.map((values) => values[0]!)]];
  const factor = Float64Array.of(signal_A);
  const draw: EnsembleThermalField["draw"] = (x, y, z) => {
    for (const array of [x, y, z]) array[0] = stream.normal();
  };
  const thermal = quietTilt_rad === undefined ? { temperature_K, draw } : undefined;
  let before_s = 0;
  for (const part of partsOf(cycle, Math.abs(signal_A), 1)) {
    const currents = currentsOf(cycle, part, factor);
    const perPoint = Math.max(1, Math.ceil(part.count / run.points));
    const step_s = part.duration_s / (perPoint * run.points);
    let time_s = 0;
    for (let point = 1; point <= run.points; point++) {
      time_s = integrateMacrospinEnsemble(
        magnet,
        ensemble,
        currents,
        { start_s: time_s, step_s, count: perPoint },
        thermal,
      );
      rows.push([before_s + time_s, ...shown.map((values) => values[0]!)]);
    }
    before_s += part.duration_s;
  }
  const column = (k: number): Float64Array => Float64Array.from(rows, (row) => row[k]!);
  return { time_s: column(0), easy: column(1), preset: column(2), third: column(3) };
}
