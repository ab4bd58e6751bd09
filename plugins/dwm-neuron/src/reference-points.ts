import type { OperatingPoint, ReferencePoint } from "@neurofront/core";
import type { parameters } from "./parameters.ts";

/** Numbers of others that this neuron meets. */
export const referencePoints: readonly ReferencePoint<typeof parameters, OperatingPoint>[] = [
  {
    title: "crossing of wall A at 2 uA",
    design: { switchingCurrent_A: 2e-6 },
    quantity: "delay_s",
    expected: 1.036e-9,
    tolerance: 2e-3,
    source: {
      kind: "simulated",
      note: "q-phi equations integrated by an independent program, four digits; the closed form departs by less than 0.2 %",
    },
  },
];
