import { above, below, violationsAmong } from "@neurofront/core";
import type { OperatingPoint, Violation } from "@neurofront/core";
import { nodeScaling, simulatedTemperature_K } from "@neurofront/physics";
import type { Amplifier } from "./amplifier.ts";
import type { DecisionTime } from "./decision-time.ts";
import type { OpampDesign } from "./parameters.ts";

const LARGEST_SYSTEMATIC_OFFSET_V = 20e-3;
const LEAST_PHASE_MARGIN_DEGREES = 60;
const LEAST_LOOP_GAIN = 20;
/** Output for the smallest net current, enough to turn the inverter. */
const LEAST_OUTPUT_V = 0.1;
const LARGEST_FEEDBACK_SHARE = 0.7;
/** Above the nominal supply of the node; 1.2 V at 45 nm. */
const LARGEST_RELATIVE_SUPPLY = 1.2;
/** Half a millivolt in a supply is rounding. */
const SUPPLY_ROUNDING = 1.0005;

/** Rules that make the small-signal model hold, and how far the design is from each. */
export function brokenRules(
  design: OpampDesign,
  amplifier: Amplifier,
  decision: DecisionTime,
  operating: OperatingPoint,
  toleranceUse: number,
): Violation[] {
  const { supplyVoltage_V, outputCurrent_A, feedbackConductance_S } = design;
  const { pair, mirror, tail, output } = amplifier.transistors;
  const middle_V = supplyVoltage_V / 2;
  const tailNeed_V = pair.gateSource_V + tail.saturation_V;
  const pairRoom_V = middle_V - mirror.gateSource_V + pair.gateSource_V;
  const imbalance_V = Math.abs(output.gateSource_V - mirror.gateSource_V);
  const loopGain = amplifier.openLoopGain * amplifier.feedbackFactor;
  const feedbackCurrent_A = feedbackConductance_S * decision.swing_V;
  const margin = amplifier.phaseMarginDegrees;
  const highest_V = LARGEST_RELATIVE_SUPPLY * nodeScaling(design.node).nominalSupply_V;
  const { temperature_K } = operating;
  const { low: coldest_K, high: hottest_K } = simulatedTemperature_K;
  return violationsAmong([
    above(
      "invalid",
      "inputs-beyond-supply",
      operating.inputVoltage_V,
      middle_V,
      `inputs of ${volt(operating.inputVoltage_V)} around the middle of the supply, which reaches ${volt(middle_V)} either way`,
    ),
    above(
      "invalid",
      "tail-headroom",
      tailNeed_V,
      middle_V,
      `pair and tail transistor need ${volt(tailNeed_V)} below the middle of the supply, there are ${volt(middle_V)}`,
    ),
    below(
      "invalid",
      "pair-headroom",
      pairRoom_V,
      pair.saturation_V,
      `the pair has ${volt(pairRoom_V)} between source and drain and saturates from ${volt(pair.saturation_V)}`,
    ),
    above(
      "invalid",
      "systematic-offset",
      imbalance_V,
      LARGEST_SYSTEMATIC_OFFSET_V,
      `gate voltages of mirror and output transistor differ by ${volt(imbalance_V)}, legal is ${volt(LARGEST_SYSTEMATIC_OFFSET_V)}`,
    ),
    below(
      "invalid",
      "phase-margin",
      margin,
      LEAST_PHASE_MARGIN_DEGREES,
      `the phase margin is ${margin.toFixed(1)} degrees, legal is ${LEAST_PHASE_MARGIN_DEGREES} or more`,
    ),
    below(
      "invalid",
      "loop-gain",
      loopGain,
      LEAST_LOOP_GAIN,
      `the loop gain is ${loopGain.toFixed(1)}, legal is ${LEAST_LOOP_GAIN} or more`,
    ),
    below(
      "invalid",
      "output-too-small",
      decision.resolved_V,
      LEAST_OUTPUT_V,
      `the smallest net current gives ${volt(decision.resolved_V)} at the output, an inverter needs ${volt(LEAST_OUTPUT_V)}`,
    ),
    above(
      "invalid",
      "output-drive",
      feedbackCurrent_A,
      LARGEST_FEEDBACK_SHARE * outputCurrent_A,
      `at full swing the feedback takes ${(feedbackCurrent_A / outputCurrent_A).toFixed(2)} of the output stage's current, legal is ${LARGEST_FEEDBACK_SHARE}`,
    ),
    // The accuracy of the network is what a study bounds; this rule for the offset binds only where the design asks for it.
    above(
      design.toleranceRule === "rule" ? "invalid" : "warning",
      "offset-tolerance",
      toleranceUse,
      1,
      `offset and noise take ${toleranceUse.toFixed(2)} of the tolerated current error`,
    ),
    above(
      "invalid",
      "supply-beyond-node",
      supplyVoltage_V,
      highest_V * SUPPLY_ROUNDING,
      `transistors of ${design.node} take up to ${volt(highest_V)}, the supply is ${volt(supplyVoltage_V)}`,
    ),
    design.node === "45nm"
      ? undefined
      : warning(
          "extrapolated-node",
          `the transistors are known at 45 nm; ${design.node} follows from rules of scaling`,
        ),
    temperature_K < coldest_K || temperature_K > hottest_K
      ? warning(
          "temperature-beyond-simulation",
          `the transistors were simulated from ${coldest_K} K to ${hottest_K} K, the temperature is ${temperature_K.toFixed(0)} K`,
        )
      : undefined,
  ]);
}

function volt(value_V: number): string {
  return `${value_V.toFixed(3)} V`;
}

function warning(code: string, message: string): Violation {
  return { kind: "warning", code, message, amount: 0 };
}
