import { defaultsOf } from "@neurofront/core";
import type { OperatingPoint } from "@neurofront/core";
import { cmosLatchNeuron } from "../src/model.ts";
import { parameters } from "../src/parameters.ts";
import type { LatchDesign } from "../src/parameters.ts";
import { presets } from "../src/presets.ts";

export const defaults = defaultsOf(parameters);

/** The latch of the end-to-end runs, 20 fF at the node. */
export const endToEnd: LatchDesign = { ...defaults, ...presets["simulated-end-to-end"]!.values };

/** 25 inputs at +-0.5 V and 27 degrees Celsius on a column of this conductance. */
export function operatingAt(columnConductance_S: number): OperatingPoint {
  return {
    inputVoltage_V: 0.5,
    temperature_K: 300.15,
    inputCount: 25,
    outputCount: 26,
    columnConductance_S,
    columnCapacitance_F: 12.5e-15,
    columnCurrent_A: columnConductance_S * 0.5,
    conventions: { readTiming: "overlapped", cmosDelay: "half-cycle", cmosDecision: "cross" },
  };
}

/** What a design is in its circuit; no design of this neuron is impossible. */
export function characterOf(design: LatchDesign, operating: OperatingPoint = operatingAt(80e-6)) {
  const answer = cmosLatchNeuron.characterize(design, operating);
  if (answer.status === "impossible") throw new Error("no design of this neuron is impossible");
  return answer;
}

/** Energy on one line of the ledger. */
export function lineOf(design: LatchDesign, line: string, operating?: OperatingPoint): number {
  return characterOf(design, operating)
    .energy.filter((entry) => entry.line === line)
    .reduce((sum, entry) => sum + entry.energy_J, 0);
}

/** |got/expected - 1|. */
export function relativeError(got: number, expected: number): number {
  return Math.abs(got / expected - 1);
}
