import type { OperatingPoint } from "@neurofront/core";
import { elementaryCharge_C, poleLeavingSpinCurrent_A, presetResidual, spinCount } from "@neurofront/physics";
import { defineView, quantity } from "@neurofront/plugin-kit";
import { traceCycle } from "./cycle-simulation.ts";
import { outputMagnetOf, scalesOf } from "./device.ts";
import { saddleHoldingSpinCurrent_A } from "./in-plane-magnet.ts";
import type { LsvDesign } from "./parameters.ts";
import { cycleOf } from "./simulated-cycle.ts";
import { unanswerable } from "./validity.ts";

/** How a preset turns the output magnet from its pole to its hard axis, without temperature. */
export const presetView = defineView({
  id: "preset",
  title: "Output magnet under the preset current",
  meaning:
    "The preset current stays on, at temperature 0; shown is the direction m(t) by the macrospin equation and, of a perpendicular magnet, what the closed form leaves of the old output.",
  settings: {
    duration_s: quantity({
      unit: "s",
      meaning: "how long to look",
      source: { kind: "assumed", note: "three times the default preset" },
      low: 1e-11,
      high: 1e-8,
      default: 1e-9,
      scale: "log",
    }),
    tilt_rad: quantity({
      unit: "rad",
      meaning: "angle from the pole at the beginning, towards the hard axis",
      source: { kind: "assumed", note: "small: the preset needs no thermal tilt" },
      low: 1e-4,
      high: 0.5,
      default: 0.01,
      scale: "log",
    }),
  },
  compute(design: LsvDesign, { temperature_K }: OperatingPoint, { duration_s, tilt_rad }) {
    const preset: LsvDesign = { ...design, clocking: "bennett", fall: "complete", presetDuration_s: duration_s };
    // One run only: the bound on the runs of the design is not for it.
    const violations = unanswerable({ ...preset, runs: 1 }, temperature_K);
    if (violations.length > 0) return { status: "impossible", violations };
    const points = 200;
    const trace = traceCycle(cycleOf(preset, temperature_K), 0, { previous: 1, points, quietTilt_rad: tilt_rad });
    const of = (values: Float64Array): Float64Array => values.slice(0, points + 1);
    const time_s = of(trace.time_s);
    const magnet = outputMagnetOf(preset);
    const { presetSpinCurrent_A } = scalesOf(preset);
    const pole_A = poleLeavingSpinCurrent_A(magnet.energyBarrier_J);
    const perCoulomb = 1 / (elementaryCharge_C * spinCount(magnet));
    const residual = time_s.map((t) =>
      presetResidual(presetSpinCurrent_A / pole_A, presetSpinCurrent_A * t * perCoulomb),
    );
    const isPerpendicular = design.magnet === "perpendicular";
    return {
      status: "ok",
      axis: { name: "time_s", title: "time since the preset is on", unit: "s", values: time_s },
      curves: [
        { name: "easy", title: "m along the easy axis", unit: "1", values: of(trace.easy) },
        { name: "hard", title: "m along the preset", unit: "1", values: of(trace.preset) },
        ...(isPerpendicular
          ? [{ name: "residual", title: "rest of the old output, closed form", unit: "1" as const, values: residual }]
          : []),
      ],
      axisScale: "linear",
      curveScale: "linear",
      quantities: {
        presetSpinCurrent_A,
        ...(isPerpendicular
          ? { poleLeavingSpinCurrent_A: pole_A, holdingSpinCurrent_A: scalesOf(preset).switchingSpinCurrent_A }
          : { holdingSpinCurrent_A: saddleHoldingSpinCurrent_A(magnet) }),
      },
    };
  },
});
