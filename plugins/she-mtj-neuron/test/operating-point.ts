import type { OperatingPoint } from "@neurofront/core";

/** 25 inputs at 0.3 V, 120 uA in the column, 300 K. */
export const operating: OperatingPoint = {
  inputVoltage_V: 0.3,
  temperature_K: 300,
  inputCount: 25,
  outputCount: 26,
  columnConductance_S: 4e-4,
  columnCapacitance_F: 12.5e-15,
  columnCurrent_A: 120e-6,
  conventions: { readTiming: "sequential", cmosDelay: "half-cycle", cmosDecision: "settle" },
};
