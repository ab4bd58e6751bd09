import type { OperatingPoint, ReferencePoint } from "@neurofront/core";
import type { parameters } from "./parameters.ts";

/** Numbers of others that this neuron meets. */
export const referencePoints: readonly ReferencePoint<typeof parameters, OperatingPoint>[] = [
  {
    title: "offset of a pair of 1 um by 45 nm",
    design: { pairWidth_m: 1e-6, pairLength_m: 45e-9 },
    quantity: "offsetSpread_V",
    expected: 19.7e-3,
    tolerance: 0.15,
    source: {
      kind: "simulated",
      note: "ngspice, standard deviation of 24 samples, which is known to 15 %",
      reference: "zhao2006",
    },
  },
];
