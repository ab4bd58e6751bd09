import type { OperatingPoint, ReferencePoint } from "@neurofront/core";
import type { parameters } from "./parameters.ts";

/** Numbers of others that this neuron meets. */
export const referencePoints: readonly ReferencePoint<typeof parameters, OperatingPoint>[] = [
  {
    title: "spin current per charge current of the default strip",
    quantity: "spinPerCharge",
    expected: 2.198,
    tolerance: 1e-3,
    source: {
      kind: "derived",
      note: "effective spin Hall angle times magnet area over section, four digits",
      reference: "liu2011",
    },
  },
];
