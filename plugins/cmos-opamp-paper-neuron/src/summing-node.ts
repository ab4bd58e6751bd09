import { boltzmann_J_K } from "@neurofront/physics";
import type { PaperDesign } from "./parameters.ts";
import type { Sizing, SupplyPoint } from "./sizing.ts";

/** Excess noise factor of a long channel. */
const GAMMA = 2 / 3;

/** Resistance from the summing node to the clamp: the feedback resistor seen through the gain. */
export function inputResistance_ohm(design: PaperDesign): number {
  return 1 / ((1 + design.openLoopGain) * design.feedbackConductance_S);
}

/**
 * Current error per volt of error at the amplifier's input, as a net current into the neuron. The output is zero where the
 * current of synapses and feedback resistor, (sumG + G_R) V, has been made up; the finite input resistance takes its part
 * of it as it does of the signal.
 */
export function errorTransconductance_S(design: PaperDesign, columnConductance_S: number): number {
  return (columnConductance_S + design.feedbackConductance_S) * deliveredShare(design, columnConductance_S);
}

/** Part of the ideal net current that a neuron with input resistance gets: 1/(1 + R sumG). */
export function deliveredShare(design: PaperDesign, columnConductance_S: number): number {
  return 1 / (1 + inputResistance_ohm(design) * columnConductance_S);
}

/**
 * Standard deviation, cycle to cycle, of the net current from the amplifier's thermal noise.
 *
 * Pair and mirror: S = 8 k T n gamma / gm1 (1 + gm3/gm1) over the noise bandwidth (pi/2) f of a single pole with
 * 2 pi f = beta gm1 / C gives v^2 = 2 n gamma (1 + gm3/gm1) beta k T / C; the feedback resistor adds 4 k T G_R over the same
 * bandwidth. The synapses' own noise is the system's.
 */
export function noiseCurrent_A(design: PaperDesign, sizing: Sizing, point: SupplyPoint): number {
  const { feedbackFactor, compensationCapacitance_F, pairTransconductance_S, pairSlopeFactor } = sizing;
  const energy_J = boltzmann_J_K * point.temperature_K;
  // With equal gate areas the ratio of the offsets is that of the transconductances.
  const amplifier_V2 =
    (2 * pairSlopeFactor * GAMMA * (1 + design.mirrorMismatchRatio) * feedbackFactor * energy_J) /
    compensationCapacitance_F;
  const resistor_A2 =
    (energy_J * design.feedbackConductance_S * feedbackFactor * pairTransconductance_S) / compensationCapacitance_F;
  const total_A = Math.hypot(
    (point.columnConductance_S + design.feedbackConductance_S) * Math.sqrt(amplifier_V2),
    Math.sqrt(resistor_A2),
  );
  return total_A * deliveredShare(design, point.columnConductance_S);
}

/** Output voltage per ideal net current: -1/G_R, less what finite gain leaves out. */
export function transimpedance_ohm(design: PaperDesign, columnConductance_S: number): number {
  const { feedbackConductance_S, openLoopGain } = design;
  const feedbackFactor = feedbackConductance_S / (feedbackConductance_S + columnConductance_S);
  return -1 / feedbackConductance_S / (1 + 1 / (openLoopGain * feedbackFactor));
}
