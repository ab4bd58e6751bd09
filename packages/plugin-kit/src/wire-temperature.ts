import { above, below } from "@neurofront/core";
import type { Violation } from "@neurofront/core";

/** Between these the resistance of copper is linear in the temperature. */
const COLDEST_K = 100;
const HOTTEST_K = 450;

/** Where the linear law would leave less than this of the resistance at 300 K, it says nothing. */
const LEAST_LEFT = 0.1;

/**
 * Below 100 K, or where 1 + coefficient (T - 300 K) is less than a tenth, no resistance is known: residual resistance by surfaces, grains
 * and impurities takes over, which the linear law does not have.
 */
export function wiresTooCold(temperature_K: number, temperatureCoefficient_K: number): Violation | undefined {
  const coldest_K = Math.max(COLDEST_K, 300 - (1 - LEAST_LEFT) / temperatureCoefficient_K);
  return below(
    "impossible",
    "wires-too-cold",
    temperature_K,
    coldest_K,
    `the resistance of the wires is known from ${coldest_K.toFixed(0)} K, the array is at ${temperature_K} K`,
  );
}

/** Above 450 K the resistance grows faster than the law. */
export function wiresTooHot(temperature_K: number): Violation | undefined {
  return above(
    "invalid",
    "wires-too-hot",
    temperature_K,
    HOTTEST_K,
    `the resistance of the wires is linear up to ${HOTTEST_K} K, the array is at ${temperature_K} K`,
  );
}
