import {
  capacitances45nm,
  drainCurrentAtInversion_A,
  inversionCoefficientAtGate,
  mos45nm,
  mosCapacitances,
  transconductance_S,
} from "@neurofront/physics";
import type { PaperDesign } from "./parameters.ts";

/** Where an amplifier has to work. */
export interface SupplyPoint {
  /** Rail to rail; the inputs are at half of it, above and below the middle. */
  readonly supply_V: number;
  /** Sum of the conductances of all synapses of the column. */
  readonly columnConductance_S: number;
  readonly temperature_K: number;
}

/** An amplifier sized for a supply. */
export interface Sizing {
  /** Largest tolerated error of the node voltage. */
  readonly tolerance_V: number;
  /** Standard deviation of the input-referred offset that the pair is sized for. */
  readonly offsetSpread_V: number;
  /** Gate area of one transistor of the pair. */
  readonly pairGateArea_m2: number;
  readonly pairWidth_m: number;
  readonly tailCurrent_A: number;
  readonly pairTransconductance_S: number;
  readonly pairSlopeFactor: number;
  readonly compensationCapacitance_F: number;
  /** Part of the output that the feedback returns to the node. */
  readonly feedbackFactor: number;
  readonly amplifierPower_W: number;
  /** Static power of the synapses with all inputs at full level. */
  readonly synapsePower_W: number;
  readonly settling_s: number;
  readonly inverter_s: number;
  /** Settling and inverter. */
  readonly decision_s: number;
  /** Clock period, twice the decision. */
  readonly period_s: number;
}

/** The decision takes half of the clock period: the reading that joins the paper's 100 MHz, 0.7 pJ and 3.5e-21 J s. */
const DECISION_SHARE_OF_PERIOD = 0.5;

/**
 * The sizing policy, one-dimensional in the supply: the pair is as large as the offset tolerance wants (M. Pelgrom et al.,
 * IEEE JSSC 24, 1433 (1989)) and its inversion coefficient as high as the headroom below half of the supply allows (EKV
 * model). Current follows from both, so a larger pair also carries more current.
 *
 * @param point supply > 0; known to hold from 0.75 V to 1.2 V
 */
export function sizeForSupply(design: PaperDesign, point: SupplyPoint): Sizing {
  const { supply_V, columnConductance_S, temperature_K } = point;
  const { pairLength_m, feedbackConductance_S } = design;

  // A fraction of the swing is twice the same fraction of the amplitude.
  const referencePerAmplitude = design.toleranceReference === "swing" ? 2 : 1;
  const tolerance_V = (design.toleratedFraction * referencePerAmplitude * supply_V) / 2;
  const pairGateArea_m2 =
    ((design.toleranceSigmas * design.thresholdMismatch_V_m) / tolerance_V) ** 2 *
    (1 + design.mirrorMismatchRatio ** 2);
  const pairWidth_m = pairGateArea_m2 / pairLength_m;

  const card = mos45nm({ polarity: "n", length_m: pairLength_m, temperature_K });
  const pair = { ...card, thresholdVoltage_V: card.thresholdVoltage_V - design.thresholdShift_V };
  const inversion = inversionCoefficientAtGate(pair, supply_V / 2 - design.tailHeadroom_V);
  const pairCurrent_A = drainCurrentAtInversion_A(pair, inversion, pairWidth_m);
  const pairTransconductance_S = transconductance_S(pair, inversion, pairCurrent_A);
  const tailCurrent_A = 2 * pairCurrent_A;

  const { gateSource_F } = mosCapacitances(capacitances45nm, pairWidth_m, pairLength_m);
  const compensationCapacitance_F = design.fixedCapacitance_F + gateSource_F;
  const feedbackFactor = feedbackConductance_S / (feedbackConductance_S + columnConductance_S);
  const settling_s =
    (design.settlingTimeConstants * compensationCapacitance_F) / (feedbackFactor * pairTransconductance_S);
  const inverter_s = design.inverterDelay_s / supply_V;
  const decision_s = settling_s + inverter_s;
  return {
    tolerance_V,
    offsetSpread_V: tolerance_V / design.toleranceSigmas,
    pairGateArea_m2,
    pairWidth_m,
    tailCurrent_A,
    pairTransconductance_S,
    pairSlopeFactor: pair.slopeFactor,
    compensationCapacitance_F,
    feedbackFactor,
    amplifierPower_W: design.currentRatio * tailCurrent_A * supply_V,
    synapsePower_W: (columnConductance_S * supply_V ** 2) / 4,
    settling_s,
    inverter_s,
    decision_s,
    period_s: decision_s / DECISION_SHARE_OF_PERIOD,
  };
}

/** Energy of one decision as the paper counts it: amplifier and synapses over the clock period. */
export function paperEnergy_J({ amplifierPower_W, synapsePower_W, period_s }: Sizing): number {
  return (amplifierPower_W + synapsePower_W) * period_s;
}
