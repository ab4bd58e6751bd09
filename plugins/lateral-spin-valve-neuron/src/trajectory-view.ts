import type { OperatingPoint } from "@neurofront/core";
import { thermalVariance } from "@neurofront/physics";
import { choice, defineView, integer, quantity } from "@neurofront/plugin-kit";
import { traceCycle } from "./cycle-simulation.ts";
import { signalSpinCurrent_A } from "./decision-error.ts";
import { scalesOf } from "./device.ts";
import type { LsvDesign } from "./parameters.ts";
import { cycleOf } from "./simulated-cycle.ts";
import { unanswerable } from "./validity.ts";
import { ballisticReversalTime_s, reversalTime_s } from "./write-error.ts";

/** Direction of the output magnet through one cycle by the macrospin equation. */
export const trajectoryView = defineView({
  id: "trajectory",
  title: "Output magnet through one decision",
  meaning:
    "A net current is applied through preset, evaluation, fall and read; shown is the direction m(t) of one run.",
  settings: {
    netCurrent_A: quantity({
      unit: "A",
      meaning: "net synapse current, positive towards the wanted output",
      source: { kind: "assumed", note: "1 % of wrong signs take about as much" },
      low: -1e-3,
      high: 1e-3,
      default: 40e-6,
    }),
    previous: choice({
      options: ["wrong", "wanted"],
      meaning: "output held before",
      source: { kind: "assumed", note: "the harder one" },
      default: "wrong",
    }),
    thermal: choice({
      options: ["on", "off"],
      meaning: "whether the thermal field acts; without it the run starts at the angle of the thermal average",
      source: { kind: "assumed", note: "as in the device" },
      default: "on",
    }),
    seed: integer({
      meaning: "seed of the run",
      source: { kind: "assumed", note: "any" },
      low: 0,
      high: 1_000_000,
      default: 1,
    }),
  },
  compute(design: LsvDesign, { temperature_K }: OperatingPoint, { netCurrent_A, previous, thermal, seed }) {
    // One run only: the bound on the runs of the design is not for it.
    const violations = unanswerable({ ...design, runs: 1 }, temperature_K);
    if (violations.length > 0) return { status: "impossible", violations };
    const spinCurrent_A = signalSpinCurrent_A(design, netCurrent_A);
    const cycle = cycleOf(design, temperature_K);
    const { relaxation_s, switchingSpinCurrent_A } = scalesOf(design);
    const overdrive = spinCurrent_A / switchingSpinCurrent_A;
    const tilt_rad = Math.sqrt(2 * thermalVariance(design.energyBarrier_J, temperature_K));
    const trace = traceCycle(cycle, spinCurrent_A, {
      previous: previous === "wrong" ? -1 : 1,
      points: 200,
      ...(thermal === "on" ? { seed } : { quietTilt_rad: tilt_rad }),
    });
    const reversal_s = reversalTime_s(overdrive, tilt_rad, relaxation_s);
    const axes = design.magnet === "in-plane" ? (["x", "y", "z"] as const) : (["z", "x", "y"] as const);
    const curve = (axis: string, values: Float64Array, meaning: string) => ({
      name: `m${axis}`,
      title: `m${axis}, ${meaning}`,
      unit: "1" as const,
      values,
    });
    return {
      status: "ok",
      axis: { name: "time_s", title: "time", unit: "s", values: trace.time_s },
      curves: [
        curve(axes[0], trace.easy, "along the easy axis"),
        curve(axes[1], trace.preset, "along the preset"),
        curve(axes[2], trace.third, "across both"),
      ],
      axisScale: "linear",
      curveScale: "linear",
      quantities: {
        spinCurrent_A,
        overdrive,
        // Without a preset, from the thermal angle, at temperature 0; a perpendicular magnet.
        ...(design.magnet === "perpendicular" && Number.isFinite(reversal_s)
          ? { reversal_s, ballisticReversal_s: ballisticReversalTime_s(overdrive, tilt_rad, relaxation_s) }
          : {}),
      },
    };
  },
});
