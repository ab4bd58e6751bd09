import { boltzmann_J_K, elementaryCharge_C } from "./constants.ts";
import { nominalTemperature_K } from "./mos-temperature.ts";
import { cornerThresholdShift_V } from "./process-corner.ts";
import type { ProcessCorner } from "./process-corner.ts";

/**
 * Activation temperature and slope factor of the off-current of minimum-length transistors: fit to ngspice runs of the
 * predictive 45 nm high-performance card at -40, 27, 85 and 125 degrees Celsius (0.16, 1, 3.1, 5.8 times that at 27) and with
 * thresholds higher by 30 mV (0.44 times at 27, 0.51 times at 125).
 */
const ACTIVATION_K = 2100;
const SLOPE_FACTOR = 1.4;

/** Off-current of logic at a temperature and corner over that at 27 degrees Celsius and typical, mean of n and p. */
export function offCurrentRatio(temperature_K: number, corner: ProcessCorner): number {
  const thermal = Math.exp(ACTIVATION_K * (1 / nominalTemperature_K - 1 / temperature_K));
  const slope_V = (SLOPE_FACTOR * boltzmann_J_K * temperature_K) / elementaryCharge_C;
  const ofPolarity = (polarity: "n" | "p"): number => Math.exp(-cornerThresholdShift_V(corner, polarity) / slope_V);
  return (thermal * (ofPolarity("n") + ofPolarity("p"))) / 2;
}
