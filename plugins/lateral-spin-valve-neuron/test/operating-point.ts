import type { OperatingPoint } from "@neurofront/core";

/** 25 inputs at 20 mV with 40 uA of net current in 528 uA, at 300 K. */
export const operating: OperatingPoint = {
  inputVoltage_V: 0.02,
  temperature_K: 300,
  inputCount: 25,
  outputCount: 26,
  columnConductance_S: 528e-6 / 0.02,
  columnCapacitance_F: 12.5e-15,
  columnCurrent_A: 528e-6,
  conventions: { readTiming: "sequential", cmosDelay: "half-cycle", cmosDecision: "settle" },
};
