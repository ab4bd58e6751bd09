import { normalCdf } from "@neurofront/physics";

/**
 * Below this reduced time only the nearer end is felt, and the half-line form holds; above it the series needs few terms.
 * At the border the two agree within 1e-12.
 */
const shortTime = 0.008;

/** A diffusing wall in units of the free domain: dp/dT = -Pe dp/dx + d2p/dx2 between reflecting ends at x = 0 and x = 1. */
export interface DriftDiffusion {
  /** Pe = v L / D: work of the drive over the free domain, in kT; negative when it pushes towards x = 0. */
  readonly peclet: number;
  /** T = D t / L^2, >= 0. */
  readonly reducedTime: number;
  /** Where the wall starts, in [0, 1]. */
  readonly start: number;
}

/**
 * Chance that the wall is at x < 1/2. Exact: by separation of variables, the stationary part 1 / (1 + exp(Pe / 2)) (the
 * floor of an endless write) and a sum of decaying modes (Carslaw and Jaeger, "Conduction of Heat in Solids", 2nd ed., 1959);
 * for short times the drifted image form of a half-line (Harrison, "Brownian Motion and Stochastic Flow Systems", 1985).
 *
 * @returns in [0, 1]; falls with `peclet`, with `start`, and from `start` = 0 with `reducedTime`
 */
export function nearHalfProbability(process: DriftDiffusion): number {
  const { peclet, reducedTime, start } = process;
  if (reducedTime > shortTime) return clamped(1 / (1 + Math.exp(peclet / 2)) + modes(process));
  if (reducedTime === 0) return start < 0.5 ? 1 : 0;
  if (start <= 0.5) {
    const { lead, image } = halfLine(peclet, reducedTime, start);
    return clamped(normalCdf(lead) - image);
  }
  // The same, seen from the other end.
  const { lead, image } = halfLine(-peclet, reducedTime, 1 - start);
  return clamped(normalCdf(-lead) + image);
}

const clamped = (chance: number): number => Math.min(1, Math.max(0, chance));

/** The decaying modes have odd numbers n; exp(-n^2 x) follows from the one before by exp(-8 x), raised once more each time. */
function modes({ peclet, reducedTime, start }: DriftDiffusion): number {
  const half = peclet / 2;
  const slowest = Math.PI ** 2 * reducedTime;
  const perMode = Math.exp(-8 * slowest);
  let ratio = perMode;
  let decay = 2 * Math.exp(half / 2 - half * start - half ** 2 * reducedTime - slowest);
  let sum = 0;
  for (let n = 1; ; n += 2) {
    const wavenumber = n * Math.PI;
    const shape =
      start === 0 ? wavenumber : wavenumber * Math.cos(wavenumber * start) + half * Math.sin(wavenumber * start);
    const term = (shape * decay) / (wavenumber ** 2 + half ** 2);
    sum += n % 4 === 1 ? term : -term;
    if (n ** 2 * slowest > 40) return sum;
    decay *= ratio;
    ratio *= perMode;
  }
}

/**
 * On the half-line x >= 0 the chance of x < 1/2 is Phi(lead) - exp(Pe / 2) Phi(-z), with lead = (1/2 - start - Pe T) / s,
 * z = (1/2 + start + Pe T) / s, s = sqrt(2 T). `image` is the second term.
 */
function halfLine(peclet: number, reducedTime: number, start: number): { lead: number; image: number } {
  const spread = Math.sqrt(2 * reducedTime);
  const lead = (0.5 - start - peclet * reducedTime) / spread;
  const z = (0.5 + start + peclet * reducedTime) / spread;
  if (z < 25) return { lead, image: Math.exp(peclet / 2) * normalCdf(-z) };
  // Both factors leave the range of numbers: Phi(-z) = exp(-z^2/2) / (z sqrt(2 pi)) (1 - 1/z^2 + 3/z^4 - ...), and
  // Pe / 2 - z^2 / 2 = -lead^2 / 2 - start / (2 T).
  const exponent = -(lead ** 2) / 2 - start / (2 * reducedTime);
  const inverseSquare = 1 / z ** 2;
  const series = 1 - inverseSquare + 3 * inverseSquare ** 2;
  return { lead, image: (Math.exp(exponent) * series) / (z * Math.sqrt(2 * Math.PI)) };
}
