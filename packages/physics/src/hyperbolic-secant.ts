/** Hyperbolic secant 1/cosh(x) of any real x; underflows to 0 for large |x|. */
export function sech(x: number): number {
  return 1 / Math.cosh(x);
}
