/**
 * Reversal of a perpendicular magnet by a spin current along its easy axis, without a preset.
 * Sun, Phys. Rev. B 62, 570 (2000); Butler et al., IEEE Trans. Magn. 48, 4684 (2012).
 */

/**
 * Time from a tilt to the equator at temperature 0, exact for a uniaxial magnet: partial fractions of
 * dx/dt = (1 - x^2)(x - i) / tau_D, x = cos(tilt). Infinity for i <= cos(tilt): the tilt then falls back.
 *
 * @param overdrive i, spin current over switching current
 * @param tilt_rad in (0, pi / 2)
 */
export function reversalTime_s(overdrive: number, tilt_rad: number, relaxation_s: number): number {
  const x = Math.cos(tilt_rad);
  if (overdrive <= x) return Infinity;
  // Around i = 1 two terms cancel; there their limit serves.
  const i = Math.abs(overdrive - 1) < 1e-6 ? 1 + 1e-6 : overdrive;
  return (
    relaxation_s *
    (Math.log((i - x) / i) / (i * i - 1) - Math.log(1 - x) / (2 * (i - 1)) + Math.log1p(x) / (2 * (i + 1)))
  );
}

/** The same for large overdrives and small tilts: tau_D ln(pi / (2 tilt)) / (i - 1). */
export function ballisticReversalTime_s(overdrive: number, tilt_rad: number, relaxation_s: number): number {
  return overdrive > 1 ? (relaxation_s * Math.log(Math.PI / (2 * tilt_rad))) / (overdrive - 1) : Infinity;
}

/**
 * Chance that a magnet in equilibrium at a pole has not been reversed after a time:
 * 1 - exp(-(pi^2 (E_b / kT) / 4)(i - 1) / (i exp(2 (t / tau_D)(i - 1)) - 1)). 10 to 20 % below Monte Carlo runs.
 *
 * @param overdrive i; below 1, also negative, the same form tends to 1
 * @param growth t / tau_D, > 0
 * @param stability E_b / kT; Infinity gives 1: without noise a pole is never left
 */
export function writeErrorProbability(overdrive: number, growth: number, stability: number): number {
  const excess = overdrive - 1;
  const denominator = overdrive * Math.expm1(2 * growth * excess) + excess;
  const share = Math.abs(excess) < 1e-9 ? 1 / (1 + 2 * growth) : excess / denominator;
  if (share === 0) return 0;
  return -Math.expm1((-Math.PI * Math.PI * stability * share) / 4);
}
