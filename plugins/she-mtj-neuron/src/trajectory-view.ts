import { randomAt } from "@neurofront/core";
import type { OperatingPoint } from "@neurofront/core";
import { choice, defineView, integer, quantity } from "@neurofront/plugin-kit";
import { equilibriumDirection, integrateMacrospin } from "@neurofront/physics";
import type { SpinCurrent, ThermalField } from "@neurofront/physics";
import { junctionPolarisation, scalesOf } from "./device.ts";
import { easyAxis, macrospinOf, stepsFor, stripPolarisation } from "./macrospin-run.ts";
import type { SheMtjDesign } from "./parameters.ts";
import { impossibilities } from "./validity.ts";

/** One decision of the magnet, from the old output to the read. */
export const trajectoryView = defineView({
  id: "trajectory",
  title: "Magnetisation in one decision",
  meaning:
    "one run of the full macrospin equation from the old output (down) through preset, evaluation, fall and read; the wanted output is up and antiparallel",
  settings: {
    netCurrent_A: quantity({
      unit: "A",
      meaning: "net current during the evaluation; positive is right",
      source: { kind: "assumed", note: "errs in a few per cent of the decisions of the default device" },
      low: -1e-3,
      high: 1e-3,
      default: 1e-5,
    }),
    noise: choice({
      options: ["thermal", "none"],
      meaning: "whether the magnet meets the heat of the operating point",
      source: { kind: "assumed", note: "one of the possible runs" },
      default: "thermal",
    }),
    run: integer({
      meaning: "number of the thermal run",
      source: { kind: "assumed", note: "any" },
      low: 0,
      high: 1_000_000,
      default: 0,
    }),
    points: integer({
      meaning: "points of the curves",
      source: { kind: "assumed", note: "smooth on a page" },
      low: 8,
      high: 4000,
      default: 400,
    }),
  },
  compute(design: SheMtjDesign, { temperature_K }: OperatingPoint, { netCurrent_A, noise, run, points }) {
    const violations = impossibilities(design);
    if (violations.length > 0) return { status: "impossible", violations };
    const magnet = macrospinOf(design);
    const random = randomAt("she-mtj-neuron", "trajectory", run);
    const isThermal = noise === "thermal" && temperature_K > 0;
    const start = isThermal
      ? equilibriumDirection(magnet, { axis: 2, sign: -1 }, temperature_K, random)
      : ([Math.sin(0.01), 0, -Math.cos(0.01)] as const);
    const thermal: ThermalField | undefined = isThermal ? { temperature_K, normal: () => random.normal() } : undefined;
    const moment = Float64Array.from(start);
    const phases = phasesOf(design, netCurrent_A);
    const total_s = phases.reduce((sum_s, { duration_s }) => sum_s + duration_s, 0);
    const times_s = [0];
    const components: number[][] = [[moment[0]!], [moment[1]!], [moment[2]!]];
    let begin_s = 0;
    for (const { duration_s, currents } of phases) {
      const pieces = Math.max(1, Math.round((points * duration_s) / total_s));
      const steps = stepsFor(design, duration_s / pieces);
      for (let piece = 1; piece <= pieces; piece++) {
        integrateMacrospin(magnet, moment, currents, steps, thermal);
        times_s.push(begin_s + (duration_s * piece) / pieces);
        for (let axis = 0; axis < 3; axis++) components[axis]!.push(moment[axis]!);
      }
      begin_s += duration_s;
    }
    const curve = (name: string, title: string, axis: number) => ({
      name,
      title,
      unit: "1",
      values: Float64Array.from(components[axis]!),
    });
    return {
      status: "ok",
      axis: { name: "time_s", title: "time", unit: "s", values: Float64Array.from(times_s) },
      curves: [
        curve("alongStrip", "along the strip", 0),
        curve("acrossStrip", "across the strip, hard axis of the preset", 1),
        curve("easyComponent", "along the easy axis", 2),
      ],
      axisScale: "linear",
      curveScale: "linear",
      quantities: { presetEnd_s: design.presetDuration_s, readStart_s: total_s - design.readTime_s },
    };
  },
});

function phasesOf(
  design: SheMtjDesign,
  netCurrent_A: number,
): { readonly duration_s: number; readonly currents: readonly SpinCurrent[] }[] {
  const scales = scalesOf(design);
  const signal_A = junctionPolarisation(design.tunnelMagnetoresistance) * netCurrent_A;
  const read_A = scales.readOverdrive * scales.switchingSpinCurrent_A;
  return [
    {
      duration_s: design.presetDuration_s,
      currents: [{ direction: stripPolarisation, current_A: () => scales.presetSpinCurrent_A }],
    },
    { duration_s: design.evaluation_s, currents: [{ direction: easyAxis, current_A: () => signal_A }] },
    { duration_s: design.fallTime_s, currents: [] },
    { duration_s: design.readTime_s, currents: [{ direction: easyAxis, current_A: () => read_A }] },
  ];
}
