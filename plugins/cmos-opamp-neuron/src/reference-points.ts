import type { OperatingPoint, ReferencePoint } from "@neurofront/core";
import type { parameters } from "./parameters.ts";

/** Numbers of others that this neuron meets. */
export const referencePoints: readonly ReferencePoint<typeof parameters, OperatingPoint>[] = [
  {
    title: "crossing of the compact sizing at +-0.5 V and 27 C",
    preset: "compact-sizing",
    operating: { inputVoltage_V: 0.5, columnConductance_S: 80e-6, inputCount: 25, temperature_K: 300.15 },
    quantity: "decision_s",
    expected: 0.683e-9,
    tolerance: 0.01,
    source: { kind: "derived", note: "the same equations by an independent program, three digits" },
  },
];
