import {
  capacitancesAtNode,
  gateSourceVoltage_V,
  inversionCoefficient,
  inversionCoefficientAtGate,
  lowPowerThresholdShift_V,
  mosCapacitances,
  mosInProcess,
  nominalTemperature_K,
  outputConductance_S,
  saturationVoltage_V,
  transconductance_S,
  widthAtInversion_m,
} from "@neurofront/physics";
import type { MosCapacitances, MosPolarity, MosProcess, MosTransistor } from "@neurofront/physics";
import type { OpampDesign } from "./parameters.ts";

/** One transistor at its bias point. */
export interface BiasedTransistor extends MosCapacitances {
  readonly inversion: number;
  readonly width_m: number;
  readonly length_m: number;
  readonly slopeFactor: number;
  readonly transconductance_S: number;
  readonly outputConductance_S: number;
  readonly gateSource_V: number;
  readonly saturation_V: number;
}

/** The amplifier's transistors: pair M1/M2, mirror M3/M4, tail M5, output M6 and its current sink M7. */
export interface Transistors {
  readonly pair: BiasedTransistor;
  readonly mirror: BiasedTransistor;
  readonly tail: BiasedTransistor;
  readonly output: BiasedTransistor;
  readonly sink: BiasedTransistor;
}

/** Current sources: moderate inversion at a length between speed and output resistance. */
const SOURCE_INVERSION = 5;
const SOURCE_LENGTH_M = 135e-9;

/**
 * Size every transistor of the two-stage amplifier from its current, inversion coefficient and length, at the typical corner and
 * 27 degrees Celsius, and bias it at its corner and temperature. Widths and, from a reference, currents stay.
 */
export function sizeTransistors(design: OpampDesign, temperature_K: number): Transistors {
  const { node, processCorner, tailCurrent_A, outputCurrent_A } = design;
  const drawn: MosProcess = { node, corner: "TT", temperature_K: nominalTemperature_K };
  const process: MosProcess = { node, corner: processCorner, temperature_K };
  const capacitances = capacitancesAtNode(node);

  function bias(polarity: MosPolarity, length_m: number, drawnInversion: number, current_A: number): BiasedTransistor {
    const width_m = widthAtInversion_m(flavoured(design, polarity, length_m, drawn), drawnInversion, current_A);
    const mos = flavoured(design, polarity, length_m, process);
    const inversion = inversionCoefficient(mos, width_m, current_A);
    return {
      inversion,
      width_m,
      length_m,
      slopeFactor: mos.slopeFactor,
      transconductance_S: transconductance_S(mos, inversion, current_A),
      outputConductance_S: outputConductance_S(mos, design.earlyVoltagePerLength_V_m, current_A),
      gateSource_V: gateSourceVoltage_V(mos, inversion),
      saturation_V: saturationVoltage_V(mos, inversion),
      ...mosCapacitances(capacitances, width_m, length_m),
    };
  }

  return {
    pair: bias("n", design.pairLength_m, design.pairInversion, tailCurrent_A / 2),
    mirror: bias("p", design.mirrorLength_m, design.mirrorInversion, tailCurrent_A / 2),
    tail: bias("n", SOURCE_LENGTH_M, SOURCE_INVERSION, tailCurrent_A),
    output: bias("p", design.outputLength_m, drawnOutputInversion(design, drawn), outputCurrent_A),
    sink: bias("n", SOURCE_LENGTH_M, SOURCE_INVERSION, outputCurrent_A),
  };
}

/** The inversion coefficient at which the output transistor is drawn: that of the mirror's gate voltage, or its own. */
function drawnOutputInversion(design: OpampDesign, drawn: MosProcess): number {
  if (design.mirrorMatching === "free") return design.outputInversion;
  const mirror = flavoured(design, "p", design.mirrorLength_m, drawn);
  const output = flavoured(design, "p", design.outputLength_m, drawn);
  return inversionCoefficientAtGate(output, gateSourceVoltage_V(mirror, design.mirrorInversion));
}

/** A transistor of the design's threshold flavour. */
function flavoured(design: OpampDesign, polarity: MosPolarity, length_m: number, process: MosProcess): MosTransistor {
  const card = mosInProcess(polarity, length_m, process);
  return { ...card, thresholdVoltage_V: card.thresholdVoltage_V + flavourShift_V(design) };
}

function flavourShift_V({ thresholdFlavour, thresholdShift_V, node }: OpampDesign): number {
  const shifts = {
    analog: -thresholdShift_V,
    "high-performance": 0,
    "low-power": lowPowerThresholdShift_V(node),
  } as const satisfies Readonly<Record<OpampDesign["thresholdFlavour"], number>>;
  return shifts[thresholdFlavour];
}
