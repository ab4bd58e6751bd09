/**
 * A successive-approximation converter at 45 nm, one step a bit of 1 ns and one more to sample; power as fitted in NeuroSim (Chen,
 * Peng, Yu, IEEE TCAD 37, 3067 (2018), successive-approximation converter of version 2.1).
 */
export interface Conversion {
  readonly energy_J: number;
  readonly duration_s: number;
}

const powerPerBit_W = 2.1843e-6;
const basePower_W = 11.931e-6;
/** Of the column that is read: prefactor, and exponent in the decadic logarithm of its resistance in ohm. */
const columnPower_W = 0.097754;
const columnExponent = 2.296;
const step_s = 1e-9;

/**
 * One conversion.
 *
 * @param columnConductance_S of all synapses of the column, above zero
 */
export function conversion(bits: number, columnConductance_S: number): Conversion {
  const power_W =
    powerPerBit_W * bits + basePower_W + columnPower_W * Math.exp(columnExponent * Math.log10(columnConductance_S));
  const duration_s = (bits + 1) * step_s;
  return { energy_J: power_W * duration_s, duration_s };
}
