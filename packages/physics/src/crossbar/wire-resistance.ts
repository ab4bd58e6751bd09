/** A damascene copper line. */
export interface CopperLine {
  readonly width_m: number;
  /** Height over width. */
  readonly aspectRatio: number;
  /** Thickness of the resistive barrier on the bottom and both side walls. */
  readonly barrier_m: number;
}

const bulkCopper_ohm_m = 17.2e-9;
const electronMeanFreePath_m = 39e-9;
/** Share of diffuse reflections at a surface is 1 - p; p = 0 is a rough surface. */
const surfaceSpecularity = 0;
/** Reflection coefficient of a grain boundary; grains are as large as the line is wide. */
const grainReflection = 0.1055;

/**
 * Resistivity of narrow copper at 300 K: bulk with grain-boundary scattering (Mayadas, Shatzkes, Phys. Rev. B 1, 1382 (1970))
 * plus surface scattering (Fuchs, Proc. Camb. Phil. Soc. 34, 100 (1938); Sondheimer, Adv. Phys. 1, 1 (1952)):
 *
 * rho = rho0 { (1/3) / (1/3 - a/2 + a^2 - a^3 ln(1 + 1/a)) + (3/8) lambda (1 - p) (1/w + 1/h) },  a = (lambda/w) R/(1 - R)
 *
 * with rho0 = 17.2 nohm m, lambda = 39 nm, p = 0, R = 0.1055, which meets the wire table of NeuroSim (Chen, Peng, Yu, IEEE
 * TCAD 37, 3067 (2018)) to 0.3 % for widths of 20 to 105 nm.
 */
export function copperResistivity_ohm_m(width_m: number, aspectRatio: number): number {
  const height_m = aspectRatio * width_m;
  const a = ((electronMeanFreePath_m / width_m) * grainReflection) / (1 - grainReflection);
  const grains = 1 / 3 / (1 / 3 - a / 2 + a ** 2 - a ** 3 * Math.log1p(1 / a));
  const surfaces = (3 / 8) * electronMeanFreePath_m * (1 - surfaceSpecularity) * (1 / width_m + 1 / height_m);
  return bulkCopper_ohm_m * (grains + surfaces);
}

/** Share of the cross-section that is copper, to first order in the barrier: 1 - t (2h + w)/(h w). Not positive when it is all barrier. */
export function copperShare(line: CopperLine): number {
  const { width_m, aspectRatio, barrier_m } = line;
  return 1 - (barrier_m * (2 * aspectRatio + 1)) / (aspectRatio * width_m);
}

/** Resistance per length at 300 K, for a line that has a {@link copperShare} above zero. */
export function lineResistance_ohm_m(line: CopperLine): number {
  const area_m2 = line.aspectRatio * line.width_m ** 2;
  return copperResistivity_ohm_m(line.width_m, line.aspectRatio) / (area_m2 * copperShare(line));
}

/** Resistance at a temperature over that at 300 K; the linear law is good for copper from about 100 K to 450 K, and negative far below. */
export function temperatureFactor(temperature_K: number, temperatureCoefficient_K: number): number {
  return 1 + temperatureCoefficient_K * (temperature_K - 300);
}
