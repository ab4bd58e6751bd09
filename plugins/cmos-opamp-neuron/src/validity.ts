import { above, below, violationsAmong } from "@neurofront/core";
import type { OperatingPoint, Violation } from "@neurofront/core";
import type { Amplifier } from "./amplifier.ts";
import type { DecisionTime } from "./decision-time.ts";
import type { OpampDesign } from "./parameters.ts";

const LARGEST_SYSTEMATIC_OFFSET_V = 20e-3;
const LEAST_PHASE_MARGIN_DEGREES = 60;
const LEAST_LOOP_GAIN = 20;
/** Output for the smallest net current, enough to turn the inverter. */
const LEAST_OUTPUT_V = 0.1;
const LARGEST_FEEDBACK_SHARE = 0.7;

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
    // The accuracy of the network is what a study bounds; this rule of thumb for the offset is only shown.
    toleranceUse <= 1
      ? undefined
      : {
          kind: "warning",
          code: "offset-tolerance",
          message: `offset and noise take ${toleranceUse.toFixed(2)} of the tolerated current error`,
          amount: 0,
        },
  ]);
}

function volt(value_V: number): string {
  return `${value_V.toFixed(3)} V`;
}
