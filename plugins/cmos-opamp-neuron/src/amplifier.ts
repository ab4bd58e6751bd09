import type { OperatingPoint } from "@neurofront/core";
import { nodeScaling } from "@neurofront/physics";
import type { OpampDesign } from "./parameters.ts";
import { sizeTransistors } from "./transistors.ts";
import type { Transistors } from "./transistors.ts";

/** Small-signal behaviour of the sized amplifier in its circuit. */
export interface Amplifier {
  readonly transistors: Transistors;
  /** Part of the output that the feedback returns to the summing node. */
  readonly feedbackFactor: number;
  readonly openLoopGain: number;
  readonly inputResistance_ohm: number;
  /** Gate capacitances, parasitics and Miller capacitor at the compensated node. */
  readonly compensationCapacitance_F: number;
  readonly outputCapacitance_F: number;
  readonly nodeCapacitance_F: number;
  /** Angular frequency at which the loop gain is one. */
  readonly crossover_rad_s: number;
  /** Degrees of phase the loop is away from oscillation at crossover. */
  readonly phaseMarginDegrees: number;
  /** Standard deviation of the input-referred offset voltage. */
  readonly offsetSpread_V: number;
}

const FIXED_POINT_STEPS = 30;

/**
 * The two-stage Miller amplifier around the summing node, its right-half-plane zero nulled: gain, poles, phase margin and
 * offset from the transistors (P. Gray, R. Meyer, "Analysis and Design of Analog Integrated Circuits"; offset after M. Pelgrom
 * et al., IEEE JSSC 24, 1433 (1989), the mirror referred to the input by gm3/gm1, the current factors by I1/gm1).
 */
export function amplifierOf(design: OpampDesign, operating: OperatingPoint): Amplifier {
  const transistors = sizeTransistors(design, operating.temperature_K);
  const { pair, mirror, output, sink } = transistors;
  const { feedbackConductance_S } = design;
  const { columnConductance_S } = operating;

  const feedbackFactor = feedbackConductance_S / (feedbackConductance_S + columnConductance_S);
  const loadConductance_S = feedbackFactor * columnConductance_S;
  const openLoopGain =
    (pair.transconductance_S / (pair.outputConductance_S + mirror.outputConductance_S)) *
    (output.transconductance_S / (output.outputConductance_S + sink.outputConductance_S + loadConductance_S));

  const nodeCapacitance_F =
    operating.columnCapacitance_F + design.wireCapacitance_F + pair.gateSource_F / 2 + pair.gateDrain_F;
  const firstCapacitance_F =
    pair.drainBulk_F + pair.gateDrain_F + mirror.drainBulk_F + mirror.gateDrain_F + output.gateSource_F;
  const outputCapacitance_F =
    design.loadCapacitance_F +
    design.inverterGateCapacitance_F +
    output.drainBulk_F +
    sink.drainBulk_F +
    sink.gateDrain_F;
  const compensationCapacitance_F = design.compensationCapacitance_F + output.gateDrain_F;

  const unity_rad_s = (feedbackFactor * pair.transconductance_S) / compensationCapacitance_F;
  const secondPole_rad_s =
    (output.transconductance_S * compensationCapacitance_F) /
    (firstCapacitance_F * compensationCapacitance_F +
      firstCapacitance_F * outputCapacitance_F +
      outputCapacitance_F * compensationCapacitance_F);
  const nodePole_rad_s = (columnConductance_S + feedbackConductance_S) / nodeCapacitance_F;
  const crossover_rad_s = crossoverFrequency_rad_s(unity_rad_s, secondPole_rad_s, nodePole_rad_s);
  const lag = Math.atan(crossover_rad_s / secondPole_rad_s) + Math.atan(crossover_rad_s / nodePole_rad_s);

  const pairArea_m2 = pair.width_m * pair.length_m;
  const mirrorArea_m2 = mirror.width_m * mirror.length_m;
  const threshold_V = design.thresholdMismatch_V_m * nodeScaling(design.node).thresholdMismatch;
  const currentFactor_V = (design.tailCurrent_A / 2 / pair.transconductance_S) * design.currentFactorMismatch_m;
  return {
    transistors,
    feedbackFactor,
    openLoopGain,
    inputResistance_ohm: 1 / ((1 + openLoopGain) * feedbackConductance_S),
    compensationCapacitance_F,
    outputCapacitance_F,
    nodeCapacitance_F,
    crossover_rad_s,
    phaseMarginDegrees: 90 - (lag * 180) / Math.PI,
    offsetSpread_V: Math.sqrt(
      (threshold_V ** 2 + currentFactor_V ** 2) / pairArea_m2 +
        ((threshold_V * (mirror.transconductance_S / pair.transconductance_S)) ** 2 + currentFactor_V ** 2) /
          mirrorArea_m2,
    ),
  };
}

/** Fixed point of w = unity / sqrt((1 + (w/p2)^2) (1 + (w/pX)^2)), in logarithms and damped, so that it always closes in. */
function crossoverFrequency_rad_s(unity_rad_s: number, secondPole_rad_s: number, nodePole_rad_s: number): number {
  let crossover_rad_s = unity_rad_s;
  for (let step = 0; step < FIXED_POINT_STEPS; step++) {
    const loss = (1 + (crossover_rad_s / secondPole_rad_s) ** 2) * (1 + (crossover_rad_s / nodePole_rad_s) ** 2);
    crossover_rad_s = Math.sqrt((crossover_rad_s * unity_rad_s) / Math.sqrt(loss));
  }
  return crossover_rad_s;
}
