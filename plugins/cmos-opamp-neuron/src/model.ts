import type { OperatingPoint, Phase } from "@neurofront/core";
import { normalCdf } from "@neurofront/physics";
import { defineNeuron } from "@neurofront/plugin-kit";
import { amplifierOf } from "./amplifier.ts";
import { neuronArea } from "./area.ts";
import { currentError } from "./current-error.ts";
import { decisionTime } from "./decision-time.ts";
import type { DecisionTime } from "./decision-time.ts";
import { neuronEnergy } from "./energy.ts";
import { gmOverId } from "./gm-over-id.ts";
import { parameters } from "./parameters.ts";
import type { OpampDesign } from "./parameters.ts";
import { presets } from "./presets.ts";
import { referencePoints } from "./reference-points.ts";
import { sizing } from "./sizing.ts";
import { opampSpice } from "./spice.ts";
import { trends } from "./trends.ts";
import { brokenRules } from "./validity.ts";

/**
 * A two-stage Miller amplifier in 45 nm CMOS that clamps the summing node, and an inverter that takes its sign, every
 * transistor sized freely in the EKV model. It remembers: an output that starts at full swing of the wrong sign needs a net
 * current above a threshold to cross zero in time.
 */
export const cmosOpampNeuron = defineNeuron({
  id: "cmos-opamp-neuron",
  title: "CMOS amplifier neuron, freely sized",
  parameters,
  presets,
  views: [gmOverId, sizing],
  trends,
  referencePoints,
  characterize(design, operating) {
    const amplifier = amplifierOf(design, operating);
    const decision = decisionTime(design, amplifier, operating);
    if (decision.status === "impossible") return decision;
    const error = currentError(design, amplifier, operating);
    const period_s = 2 * decision.decision_s;
    const on_s = design.betweenDecisions === "off" ? decision.decision_s : period_s;
    const toleranceUse = toleratedErrorUse(design, operating, error);
    const { pair, mirror, output } = amplifier.transistors;
    return {
      status: "ok",
      settlesColumn: true,
      inputResistance_ohm: amplifier.inputResistance_ohm,
      thresholdCurrent_A: decision.thresholdCurrent_A,
      offsetSpread_V: amplifier.offsetSpread_V,
      offsetSpread_A: error.offsetBeyondColumn_A,
      phases: phasesOf(decision, operating),
      synapsesDriven_s: on_s,
      cycle_s: period_s,
      energy: neuronEnergy(design, amplifier.transistors, {
        on_s,
        period_s,
        temperature_K: operating.temperature_K,
      }),
      area: neuronArea(design, amplifier.transistors),
      violations: brokenRules(design, amplifier, decision, operating, toleranceUse),
      quantities: {
        pairWidth_m: pair.width_m,
        mirrorWidth_m: mirror.width_m,
        outputWidth_m: output.width_m,
        outputInversion: output.inversion,
        pairTransconductance_S: pair.transconductance_S,
        outputTransconductance_S: output.transconductance_S,
        openLoopGain: amplifier.openLoopGain,
        feedbackFactor: amplifier.feedbackFactor,
        crossover_rad_s: amplifier.crossover_rad_s,
        phaseMarginDegrees: amplifier.phaseMarginDegrees,
        swing_V: decision.swing_V,
        resolved_V: decision.resolved_V,
        slewRate_V_s: decision.slewRate_V_s,
        decision_s: decision.decision_s,
        settleDecision_s: decision.settleDecision_s,
        crossDecision_s: decision.crossDecision_s,
        amplifierPower_W: design.biasFactor * (design.tailCurrent_A + design.outputCurrent_A) * design.supplyVoltage_V,
        noiseCurrent_A: error.noise_A,
        toleranceUse,
      },
    };
  },
  errorProbability(design, operating, { netCurrent_A, mustSwitch }) {
    const limits = knownLimits(design, operating);
    // An amplifier without swing keeps what it held.
    if (limits === "holds") return mustSwitch ? 1 : 0;
    const needed_A = mustSwitch ? limits.threshold_A : -limits.threshold_A;
    return normalCdf((needed_A - netCurrent_A) / limits.noise_A);
  },
  spice: opampSpice,
});

/** What a decision is up against: the current that turns it in time, and the noise; or an amplifier that cannot turn. */
type Limits = { readonly threshold_A: number; readonly noise_A: number } | "holds";

/** By circuit and design object, since the error probability asks for the same ones at every current. */
const known = new WeakMap<OperatingPoint, WeakMap<OpampDesign, Limits>>();

function knownLimits(design: OpampDesign, operating: OperatingPoint): Limits {
  const ofCircuit = known.get(operating) ?? new WeakMap<OpampDesign, Limits>();
  known.set(operating, ofCircuit);
  const limits = ofCircuit.get(design) ?? limitsOf(design, operating);
  ofCircuit.set(design, limits);
  return limits;
}

function limitsOf(design: OpampDesign, operating: OperatingPoint): Limits {
  const amplifier = amplifierOf(design, operating);
  const decision = decisionTime(design, amplifier, operating);
  if (decision.status === "impossible") return "holds";
  return { threshold_A: decision.thresholdCurrent_A, noise_A: currentError(design, amplifier, operating).noise_A };
}

/** Offset and noise at the wanted number of standard deviations, relative to the tolerated error current. */
function toleratedErrorUse(
  design: OpampDesign,
  { columnCurrent_A }: OperatingPoint,
  error: { readonly offset_A: number; readonly noise_A: number },
): number {
  const referencePerAmplitude = design.toleranceReference === "swing" ? 2 : 1;
  const tolerated_A = design.toleratedFraction * referencePerAmplitude * columnCurrent_A;
  return (design.toleranceSigmas * Math.hypot(error.offset_A, error.noise_A)) / tolerated_A;
}

function phasesOf(decision: DecisionTime, { conventions }: OperatingPoint): Phase[] {
  const timeConstants = conventions.cmosDecision === "cross" ? "ln(1 + swing_V / resolved_V)" : "settlingTimeConstants";
  const phases: Phase[] = [
    {
      phase: "settle",
      duration_s: decision.linear_s + decision.slewing_s,
      formula: `layoutDerate * (${timeConstants} / crossover_rad_s + max(0, swing_V + resolved_V - slewRate_V_s / crossover_rad_s) / slewRate_V_s)`,
    },
    {
      phase: "evaluate",
      duration_s: decision.inverter_s,
      formula: "layoutDerate * inverterDelay_s * 1 V / supplyVoltage_V",
    },
  ];
  if (conventions.cmosDelay === "half-cycle") return phases;
  const rest: Phase = {
    phase: "evaluate",
    duration_s: decision.decision_s,
    formula: "the other half of the clock period",
  };
  return [...phases, rest];
}
