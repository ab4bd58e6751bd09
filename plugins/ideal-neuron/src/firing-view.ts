import type { OperatingPoint } from "@neurofront/core";
import { defineView, integer, quantity } from "@neurofront/plugin-kit";
import { firingProbability } from "./firing.ts";

/** Figure 1b of the reference paper: the output against the net current. */
export const firingView = defineView({
  id: "firing",
  title: "Output against net current",
  meaning: "chance that the output fires at a net current: the step that every neuron approaches",
  settings: {
    span_A: quantity({
      unit: "A",
      meaning: "net currents go from minus to plus this",
      source: { kind: "paper", note: "section III: about 3 uA of net current", reference: "sharad2013" },
      low: 1e-12,
      high: 1,
      default: 3e-6,
      scale: "log",
    }),
    points: integer({
      meaning: "points of the curve; an odd number has one at zero",
      source: { kind: "assumed", note: "enough to see a step" },
      low: 2,
      high: 10_001,
      default: 61,
    }),
  },
  compute(_design: { readonly evaluation_s: number }, _operating: OperatingPoint, { span_A, points }) {
    const middle = (points - 1) / 2;
    const netCurrent_A = Float64Array.from({ length: points }, (_, k) => (span_A * (k - middle)) / middle);
    return {
      status: "ok",
      axis: { name: "netCurrent_A", title: "net current", unit: "A", values: netCurrent_A },
      curves: [
        {
          name: "firingProbability",
          title: "chance that the output fires",
          unit: "1",
          values: netCurrent_A.map(firingProbability),
        },
      ],
      axisScale: "linear",
      curveScale: "linear",
      quantities: { span_A },
    };
  },
});
