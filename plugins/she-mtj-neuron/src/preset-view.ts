import type { OperatingPoint } from "@neurofront/core";
import { defineView, integer, quantity } from "@neurofront/plugin-kit";
import {
  elementaryCharge_C,
  integrateMacrospin,
  poleLeavingSpinCurrent_A,
  presetResidual,
  spinCount,
} from "@neurofront/physics";
import { freeMagnetOf, scalesOf } from "./device.ts";
import { macrospinOf, stepsFor, stripPolarisation } from "./macrospin-run.ts";
import type { SheMtjDesign } from "./parameters.ts";
import { impossibilities } from "./validity.ts";

/** Tilt of the simulated start from the exact pole, where the noise-free closed form starts. */
const startTilt_rad = 1e-4;

/** What a preset leaves of the old output as it lasts. */
export const presetView = defineView({
  id: "preset",
  title: "Preset",
  meaning:
    "the spin Hall current lays the magnet from its pole along the hard axis, without noise: rest of the old output by the closed form and by the full equation, and the component along the hard axis",
  settings: {
    duration_s: quantity({
      unit: "s",
      meaning: "how long the preset is watched",
      source: { kind: "assumed", note: "twice the default preset" },
      low: 1e-11,
      high: 1e-8,
      default: 1e-9,
      scale: "log",
    }),
    points: integer({
      meaning: "points of the curves",
      source: { kind: "assumed", note: "smooth on a page" },
      low: 2,
      high: 2000,
      default: 200,
    }),
  },
  compute(design: SheMtjDesign, _operating: OperatingPoint, { duration_s, points }) {
    const violations = impossibilities(design);
    if (violations.length > 0) return { status: "impossible", violations };
    const magnet = macrospinOf(design);
    const { presetSpinCurrent_A } = scalesOf(design);
    const poleRatio = presetSpinCurrent_A / poleLeavingSpinCurrent_A(design.energyBarrier_J);
    const turn_Hz = presetSpinCurrent_A / (elementaryCharge_C * spinCount(freeMagnetOf(design)));
    const spacing_s = duration_s / (points - 1);
    const steps = stepsFor(design, spacing_s);
    const currents = [{ direction: stripPolarisation, current_A: () => presetSpinCurrent_A }];
    const moment = Float64Array.of(Math.sin(startTilt_rad), 0, Math.cos(startTilt_rad));
    const column = (): Float64Array => new Float64Array(points);
    const [time_s, closedForm, rest, along] = [column(), column(), column(), column()];
    for (let k = 0; k < points; k++) {
      if (k > 0) integrateMacrospin(magnet, moment, currents, steps);
      time_s[k] = k * spacing_s;
      closedForm[k] = presetResidual(poleRatio, turn_Hz * time_s[k]!);
      rest[k] = moment[2]!;
      along[k] = moment[1]!;
    }
    return {
      status: "ok",
      axis: { name: "time_s", title: "time", unit: "s", values: time_s },
      curves: [
        { name: "residual", title: "rest of the old output, closed form", unit: "1", values: closedForm },
        { name: "easyComponent", title: "component along the easy axis", unit: "1", values: rest },
        { name: "hardComponent", title: "component along the hard axis", unit: "1", values: along },
      ],
      axisScale: "linear",
      curveScale: "linear",
      quantities: { poleRatio, presetSpinCurrent_A, presetResidual: scalesOf(design).presetResidual },
    };
  },
});
