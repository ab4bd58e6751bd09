/** Largest conductance of the measurements; the polynomials are in G over this. */
export const FULL_SCALE_S = 40e-6;

/**
 * Spread of the conductance around the target at an age after programming, in uS: sum of c_k (G / 40 uS)^k. Fits of the IBM
 * Analog Hardware Acceleration Kit to the published figures of Wan et al., Nature 608, 504 (2022).
 */
const MEASURED = [
  { age_s: 1, coefficients_uS: [0.348, 16.03, -43.853, 45.393, -16.815] },
  { age_s: 86_400, coefficients_uS: [0.701, 22.086, -50.773, 47.095, -16.458] },
  { age_s: 172_800, coefficients_uS: [0.782, 20.274, -43.507, 37.062, -11.934] },
] as const;

/** The first measurement, 1 s after programming, is what programming itself leaves. */
const FIRST = MEASURED[0];

function polynomial_S(coefficients_uS: readonly number[], conductance_S: number): number {
  // The fits turn down beyond the largest conductance measured.
  const share = Math.min(Math.max(conductance_S / FULL_SCALE_S, 0), 1);
  return 1e-6 * coefficients_uS.reduceRight((sum, coefficient) => sum * share + coefficient, 0);
}

/** Standard deviation of programming with verify, with what the device relaxes in its first second. */
export function programmingSpread_S(target_S: number): number {
  return polynomial_S(FIRST.coefficients_uS, target_S);
}

/** Standard deviation around the target at an age: linear in the logarithm of the age between the measurements, held outside. */
export function spreadAtAge_S(target_S: number, age_s: number): number {
  if (age_s <= FIRST.age_s) return programmingSpread_S(target_S);
  const later = MEASURED.findIndex((measured) => measured.age_s >= age_s);
  if (later < 0) return polynomial_S(MEASURED.at(-1)!.coefficients_uS, target_S);
  const [before, after] = [MEASURED[later - 1]!, MEASURED[later]!];
  const share = Math.log(age_s / before.age_s) / Math.log(after.age_s / before.age_s);
  return (
    (1 - share) * polynomial_S(before.coefficients_uS, target_S) + share * polynomial_S(after.coefficients_uS, target_S)
  );
}

/** What ageing adds to the spread of programming, independent of it: the root of the difference of their squares. */
export function relaxationSpread_S(target_S: number, age_s: number): number {
  return Math.sqrt(Math.max(0, spreadAtAge_S(target_S, age_s) ** 2 - programmingSpread_S(target_S) ** 2));
}
