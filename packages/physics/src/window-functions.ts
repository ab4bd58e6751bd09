/** Ways in which a drifting boundary slows down at the ends of the film. */
export type WindowFunction = "none" | "joglekar" | "biolek" | "prodromakis";

/** Shape of a window. */
export interface WindowShape {
  readonly window: WindowFunction;
  /** p > 0: the larger, the flatter between the ends. */
  readonly windowExponent: number;
  /** j of Prodromakis: largest value for large exponents; the others do not use it. */
  readonly windowScale: number;
}

/**
 * Factor on the drift rate at a normalised position in [0, 1], moving up or down.
 *
 * - none: 1
 * - joglekar: 1 - (2x - 1)^2p, zero at both ends (Joglekar, Wolf, Eur. J. Phys. 30, 661 (2009))
 * - biolek: 1 - x^2p moving up, 1 - (x - 1)^2p moving down: zero only at the end ahead (Biolek et al., Radioengineering 18, 210 (2009))
 * - prodromakis: j (1 - ((x - 0.5)^2 + 0.75)^p), zero at both ends (Prodromakis et al., IEEE Trans. Electron Devices 58, 3099 (2011))
 */
export function windowFactor(
  { window, windowExponent: p, windowScale }: WindowShape,
  position: number,
  isRising: boolean,
): number {
  if (window === "none") return 1;
  if (window === "joglekar") return 1 - ((2 * position - 1) ** 2) ** p;
  if (window === "biolek") return 1 - ((isRising ? position : position - 1) ** 2) ** p;
  return windowScale * (1 - ((position - 0.5) ** 2 + 0.75) ** p);
}
