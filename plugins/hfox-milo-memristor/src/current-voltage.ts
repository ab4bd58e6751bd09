/** Conductances, at zero bias, between which programming was measured and the law is defined. */
export const FITTED_CONDUCTANCE_S = { low: 50e-6, high: 225e-6 } as const;

/** Largest magnitude of the voltage for which the law was fitted. */
export const FITTED_VOLTAGE_V = 0.5;

/**
 * Current over G V of a HfO2 device at a voltage >= 0: 1 + (N2 V + N3 V^2) / G, with l = log10(G in siemens) and
 *
 * N2 = 1.388e-4 l^3 + 1.541e-3 l^2 + 5.711e-3 l + 7.063e-3
 * N3 = 8.871e-5 l^2 + 6.7919e-4 l + 1.2968e-3
 *
 * as CrossSim (Sandia National Laboratories) fitted it to figure 1 of Milo et al., IRPS 2021: four measured states between 62.5 and
 * 110 uS, and a fifth point that sets N2 = N3 = 0 at 225 uS by assumption, because the curves straighten with conductance.
 * Outside 50 to 225 uS the ratio is that of the nearest end, so that a device without conductance carries no current.
 */
export function nonlinearity(conductance_S: number, voltage_V: number): number {
  const fitted_S = Math.min(Math.max(conductance_S, FITTED_CONDUCTANCE_S.low), FITTED_CONDUCTANCE_S.high);
  const l = Math.log10(fitted_S);
  const quadratic_A_V2 = 1.388e-4 * l ** 3 + 1.541e-3 * l ** 2 + 5.711e-3 * l + 7.063e-3;
  const cubic_A_V3 = 8.871e-5 * l ** 2 + 6.7919e-4 * l + 1.2968e-3;
  return 1 + (quadratic_A_V2 * voltage_V + cubic_A_V3 * voltage_V ** 2) / fitted_S;
}

/**
 * Current at a voltage of either sign. The fit is not odd: its quadratic term makes the device conduct more under negative
 * voltage. A synapse model is odd by contract, since which end of the device the row drives is not part of it; the positive
 * branch serves both signs, I(-V) = -I(V).
 */
export function deviceCurrent_A(conductance_S: number, voltage_V: number): number {
  return conductance_S * voltage_V * nonlinearity(conductance_S, Math.abs(voltage_V));
}
