import { defaultsOf } from "@neurofront/core";
import type { OperatingPoint } from "@neurofront/core";
import { parameters } from "../src/parameters.ts";

/** The defaults: the calibrated set. */
export const calibrated = defaultsOf(parameters);

/** 25 inputs of 3.2 uS each at +-0.5 V and 27 degrees Celsius. */
export const paperOperating: OperatingPoint = {
  inputVoltage_V: 0.5,
  temperature_K: 300.15,
  inputCount: 25,
  outputCount: 26,
  columnConductance_S: 80e-6,
  columnCapacitance_F: 12.5e-15,
  columnCurrent_A: 40e-6,
  conventions: { readTiming: "overlapped", cmosDelay: "half-cycle", cmosDecision: "settle" },
};

/** |got/expected - 1|. */
export function relativeError(got: number, expected: number): number {
  return Math.abs(got / expected - 1);
}
