import { boltzmann_J_K, elementaryCharge_C } from "./constants.ts";
import type { MosTransistor } from "./mos-ekv.ts";

/** n- or p-channel. */
export type MosPolarity = "n" | "p";

/** Temperature at which the EKV parameters are given: 27 degrees Celsius. */
export const nominalTemperature_K = 300.15;

/** Mobility of the low-field carriers over temperature: ute of the predictive 45 nm card. */
const MOBILITY_EXPONENT = -1.5;

interface Drift {
  /** Change of the threshold in the EKV model. */
  readonly threshold_V_K: number;
  /** Change of the velocity saturation. */
  readonly velocitySaturation_K: number;
}

/**
 * Fit to ngspice runs of the predictive 45 nm high-performance card at 0, 27, 60, 85 and 125 degrees Celsius, lengths of 90 nm
 * to 360 nm, inversion coefficients of 0.05 to 8, with slope factor and low-field law held. gm/I_D is met within 6 % and VGS
 * within 14 mV, rms over the range. The card's own threshold falls by 0.37 mV/K (kt1); its mobility falls so much faster than
 * the low-field law at the field of the gate (ua1, ub1) that VGS at a given current rises, and this is what the model's
 * threshold has to do.
 */
const DRIFT: Readonly<Record<MosPolarity, Drift>> = {
  n: { threshold_V_K: 0.32e-3, velocitySaturation_K: 10.0e-3 },
  p: { threshold_V_K: 0.27e-3, velocitySaturation_K: 7.4e-3 },
};

/** Temperatures of those runs. */
export const simulatedTemperature_K = { low: 273.15, high: 398.15 } as const;

/**
 * A transistor given at 27 degrees Celsius, at another temperature: UT as T; I0 as mobility times UT^2 with the low-field mobility
 * as T^-1.5; velocity saturation and threshold linear in T, the first one with zero as its lower end (from about -40 degrees
 * Celsius, where the simulated mobility no longer follows the model: gm/I_D is then up to 20 % too small).
 *
 * @throws RangeError if the temperature is not positive
 */
export function atTemperature(nominal: MosTransistor, polarity: MosPolarity, temperature_K: number): MosTransistor {
  if (!(temperature_K > 0 && temperature_K < Infinity))
    throw new RangeError(`atTemperature: expected a positive temperature, got ${temperature_K} K`);
  const rise_K = temperature_K - nominalTemperature_K;
  const drift = DRIFT[polarity];
  return {
    ...nominal,
    specificCurrent_A: nominal.specificCurrent_A * (temperature_K / nominalTemperature_K) ** (MOBILITY_EXPONENT + 2),
    velocitySaturation: Math.max(0, nominal.velocitySaturation + drift.velocitySaturation_K * rise_K),
    thresholdVoltage_V: nominal.thresholdVoltage_V + drift.threshold_V_K * rise_K,
    thermalVoltage_V: (boltzmann_J_K * temperature_K) / elementaryCharge_C,
  };
}
