import { above, below, violationsAmong } from "@neurofront/core";
import type { OperatingPoint, Violation } from "@neurofront/core";
import type { PaperDesign } from "./parameters.ts";

const SUPPLY_V = { low: 0.75, high: 1.2 };
const INPUTS = { low: 5, high: 128 };

/** Where the calibration is left, and what a reader should know. */
export function brokenRules(design: PaperDesign, operating: OperatingPoint): Violation[] {
  const supply_V = 2 * operating.inputVoltage_V;
  const { inputCount, conventions } = operating;
  const supplyMessage = `the supply, twice the input voltage, is ${supply_V.toFixed(3)} V; the calibration holds from ${SUPPLY_V.low} V to ${SUPPLY_V.high} V`;
  const inputMessage = `the neuron has ${inputCount} inputs; the calibration holds from ${INPUTS.low} to ${INPUTS.high}`;
  return violationsAmong([
    below("invalid", "supply-below-calibration", supply_V, SUPPLY_V.low, supplyMessage),
    above("invalid", "supply-above-calibration", supply_V, SUPPLY_V.high, supplyMessage),
    below("invalid", "too-few-inputs", inputCount, INPUTS.low, inputMessage),
    above("invalid", "too-many-inputs", inputCount, INPUTS.high, inputMessage),
    conventions.cmosDecision === "cross"
      ? warning(
          "settles-only",
          "the study decides at the inverter crossing, but this tier is calibrated to settling and answers with that",
        )
      : undefined,
    design.toleranceReference === "amplitude"
      ? warning(
          "tolerance-outside-calibration",
          "with the tolerance on the amplitude the larger pair carries more current, so that the neuron gets faster: an artefact of the sizing policy",
        )
      : undefined,
  ]);
}

function warning(code: string, message: string): Violation {
  return { kind: "warning", code, message, amount: 0 };
}
