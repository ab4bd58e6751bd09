import { violationsAmong } from "@neurofront/core";
import type { Impossible, OperatingPoint, Violation } from "@neurofront/core";
import type { Amplifier } from "./amplifier.ts";
import type { OpampDesign } from "./parameters.ts";

/** How long the amplifier takes, and what of the decision before is left by then. */
export interface DecisionTime {
  /** Largest output voltage away from the middle with both output transistors saturated. */
  readonly swing_V: number;
  /** Output voltage for the smallest net current to be resolved. */
  readonly resolved_V: number;
  readonly slewRate_V_s: number;
  /** Linear settling, slewing and inverter, each with the derating for layout. */
  readonly linear_s: number;
  readonly slewing_s: number;
  readonly inverter_s: number;
  readonly decision_s: number;
  /** The decision by either definition, whichever the study chooses. */
  readonly settleDecision_s: number;
  readonly crossDecision_s: number;
  /** Net current for which an output that starts at the opposite full swing is just zero at the end of the decision. */
  readonly thresholdCurrent_A: number;
}

/**
 * Time of one decision. The output starts at full swing of the wrong sign, V(t) = V - (V_sw + V) exp(-w t), so that it
 * crosses zero after ln(1 + V_sw/V)/w: `cross` waits for this with V of the smallest net current to be resolved, `settle`
 * for a number of time constants. What is not resolved in that time is what `thresholdCurrent_A` says:
 * V = V_sw / (exp(w t) - 1) times G_R. Slewing (the pair fully switched, or the sink less the feedback current) adds to both.
 *
 * @returns impossible when the output stage has no swing or no current left to slew with
 */
export function decisionTime(
  design: OpampDesign,
  amplifier: Amplifier,
  operating: OperatingPoint,
): ({ readonly status: "ok" } & DecisionTime) | Impossible {
  const { supplyVoltage_V, feedbackConductance_S, tailCurrent_A, outputCurrent_A, layoutDerate } = design;
  const { output, sink } = amplifier.transistors;
  const swing_V = supplyVoltage_V / 2 - Math.max(output.saturation_V, sink.saturation_V);
  const feedbackCurrent_A = feedbackConductance_S * Math.max(swing_V, 0);
  const impossible = violationsAmong([
    swing_V > 0
      ? undefined
      : reason(
          "no-output-swing",
          `the output transistors need ${(supplyVoltage_V / 2 - swing_V).toFixed(3)} V to saturate, half of the supply is ${(supplyVoltage_V / 2).toFixed(3)} V`,
          1 - (2 * swing_V) / supplyVoltage_V,
        ),
    outputCurrent_A > feedbackCurrent_A
      ? undefined
      : reason(
          "no-output-current",
          `at full swing the feedback takes ${(feedbackCurrent_A * 1e6).toFixed(2)} uA, the output stage has ${(outputCurrent_A * 1e6).toFixed(2)} uA`,
          feedbackCurrent_A / outputCurrent_A,
        ),
    operating.columnCurrent_A > 0
      ? undefined
      : reason("no-input-current", "the synapses carry no current, so that there is nothing to resolve", 1),
  ]);
  if (impossible.length > 0) return { status: "impossible", violations: impossible };

  const resolved_V = Math.min(swing_V, (design.resolution * operating.columnCurrent_A) / feedbackConductance_S);
  const slewRate_V_s = Math.min(
    tailCurrent_A / amplifier.compensationCapacitance_F,
    (outputCurrent_A - feedbackCurrent_A) / (amplifier.outputCapacitance_F + amplifier.compensationCapacitance_F),
  );
  const crossing = Math.log1p(swing_V / resolved_V);
  const timeConstants = operating.conventions.cmosDecision === "cross" ? crossing : design.settlingTimeConstants;
  const { crossover_rad_s } = amplifier;
  const linearFor_s = (constants: number): number => (layoutDerate * constants) / crossover_rad_s;
  const linear_s = linearFor_s(timeConstants);
  // Below the largest slope of an exponential, the step over its time constant, the amplifier is slewing.
  const slewing_s = (layoutDerate * Math.max(0, swing_V + resolved_V - slewRate_V_s / crossover_rad_s)) / slewRate_V_s;
  const inverter_s = (layoutDerate * design.inverterDelay_s) / supplyVoltage_V;
  const rest_s = slewing_s + inverter_s;
  return {
    status: "ok",
    swing_V,
    resolved_V,
    slewRate_V_s,
    linear_s,
    slewing_s,
    inverter_s,
    decision_s: linear_s + slewing_s + inverter_s,
    settleDecision_s: linearFor_s(design.settlingTimeConstants) + rest_s,
    crossDecision_s: linearFor_s(crossing) + rest_s,
    thresholdCurrent_A: (feedbackConductance_S * swing_V) / Math.expm1(timeConstants),
  };
}

function reason(code: string, message: string, amount: number): Violation {
  return { kind: "impossible", code, message, amount };
}
