import { boltzmann_J_K, kramersRate_Hz, normalCdf, normalPdf } from "@neurofront/physics";
import type { DomainWall, DomainWallPinning } from "@neurofront/physics";

/** Thermal motion of a wall within its well, sqrt(kT / kappa) with kappa = 2 pi^2 V0 / p^2. */
export function thermalPosition_m({ barrier_J, period_m }: DomainWallPinning, temperature_K: number): number {
  const stiffness_N_m = (2 * Math.PI ** 2 * barrier_J) / period_m ** 2;
  return Math.sqrt((boltzmann_J_K * temperature_K) / stiffness_N_m);
}

/** Diffusivity of a wall that hops from well to well, to either side at Kramers' rate k: k p^2. */
export function hoppingDiffusivity_m2_s(wall: DomainWall, pinning: DomainWallPinning, temperature_K: number): number {
  return kramersRate_Hz(wall, pinning, temperature_K) * pinning.period_m ** 2;
}

/** Mean and standard deviation of a position between 0 and 1. */
interface PositionMoments {
  readonly mean: number;
  readonly spread: number;
}

/** Beyond this spread the position is uniform to 1e-8: exp(-pi^2 s^2 / 2). */
const UNIFORM = 2;

/**
 * Where a walk that began at `start` in [0, 1] and would have the standard deviation `spread` without ends is between ends that
 * reflect it: moments of a normal position folded back into [0, 1], by the parts of the normal distribution between whole
 * numbers.
 */
export function reflectedPosition(start: number, spread: number): PositionMoments {
  if (spread === 0) return { mean: start, spread: 0 };
  if (spread > UNIFORM) return { mean: 0.5, spread: Math.sqrt(1 / 12) };
  const reach = Math.ceil(8 * spread) + 1;
  let first = 0;
  let second = 0;
  for (let k = -reach; k < 1 + reach; k++) {
    // Within [k, k + 1] the folded position is y - k for even k and k + 1 - y for odd k, that is sign * (y - origin).
    const [sign, origin] = k % 2 === 0 ? [1, k] : [-1, k + 1];
    const [low, high] = [(k - start) / spread, (k + 1 - start) / spread];
    const probability = normalCdf(high) - normalCdf(low);
    const slope = normalPdf(low) - normalPdf(high);
    const curvature = probability + low * normalPdf(low) - high * normalPdf(high);
    const offset = start - origin;
    first += sign * (offset * probability + spread * slope);
    second += offset ** 2 * probability + 2 * offset * spread * slope + spread ** 2 * curvature;
  }
  return { mean: first, spread: Math.sqrt(Math.max(0, second - first ** 2)) };
}
