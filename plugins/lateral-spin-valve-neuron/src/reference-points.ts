import type { OperatingPoint, ReferencePoint } from "@neurofront/core";
import type { parameters } from "./parameters.ts";

/** Numbers of others that this neuron meets. */
export const referencePoints: readonly ReferencePoint<typeof parameters, OperatingPoint>[] = [
  {
    title: "switching spin current of a barrier of 20 kT at 300 K",
    quantity: "switchingSpinCurrent_A",
    expected: 5.034e-6,
    tolerance: 1e-3,
    source: { kind: "derived", note: "4 e alpha E_b / hbar with four digits", reference: "sun2000" },
  },
];
