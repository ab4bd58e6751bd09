import type { RandomStream } from "@neurofront/core";

/**
 * One child of simulated binary crossover on [0, 1]: beside either parent with equal chance, at a distance spread as by a
 * one-point crossover of binary strings (Deb and Agrawal, Complex Systems 9, 115 (1995)), the spread truncated so that the
 * child stays in bounds (the form of Deb's own NSGA-II program).
 *
 * @param index distribution index >= 0: the larger, the nearer to the parents
 */
export function simulatedBinaryCrossover(first: number, second: number, index: number, random: RandomStream): number {
  const gap = Math.abs(second - first);
  if (gap < 1e-14) return first;
  const isLower = random.uniform() < 0.5;
  const room = isLower ? Math.min(first, second) : 1 - Math.max(first, second);
  const power = index + 1;
  // A spread of 1 + 2 room / gap puts the child on the bound; alpha / 2 is the chance of any spread up to it.
  const limit = 1 + (2 * room) / gap;
  // 12 to the power of -16 is below the rounding of 2.
  const alpha = power >= 16 && limit > 12 ? 2 : 2 - limit ** -power;
  const chance = random.uniform() * alpha;
  const spread = (chance <= 1 ? chance : 1 / (2 - chance)) ** (1 / power);
  const child = 0.5 * (first + second + (isLower ? -spread : spread) * gap);
  return Math.min(Math.max(child, 0), 1);
}
