import type { OperatingPoint, ReferencePoint } from "@neurofront/core";
import type { parameters } from "./parameters.ts";

/** Numbers of others that this neuron meets. */
export const referencePoints: readonly ReferencePoint<typeof parameters, OperatingPoint>[] = [
  {
    title: "delay at the optimum of the reference paper",
    operating: { inputVoltage_V: 0.5, columnConductance_S: 80e-6, inputCount: 25, temperature_K: 300.15 },
    quantity: "delay_s",
    expected: 5e-9,
    tolerance: 0.01,
    source: { kind: "paper", note: "100 MHz, half a cycle; the model is fitted to it", reference: "sharad2013" },
  },
];
