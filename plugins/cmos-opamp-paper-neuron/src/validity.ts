import { above, below, violationsAmong } from "@neurofront/core";
import type { OperatingPoint, Violation } from "@neurofront/core";
import { digitalSupplyAtNode_V, nodeScaling, simulatedTemperature_K } from "@neurofront/physics";
import type { PaperDesign } from "./parameters.ts";

/** Relative to the nominal supply, 1 V at 45 nm. */
const SUPPLY = { low: 0.75, high: 1.2 };
const INPUTS = { low: 5, high: 128 };

/** Where the calibration is left, and what a reader should know. */
export function brokenRules(design: PaperDesign, operating: OperatingPoint): Violation[] {
  const supply_V = 2 * operating.inputVoltage_V;
  const { inputCount, temperature_K, conventions } = operating;
  const { low: coldest_K, high: hottest_K } = simulatedTemperature_K;
  const { nominalSupply_V } = nodeScaling(design.node);
  const logic = digitalSupplyAtNode_V(design.node);
  const lowest_V = SUPPLY.low * nominalSupply_V;
  const highest_V = SUPPLY.high * nominalSupply_V;
  const supplyMessage = `the supply, twice the input voltage, is ${supply_V.toFixed(3)} V; the calibration holds from ${lowest_V.toFixed(3)} V to ${highest_V.toFixed(3)} V`;
  const inputMessage = `the neuron has ${inputCount} inputs; the calibration holds from ${INPUTS.low} to ${INPUTS.high}`;
  return violationsAmong([
    below("invalid", "supply-below-calibration", supply_V, lowest_V, supplyMessage),
    above("invalid", "supply-above-calibration", supply_V, highest_V, supplyMessage),
    below("invalid", "too-few-inputs", inputCount, INPUTS.low, inputMessage),
    above("invalid", "too-many-inputs", inputCount, INPUTS.high, inputMessage),
    supply_V > logic.high && supply_V <= highest_V
      ? warning(
          "logic-supply-held",
          `the logic is charged at ${logic.high.toFixed(3)} V, the highest supply its cells were simulated at, and the amplifier at ${supply_V.toFixed(3)} V`,
        )
      : undefined,
    conventions.cmosDecision === "cross" && design.decision === "settle"
      ? warning(
          "settles-only",
          "the study decides at the inverter crossing, but this tier is calibrated to settling and answers with that; its parameter decision leaves the choice to the study",
        )
      : undefined,
    design.node === "45nm"
      ? undefined
      : warning(
          "extrapolated-node",
          `the neuron was calibrated at 45 nm; ${design.node} follows from rules of scaling`,
        ),
    temperature_K < coldest_K || temperature_K > hottest_K
      ? warning(
          "temperature-beyond-simulation",
          `the transistors were simulated from ${coldest_K} K to ${hottest_K} K, the temperature is ${temperature_K.toFixed(0)} K`,
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
