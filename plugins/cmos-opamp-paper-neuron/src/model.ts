import type { OperatingPoint, Phase } from "@neurofront/core";
import { normalCdf } from "@neurofront/physics";
import { defineNeuron } from "@neurofront/plugin-kit";
import { neuronArea } from "./area.ts";
import { decisionOf, thresholdCurrent_A } from "./decision.ts";
import { neuronEnergy } from "./energy.ts";
import { referencePoints } from "./reference-points.ts";
import { deliveredShare, errorTransconductance_S, inputResistance_ohm, noiseCurrent_A } from "./summing-node.ts";
import { parameters } from "./parameters.ts";
import type { PaperDesign } from "./parameters.ts";
import { sizeForSupply } from "./sizing.ts";
import type { Sizing, SupplyPoint } from "./sizing.ts";
import { supplySweep } from "./supply-sweep.ts";
import { opampPaperSpice } from "./spice.ts";
import { trends } from "./trends.ts";
import { brokenRules } from "./validity.ts";

/**
 * The CMOS neuron of Sharad, Fan, Roy, J. Appl. Phys. 114, 234906 (2013), figures 1c and 2: an operational amplifier that
 * clamps the summing node, and an inverter. One-dimensional in the supply, which is twice the input voltage, and calibrated
 * to the paper's optimum (70 uW, 100 MHz, 0.7 pJ, 3.5e-21 J s at 1 V); for reproducing that figure, not for optimising CMOS.
 */
export const cmosOpampPaperNeuron = defineNeuron({
  id: "cmos-opamp-paper-neuron",
  title: "CMOS amplifier neuron of the reference paper",
  parameters,
  views: [supplySweep],
  trends,
  referencePoints,
  characterize(design, operating) {
    const point = supplyPoint(operating);
    const { columnConductance_S, columnCurrent_A, conventions } = operating;
    const sizing = sizeForSupply(design, point, decisionOf(design, conventions));
    const { offsetSpread_V, period_s } = sizing;
    const share = deliveredShare(design, columnConductance_S);
    const errorSlope_S = errorTransconductance_S(design, columnConductance_S);
    return {
      status: "ok",
      inputResistance_ohm: inputResistance_ohm(design),
      thresholdCurrent_A: thresholdCurrent_A(design, conventions, columnCurrent_A),
      offsetSpread_V,
      // What the feedback resistor adds to the current error of the column; the two add up to errorSlope_S * offset.
      offsetSpread_A: offsetSpread_V * Math.sqrt(errorSlope_S ** 2 - (columnConductance_S * share) ** 2),
      phases: phasesOf(sizing, decisionOf(design, conventions), conventions.cmosDelay),
      synapsesDriven_s: period_s,
      cycle_s: period_s,
      energy: neuronEnergy(design, sizing, point),
      area: neuronArea(design, sizing),
      violations: brokenRules(design, operating),
      quantities: {
        supply_V: point.supply_V,
        tolerance_V: sizing.tolerance_V,
        pairWidth_m: sizing.pairWidth_m,
        tailCurrent_A: sizing.tailCurrent_A,
        pairTransconductance_S: sizing.pairTransconductance_S,
        compensationCapacitance_F: sizing.compensationCapacitance_F,
        feedbackFactor: sizing.feedbackFactor,
        amplifierPower_W: sizing.amplifierPower_W,
        decision_s: sizing.decision_s,
        settleDecision_s: sizing.settling_s + sizing.inverter_s,
        crossDecision_s: sizing.crossing_s + sizing.inverter_s,
        noiseCurrent_A: noiseCurrent_A(design, sizing, point),
      },
    };
  },
  errorProbability(design, operating, { netCurrent_A, mustSwitch }) {
    const point = supplyPoint(operating);
    const late_A = thresholdCurrent_A(design, operating.conventions, operating.columnCurrent_A);
    const needed_A = mustSwitch ? late_A : -late_A;
    return normalCdf((needed_A - netCurrent_A) / knownNoise_A(design, operating, point));
  },
  spice: opampPaperSpice,
});

/** By circuit and design object, since the error probability asks for the same ones at every current. */
const known = new WeakMap<OperatingPoint, WeakMap<PaperDesign, number>>();

function knownNoise_A(design: PaperDesign, operating: OperatingPoint, point: SupplyPoint): number {
  const ofCircuit = known.get(operating) ?? new WeakMap<PaperDesign, number>();
  known.set(operating, ofCircuit);
  const noise_A = ofCircuit.get(design) ?? noiseCurrent_A(design, sizeForSupply(design, point), point);
  ofCircuit.set(design, noise_A);
  return noise_A;
}

function supplyPoint({ inputVoltage_V, columnConductance_S, temperature_K }: OperatingPoint): SupplyPoint {
  return { supply_V: 2 * inputVoltage_V, columnConductance_S, temperature_K };
}

function phasesOf(sizing: Sizing, until: "settle" | "cross", convention: "half-cycle" | "cycle"): Phase[] {
  const { settling_s, crossing_s, inverter_s, decision_s, period_s } = sizing;
  const timeConstants = until === "cross" ? "ln(2)" : "settlingTimeConstants";
  const decision: Phase[] = [
    {
      phase: "settle",
      duration_s: until === "cross" ? crossing_s : settling_s,
      formula: `${timeConstants} * compensationCapacitance_F / (feedbackFactor * pairTransconductance_S)`,
    },
    { phase: "evaluate", duration_s: inverter_s, formula: "inverterDelay_s * 1 V / supply_V" },
  ];
  if (convention === "half-cycle") return decision;
  const rest: Phase = {
    phase: "evaluate",
    duration_s: period_s - decision_s,
    formula: "the other half of the clock period",
  };
  return [...decision, rest];
}
