/** What the update of one population size in one number of dimensions needs to know. */
export interface LearningRates {
  readonly population: number;
  /** Weights by rank, best first: the better half sums to 1, the others are negative. */
  readonly weights: Float64Array;
  /** How many of the best move the mean. */
  readonly parents: number;
  /** Variance-effective number of parents. */
  readonly effective: number;
  readonly path: number;
  readonly damping: number;
  readonly covariancePath: number;
  readonly rankOne: number;
  readonly rankMany: number;
  /** Expected length of a standard normal vector. */
  readonly expectedLength: number;
}

/** The default settings of Hansen, The CMA evolution strategy: a tutorial, arXiv:1604.00772, table 1, with negative weights. */
export function learningRates(dimensionCount: number, population: number): LearningRates {
  const n = Math.max(dimensionCount, 1);
  const parents = Math.floor(population / 2);
  const raw = Float64Array.from(
    { length: population },
    (_, rank) => Math.log((population + 1) / 2) - Math.log(rank + 1),
  );
  const effective = effectiveCount(raw.subarray(0, parents));
  const effectiveNegative = effectiveCount(raw.subarray(parents));
  const covariancePath = (4 + effective / n) / (n + 4 + (2 * effective) / n);
  const path = (effective + 2) / (n + effective + 5);
  const damping = 1 + 2 * Math.max(0, Math.sqrt((effective - 1) / (n + 1)) - 1) + path;
  const rankOne = 2 / ((n + 1.3) ** 2 + effective);
  const rankMany = Math.min(1 - rankOne, (2 * (0.25 + effective + 1 / effective - 2)) / ((n + 2) ** 2 + effective));
  const positiveSum = sumOf(raw.subarray(0, parents));
  const negativeSum = -sumOf(raw.subarray(parents));
  const negative = Math.min(
    1 + rankOne / rankMany,
    1 + (2 * effectiveNegative) / (effective + 2),
    (1 - rankOne - rankMany) / (n * rankMany),
  );
  return {
    population,
    weights: raw.map((weight, rank) => (rank < parents ? weight / positiveSum : (negative * weight) / negativeSum)),
    parents,
    effective,
    path,
    damping,
    covariancePath,
    rankOne,
    rankMany,
    expectedLength: Math.sqrt(n) * (1 - 1 / (4 * n) + 1 / (21 * n * n)),
  };
}

function sumOf(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0);
}

function effectiveCount(weights: Float64Array): number {
  const squares = weights.reduce((sum, weight) => sum + weight * weight, 0);
  return squares === 0 ? 1 : sumOf(weights) ** 2 / squares;
}
