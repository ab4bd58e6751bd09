/**
 * Diffusive spin transport from the injector through a normal-metal channel to the output magnet.
 *
 * Valet, Fert, Phys. Rev. B 48, 7099 (1993); Takahashi, Maekawa, Phys. Rev. B 67, 052409 (2003). Spin currents are
 * I_up - I_down in amperes. The channel is longer than its spin-diffusion length on both sides; other channels are in spin-channel.ts.
 */

/** Spin resistance of the channel: resistivity times spin-diffusion length over cross-section. */
export function channelSpinResistance_ohm(
  resistivity_ohm_m: number,
  spinDiffusionLength_m: number,
  crossSection_m2: number,
): number {
  return (resistivity_ohm_m * spinDiffusionLength_m) / crossSection_m2;
}

/** Conductance with which a magnet absorbs spin along its magnetisation: (1 - p^2) A / (rho lambda). */
export function longitudinalSpinConductance_S(
  resistivity_ohm_m: number,
  spinDiffusionLength_m: number,
  polarisation: number,
  contactArea_m2: number,
): number {
  return ((1 - polarisation ** 2) * contactArea_m2) / (resistivity_ohm_m * spinDiffusionLength_m);
}

/**
 * Conductance with which a magnet absorbs spin across its magnetisation: 2 Re(G_mixing) A, the real part of the
 * spin-mixing conductance per area (Brataas, Bauer, Kelly, Phys. Rep. 427, 157 (2006)).
 */
export function transverseSpinConductance_S(mixingConductance_S_m2: number, contactArea_m2: number): number {
  return 2 * mixingConductance_S_m2 * contactArea_m2;
}

/** A fixed magnet on the channel: how much it polarises a charge current, and with what conductance it takes spin back. */
export interface SpinInjector {
  readonly polarisation: number;
  readonly conductance_S: number;
}

/**
 * A magnet behind a tunnel barrier. The two are spin resistances in series, R_F / (1 - p^2) and R_J / (1 - P_J^2), and polarise in
 * proportion: p (R_F / (1 - p^2)) + P_J (R_J / (1 - P_J^2)) over their sum (Takahashi, Maekawa 2003). A barrier of 0 ohm
 * leaves the magnet alone.
 *
 * @param barrier_ohm charge resistance of the barrier over the contact, >= 0
 * @param barrierPolarisation of its conductance, in (0, 1)
 */
export function throughBarrier(magnet: SpinInjector, barrier_ohm: number, barrierPolarisation: number): SpinInjector {
  if (barrier_ohm === 0) return magnet;
  const magnet_ohm = 1 / magnet.conductance_S;
  const tunnel_ohm = barrier_ohm / (1 - barrierPolarisation ** 2);
  return {
    polarisation: (magnet.polarisation * magnet_ohm + barrierPolarisation * tunnel_ohm) / (magnet_ohm + tunnel_ohm),
    conductance_S: 1 / (magnet_ohm + tunnel_ohm),
  };
}

/** One injector and one absorber on an infinite channel. */
export interface NonLocalSpinValve {
  /** Spin polarisation of the injected current, in (0, 1). */
  readonly polarisation: number;
  readonly channelSpinResistance_ohm: number;
  readonly injectorConductance_S: number;
  readonly absorberConductance_S: number;
  /** Distance between the centres of injector and absorber over the spin-diffusion length. */
  readonly reducedDistance: number;
}

/**
 * Spin current absorbed per charge current injected:
 * eta = 2 p r1 exp(-l) / ((1 + 2 r1)(1 + 2 r2) - exp(-2 l)), r = channel over contact spin conductance, l = d / lambda.
 *
 * The limit of a short channel is p / (1 + r2 / r1 + 2 r2): spin flows back into the injector and down the side arms, so a
 * shorter channel gains little.
 */
export function spinTransferEfficiency(valve: NonLocalSpinValve): number {
  const injector = 1 / (valve.channelSpinResistance_ohm * valve.injectorConductance_S);
  const absorber = 1 / (valve.channelSpinResistance_ohm * valve.absorberConductance_S);
  const decay = Math.exp(-valve.reducedDistance);
  return (2 * valve.polarisation * injector * decay) / ((1 + 2 * injector) * (1 + 2 * absorber) - decay * decay);
}

/**
 * Non-local resistance an experiment measures between detector and channel: plus or minus this for parallel and
 * antiparallel magnets. R_s = p eta / g of the detector, which is 2 R_N exp(-l) (p r1)(p r2) / ((1 + 2 r1)(1 + 2 r2) - exp(-2 l)).
 */
export function nonLocalResistance_ohm(detector: {
  readonly polarisation: number;
  readonly efficiency: number;
  readonly conductance_S: number;
}): number {
  return (detector.polarisation * detector.efficiency) / detector.conductance_S;
}
