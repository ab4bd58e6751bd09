import type { RandomStream } from "@neurofront/core";

/** Which population a run gets after another. */
export const RESTARTS = ["bipop", "ipop", "same"] as const;

/** Population and deviation of a run. */
export interface RunSize {
  readonly population: number;
  /** Factor on the deviation of the first run. */
  readonly deviationFactor: number;
}

/** The size of each run, told how many evaluations the one before took. */
export type RunSizes = Generator<RunSize, never, number>;

/**
 * - `ipop`: every run doubles the population (Auger and Hansen, CEC 2005, 1769).
 * - `bipop`: such runs alternate with runs of small populations and small steps, so that both kinds have spent equally much
 *   (Hansen, GECCO 2009 companion, 2389).
 * - `same`: all runs are alike.
 */
export function* runSizes(
  restarts: (typeof RESTARTS)[number],
  population: number,
  largestPopulation: number,
  random: RandomStream,
): RunSizes {
  let large = population;
  let spentOnLarge = 0;
  let spentOnSmall = 0;
  yield { population, deviationFactor: 1 };
  for (;;) {
    if (restarts === "same") {
      yield { population, deviationFactor: 1 };
      continue;
    }
    if (restarts === "bipop" && large > population && spentOnSmall < spentOnLarge) {
      const share = random.uniform();
      const small = Math.floor(population * (large / 2 / population) ** (share * share));
      spentOnSmall += yield { population: small, deviationFactor: 10 ** (-2 * random.uniform()) };
      continue;
    }
    large = Math.min(2 * large, largestPopulation);
    spentOnLarge += yield { population: large, deviationFactor: 1 };
  }
}
