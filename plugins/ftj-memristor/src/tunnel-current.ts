/**
 * Current over G V of a tunnel barrier, (V0 / V) sinh(V / V0) = 1 + (V / V0)^2 / 6 + ...: 1.00027 at 10 mV, 1.027 at 0.1 V,
 * 1.813 at 0.5 V for V0 = 0.25 V. It is the same for every conductance, so that the law is separable.
 */
export function tunnelNonlinearity(voltage_V: number, scale_V: number): number {
  const x = voltage_V / scale_V;
  return x === 0 ? 1 : Math.sinh(x) / x;
}
