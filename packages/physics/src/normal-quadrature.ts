/** A value of a standard normal variable, and its part in an average. */
export interface NormalNode {
  readonly node: number;
  readonly weight: number;
}

/**
 * Average over a standard normal variable by seven values: exact for polynomials up to degree 13 (Gauss-Hermite quadrature;
 * Abramowitz and Stegun, Handbook of Mathematical Functions (1964), 25.4.46, for the weight of the normal density).
 */
export const NORMAL_NODES: readonly NormalNode[] = [
  { node: -3.7504397177257425, weight: 0.000548268855972218 },
  { node: -2.366759410734541, weight: 0.030757123967586497 },
  { node: -1.1544053947399682, weight: 0.24012317860501274 },
  { node: 0, weight: 0.45714285714285713 },
  { node: 1.1544053947399682, weight: 0.24012317860501274 },
  { node: 2.366759410734541, weight: 0.030757123967586497 },
  { node: 3.7504397177257425, weight: 0.000548268855972218 },
];
