import {
  bracketedRoot,
  capacitancesAtNode,
  currentShareAtDrain,
  drainCurrentAtInversion_A,
  gateSourceVoltage_V,
  inversionCoefficient,
  inversionCoefficientAtGate,
  mosCapacitances,
  mosInProcess,
  nodeScaling,
  nominalTemperature_K,
  transconductance_S,
} from "@neurofront/physics";
import type { MosProcess, MosTransistor } from "@neurofront/physics";
import type { PaperDesign } from "./parameters.ts";

/** Where an amplifier has to work. */
export interface SupplyPoint {
  /** Rail to rail; the inputs are at half of it, above and below the middle. */
  readonly supply_V: number;
  /** Sum of the conductances of all synapses of the column. */
  readonly columnConductance_S: number;
  readonly temperature_K: number;
}

/** An amplifier as it is drawn, and the currents its bias is set to. */
export interface DrawnAmplifier {
  /** Largest tolerated error of the node voltage. */
  readonly tolerance_V: number;
  /** Standard deviation of the input-referred offset that the pair is sized for. */
  readonly offsetSpread_V: number;
  /** Gate area of one transistor of the pair. */
  readonly pairGateArea_m2: number;
  readonly pairWidth_m: number;
  /** Tail current at the typical corner and 27 degrees Celsius. */
  readonly nominalTailCurrent_A: number;
}

/** An amplifier sized for a supply, at its corner and temperature. */
export interface Sizing extends DrawnAmplifier {
  readonly tailCurrent_A: number;
  /** Current from the supply: the tail's, and the output stage's and bias', which come from saturated mirrors. */
  readonly supplyCurrent_A: number;
  readonly pairTransconductance_S: number;
  readonly pairSlopeFactor: number;
  readonly compensationCapacitance_F: number;
  /** Part of the output that the feedback returns to the node. */
  readonly feedbackFactor: number;
  readonly amplifierPower_W: number;
  /** Static power of the synapses with all inputs at full level. */
  readonly synapsePower_W: number;
  /** Time constant of the closed loop. */
  readonly timeConstant_s: number;
  readonly settling_s: number;
  /** From one net current to its opposite: ln 2 time constants. */
  readonly crossing_s: number;
  readonly inverter_s: number;
  /** Settling, or crossing where that is asked for, and inverter. */
  readonly decision_s: number;
  /** Clock period, twice the decision. */
  readonly period_s: number;
}

/** The decision takes half of the clock period: the reading that joins the paper's 100 MHz, 0.7 pJ and 3.5e-21 J s. */
const DECISION_SHARE_OF_PERIOD = 0.5;

/** Tail transistor of the netlist that the tier is compared with: 135 nm, 2 um for 30 uA. */
const TAIL_LENGTH_M = 135e-9;
const TAIL_CURRENT_PER_WIDTH_A_M = 30e-6 / 2e-6;

/**
 * The sizing policy, one-dimensional in the supply: the pair is as large as the offset tolerance wants (M. Pelgrom et al.,
 * IEEE JSSC 24, 1433 (1989)) and its inversion coefficient as high as the headroom below half of the supply allows (EKV
 * model). Current follows from both, so a larger pair also carries more current. Drawn for the typical corner and 27 degrees
 * Celsius, whatever the amplifier then meets.
 *
 * @param supply_V > 0; known to hold from 0.75 V to 1.2 V
 */
export function drawForSupply(design: PaperDesign, supply_V: number): DrawnAmplifier {
  // A fraction of the swing is twice the same fraction of the amplitude.
  const referencePerAmplitude = design.toleranceReference === "swing" ? 2 : 1;
  const tolerance_V = (design.toleratedFraction * referencePerAmplitude * supply_V) / 2;
  const thresholdMismatch_V_m = design.thresholdMismatch_V_m * nodeScaling(design.node).thresholdMismatch;
  const pairGateArea_m2 =
    ((design.toleranceSigmas * thresholdMismatch_V_m) / tolerance_V) ** 2 * (1 + design.mirrorMismatchRatio ** 2);
  const pairWidth_m = pairGateArea_m2 / design.pairLength_m;

  const pair = pairTransistor(design, nominalProcess(design));
  const inversion = inversionCoefficientAtGate(pair, supply_V / 2 - design.tailHeadroom_V);
  return {
    tolerance_V,
    offsetSpread_V: tolerance_V / design.toleranceSigmas,
    pairGateArea_m2,
    pairWidth_m,
    nominalTailCurrent_A: 2 * drainCurrentAtInversion_A(pair, inversion, pairWidth_m),
  };
}

/**
 * A drawn amplifier at its supply, corner and temperature.
 *
 * The bias is a reference current. The tail transistor gets what is left below the pair; where that is less than at the
 * typical corner and 27 degrees Celsius, it delivers less.
 */
export function operate(
  design: PaperDesign,
  drawn: DrawnAmplifier,
  point: SupplyPoint,
  decision: "settle" | "cross",
): Sizing {
  const { supply_V, columnConductance_S, temperature_K } = point;
  const { pairLength_m, feedbackConductance_S } = design;
  const process: MosProcess = { node: design.node, corner: design.processCorner, temperature_K };
  const pair = pairTransistor(design, process);
  const tailCurrent_A = availableTailCurrent_A(design, drawn, pair, process, supply_V);
  const inversion = inversionCoefficient(pair, drawn.pairWidth_m, tailCurrent_A / 2);
  const pairTransconductance_S = transconductance_S(pair, inversion, tailCurrent_A / 2);

  const { gateSource_F } = mosCapacitances(capacitancesAtNode(design.node), drawn.pairWidth_m, pairLength_m);
  const compensationCapacitance_F = design.fixedCapacitance_F + gateSource_F;
  const feedbackFactor = feedbackConductance_S / (feedbackConductance_S + columnConductance_S);
  const timeConstant_s = compensationCapacitance_F / (feedbackFactor * pairTransconductance_S);
  const settling_s = design.settlingTimeConstants * timeConstant_s;
  const crossing_s = Math.LN2 * timeConstant_s;
  const inverter_s = design.inverterDelay_s / supply_V;
  const decision_s = (decision === "cross" ? crossing_s : settling_s) + inverter_s;
  const supplyCurrent_A = (design.currentRatio - 1) * drawn.nominalTailCurrent_A + tailCurrent_A;
  return {
    ...drawn,
    tailCurrent_A,
    supplyCurrent_A,
    pairTransconductance_S,
    pairSlopeFactor: pair.slopeFactor,
    compensationCapacitance_F,
    feedbackFactor,
    amplifierPower_W: supplyCurrent_A * supply_V,
    synapsePower_W: (columnConductance_S * supply_V ** 2) / 4,
    timeConstant_s,
    settling_s,
    crossing_s,
    inverter_s,
    decision_s,
    period_s: decision_s / DECISION_SHARE_OF_PERIOD,
  };
}

/** An amplifier drawn for the supply that it works at. */
export function sizeForSupply(
  design: PaperDesign,
  point: SupplyPoint,
  decision: "settle" | "cross" = "settle",
): Sizing {
  return operate(design, drawForSupply(design, point.supply_V), point, decision);
}

function nominalProcess({ node }: PaperDesign): MosProcess {
  return { node, corner: "TT", temperature_K: nominalTemperature_K };
}

function pairTransistor(design: PaperDesign, process: MosProcess): MosTransistor {
  const card = mosInProcess("n", design.pairLength_m, process);
  return { ...card, thresholdVoltage_V: card.thresholdVoltage_V - design.thresholdShift_V };
}

/** Logarithms of the tail current over the nominal one: below what any corner leaves, and below what most leave. */
const LEAST_LOGARITHM = -60;
const USUAL_LOGARITHM = -0.4;

/**
 * Tail current I with I/I_nominal = share(V_DS)/share(tailHeadroom) and V_DS = V_DD/2 - VGS(I/2), where the share is that of a
 * transistor out of saturation. The drawn amplifier at its own supply has V_DS = tailHeadroom and its nominal current.
 */
function availableTailCurrent_A(
  design: PaperDesign,
  { pairWidth_m, nominalTailCurrent_A }: DrawnAmplifier,
  pair: MosTransistor,
  process: MosProcess,
  supply_V: number,
): number {
  const tailAt = (at: MosProcess): { readonly mos: MosTransistor; readonly inversion: number } => {
    const mos = mosInProcess("n", TAIL_LENGTH_M, at);
    // Reference and tail have the same gate voltage: their inversion follows from the current that both are drawn for.
    return { mos, inversion: (TAIL_CURRENT_PER_WIDTH_A_M * TAIL_LENGTH_M) / mos.specificCurrent_A };
  };
  const nominal = tailAt(nominalProcess(design));
  const nominalShare = currentShareAtDrain(nominal.mos, nominal.inversion, design.tailHeadroom_V);
  const tail = tailAt(process);
  const excess = (logarithm: number): number => {
    const relative = Math.exp(logarithm);
    const inversion = inversionCoefficient(pair, pairWidth_m, (relative * nominalTailCurrent_A) / 2);
    const drainSource_V = supply_V / 2 - gateSourceVoltage_V(pair, inversion);
    return relative - currentShareAtDrain(tail.mos, tail.inversion, drainSource_V) / nominalShare;
  };
  // Most corners leave more than two thirds of the current: a short bracket saves steps.
  const low = excess(USUAL_LOGARITHM) < 0 ? USUAL_LOGARITHM : LEAST_LOGARITHM;
  const logarithm = bracketedRoot(excess, { low, high: -Math.log(nominalShare), tolerance: 1e-10 });
  return nominalTailCurrent_A * Math.exp(logarithm);
}

/** Energy of one decision as the paper counts it: amplifier and synapses over the clock period. */
export function paperEnergy_J({ amplifierPower_W, synapsePower_W, period_s }: Sizing): number {
  return (amplifierPower_W + synapsePower_W) * period_s;
}
