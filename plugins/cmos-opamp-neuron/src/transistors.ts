import {
  capacitances45nm,
  gateSourceVoltage_V,
  inversionCoefficientAtGate,
  mos45nm,
  mosCapacitances,
  outputConductance_S,
  saturationVoltage_V,
  transconductance_S,
  widthAtInversion_m,
} from "@neurofront/physics";
import type { MosCapacitances, MosPolarity, MosTransistor } from "@neurofront/physics";
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

/** Size every transistor of the two-stage amplifier from its current, inversion coefficient and length. */
export function sizeTransistors(design: OpampDesign, temperature_K: number): Transistors {
  const { thresholdShift_V, earlyVoltagePerLength_V_m, tailCurrent_A, outputCurrent_A } = design;

  function flavour(polarity: MosPolarity, length_m: number): MosTransistor {
    const card = mos45nm({ polarity, length_m, temperature_K });
    return { ...card, thresholdVoltage_V: card.thresholdVoltage_V - thresholdShift_V };
  }

  function bias(mos: MosTransistor, inversion: number, current_A: number): BiasedTransistor {
    const width_m = widthAtInversion_m(mos, inversion, current_A);
    return {
      inversion,
      width_m,
      length_m: mos.length_m,
      slopeFactor: mos.slopeFactor,
      transconductance_S: transconductance_S(mos, inversion, current_A),
      outputConductance_S: outputConductance_S(mos, earlyVoltagePerLength_V_m, current_A),
      gateSource_V: gateSourceVoltage_V(mos, inversion),
      saturation_V: saturationVoltage_V(mos, inversion),
      ...mosCapacitances(capacitances45nm, width_m, mos.length_m),
    };
  }

  const mirror = bias(flavour("p", design.mirrorLength_m), design.mirrorInversion, tailCurrent_A / 2);
  const outputMos = flavour("p", design.outputLength_m);
  const outputInversion =
    design.mirrorMatching === "matched"
      ? inversionCoefficientAtGate(outputMos, mirror.gateSource_V)
      : design.outputInversion;
  const source = flavour("n", SOURCE_LENGTH_M);
  return {
    pair: bias(flavour("n", design.pairLength_m), design.pairInversion, tailCurrent_A / 2),
    mirror,
    tail: bias(source, SOURCE_INVERSION, tailCurrent_A),
    output: bias(outputMos, outputInversion, outputCurrent_A),
    sink: bias(source, SOURCE_INVERSION, outputCurrent_A),
  };
}
