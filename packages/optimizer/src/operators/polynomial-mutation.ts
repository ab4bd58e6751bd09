import type { RandomStream } from "@neurofront/core";

/**
 * Polynomial mutation on [0, 1] (Deb and Goyal, Computer Science and Informatics 26 (4), 30 (1996)): a step of either sign
 * with a density that falls as a polynomial and ends at the bounds.
 *
 * @param index distribution index >= 0: the larger, the smaller the steps
 */
export function polynomialMutation(value: number, index: number, random: RandomStream): number {
  const power = index + 1;
  const chance = random.uniform();
  const step =
    chance < 0.5
      ? (2 * chance + (1 - 2 * chance) * (1 - value) ** power) ** (1 / power) - 1
      : 1 - (2 * (1 - chance) + (2 * chance - 1) * value ** power) ** (1 / power);
  return Math.min(Math.max(value + step, 0), 1);
}
