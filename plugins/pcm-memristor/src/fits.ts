/** Mean and standard deviation, device to device, of the drift exponent of G ~ t^-nu. */
export interface DriftExponent {
  readonly mean: number;
  readonly spread: number;
}

/**
 * A phase-change device by its measured statistics. The functions take the conductance relative to `fullScale_S`, in (0, 1].
 */
export interface PhaseChangeFit {
  /** Largest conductance that was characterised. */
  readonly fullScale_S: number;
  /** Time of the first read after programming, from which drift counts. */
  readonly firstRead_s: number;
  /** Duration of one read, the upper end of the band of the 1/f noise. */
  readonly read_s: number;
  /** Standard deviation of program and verify. */
  programmingSpread_S(relative: number): number;
  driftExponent(relative: number): DriftExponent;
  /** Strength Q of the 1/f noise. */
  noiseStrength(relative: number): number;
}

const clamp = (value: number, low: number, high: number): number => Math.min(Math.max(value, low), high);

/** c0 + c1 x + c2 x^2 + ... */
const polynomial = (coefficients: readonly number[], x: number): number =>
  coefficients.reduceRight((sum, coefficient) => sum * x + coefficient, 0);

/**
 * One device to a weight half, doped Ge2Sb2Te5 in 90 nm: fits of Nandakumar et al., ICECS 2019, and Joshi et al., Nat. Commun.
 * 11, 2473 (2020), with the constants of the IBM Analog Hardware Acceleration Kit.
 */
const single: PhaseChangeFit = {
  fullScale_S: 25e-6,
  firstRead_s: 20,
  read_s: 250e-9,
  programmingSpread_S: (g) => 1e-6 * polynomial([0.26348, 1.965, -1.1731], g),
  driftExponent: (g) => ({
    mean: clamp(-0.0155 * Math.log(g) + 0.0244, 0.049, 0.1),
    spread: clamp(-0.0125 * Math.log(g) - 0.0059, 0.008, 0.045),
  }),
  noiseStrength: (g) => Math.min(0.2, 0.0088 / g ** 0.65),
};

/**
 * Two devices in parallel to a weight half, on the Hermes chip in 14 nm (Le Gallo et al., Nat. Electron. 6, 680 (2023)): the
 * branches that the IBM Analog Hardware Acceleration Kit fits to it.
 */
const hermes: PhaseChangeFit = {
  fullScale_S: 20.7e-6,
  firstRead_s: 300,
  read_s: 512e-9,
  programmingSpread_S: (g) => 1e-6 * polynomial([0.16603222, 4.71806468, -8.48101252, 4.68961419], g),
  driftExponent: (g) => ({
    mean: g < 0.0945 ? clamp(-0.0387 * Math.log(g) - 0.0182, 0.072, 0.13) : polynomial([0.0736, -0.0126, -0.0436], g),
    spread: g < 0.3055 ? clamp(-0.0117 * Math.log(g) - 0.0057, 0.0091, 0.04) : polynomial([0.0073, 0.0093, -0.0118], g),
  }),
  noiseStrength: (g) =>
    g < 0.16 ? clamp(-0.0117 * Math.log(g) - 0.0069, 0.015, 0.04) : polynomial([0.0123, 0.0211, -0.028, 0.0069], g),
};

/** The fits by the name under which a study chooses one. */
export const FITS = { single, hermes } as const;
