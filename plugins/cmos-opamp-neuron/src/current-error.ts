import type { OperatingPoint } from "@neurofront/core";
import { boltzmann_J_K } from "@neurofront/physics";
import type { Amplifier } from "./amplifier.ts";
import type { OpampDesign } from "./parameters.ts";

/** Errors of the amplifier as net currents into the neuron. */
export interface CurrentError {
  /** Standard deviation, device to device: pair and mirror through the column and the feedback resistor, and the inverter. */
  readonly offset_A: number;
  /** The part of {@link offset_A} that the column's conductance does not account for. */
  readonly offsetBeyondColumn_A: number;
  /** Standard deviation, cycle to cycle, from the thermal noise of amplifier and feedback resistor. */
  readonly noise_A: number;
}

/** Excess noise factor of a long channel. */
const GAMMA = 2 / 3;

/**
 * A voltage V at the amplifier's input stands for the ideal current (sumG + G_R) V, of which 1/(1 + R sumG) is delivered, as
 * of the signal; the inverter's threshold spread stands for G_R times it at the output. Noise: pair and mirror
 * S = 8 k T n gamma / gm1 (1 + gm3/gm1) and resistor 4 k T G_R, over the bandwidth (pi/2) w_c/(2 pi) of a single pole. The
 * synapses' own noise is the system's.
 */
export function currentError(design: OpampDesign, amplifier: Amplifier, operating: OperatingPoint): CurrentError {
  const { feedbackConductance_S } = design;
  const { columnConductance_S, temperature_K } = operating;
  const { pair, mirror } = amplifier.transistors;
  const share = 1 / (1 + amplifier.inputResistance_ohm * columnConductance_S);
  const errorSlope_S = (columnConductance_S + feedbackConductance_S) * share;
  const inverter_A = feedbackConductance_S * design.inverterThresholdSpread_V;
  const column_S = columnConductance_S * share;

  const energy_J = boltzmann_J_K * temperature_K;
  const mirrorShare = 1 + mirror.transconductance_S / pair.transconductance_S;
  const amplifier_V2 =
    (2 * energy_J * pair.slopeFactor * GAMMA * mirrorShare * amplifier.crossover_rad_s) / pair.transconductance_S;
  const resistor_A = Math.sqrt(energy_J * feedbackConductance_S * amplifier.crossover_rad_s) * share;
  return {
    offset_A: Math.hypot(errorSlope_S * amplifier.offsetSpread_V, inverter_A),
    offsetBeyondColumn_A: Math.hypot(
      amplifier.offsetSpread_V * Math.sqrt(errorSlope_S ** 2 - column_S ** 2),
      inverter_A,
    ),
    noise_A: Math.hypot(errorSlope_S * Math.sqrt(amplifier_V2), resistor_A),
  };
}
