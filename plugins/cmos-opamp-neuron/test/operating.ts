import { defaultsOf } from "@neurofront/core";
import type { OperatingPoint } from "@neurofront/core";
import { cmosOpampNeuron } from "../src/model.ts";
import { parameters } from "../src/parameters.ts";
import type { OpampDesign } from "../src/parameters.ts";
import { presets } from "../src/presets.ts";

export const defaults = defaultsOf(parameters);

/** The preset with every size given, delay not derated. */
export const compact: OpampDesign = { ...defaults, ...presets["compact-sizing"]!.values };

/** 25 inputs of 3.2 uS each at +-0.5 V and 27 degrees Celsius. */
export const paperOperating: OperatingPoint = {
  inputVoltage_V: 0.5,
  temperature_K: 300.15,
  inputCount: 25,
  outputCount: 26,
  columnConductance_S: 80e-6,
  columnCapacitance_F: 12.5e-15,
  columnCurrent_A: 40e-6,
  conventions: { readTiming: "overlapped", cmosDelay: "half-cycle", cmosDecision: "cross" },
};

/** The same operating point with other conventions. */
export function withConventions(conventions: Partial<OperatingPoint["conventions"]>): OperatingPoint {
  return { ...paperOperating, conventions: { ...paperOperating.conventions, ...conventions } };
}

/** The character of a design that must be possible. */
export function characterOf(design: OpampDesign, operating: OperatingPoint = paperOperating) {
  const answer = cmosOpampNeuron.characterize(design, operating);
  if (answer.status === "impossible") throw new Error(answer.violations.map(({ message }) => message).join("; "));
  return answer;
}

/** |got/expected - 1|. */
export function relativeError(got: number, expected: number): number {
  return Math.abs(got / expected - 1);
}
