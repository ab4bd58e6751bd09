/** How values of a quantity become numbers about zero with a spread of about one, and back. */
export interface OutputScale {
  /** Whether the logarithm is modelled. */
  readonly isLogarithmic: boolean;
  readonly toModel: (value: number) => number;
  /** Standard error of the number that stands for a value. */
  readonly errorToModel: (value: number, standardError: number) => number;
}

/** From the tenth to the ninetieth percentile a quantity must grow by this factor to be modelled by its logarithm: two decades. */
const DECADES = 100;
/** Values above the upper quartile by this many interquartile ranges are held there: outliers would hide all else. */
const FENCE = 5;

/**
 * The scale for a quantity to be minimised, by a sample of it: logarithmic for positive values over decades, with mean 0 and
 * standard deviation 1.
 *
 * @param decidedBy how many of the first values decide between linear and logarithmic, so that values that an optimizer drives
 *   towards zero do not
 */
export function outputScale(values: readonly number[], decidedBy: number): OutputScale {
  const first = values.slice(0, Math.max(decidedBy, 2)).toSorted((a, b) => a - b);
  const isLogarithmic = values.every((value) => value > 0) && quantile(first, 0.9) > DECADES * quantile(first, 0.1);
  const raw = (value: number): number => (isLogarithmic ? Math.log(value) : value);
  const sorted = values.map(raw).toSorted((a, b) => a - b);
  const lower = quantile(sorted, 0.25);
  const upper = quantile(sorted, 0.75);
  const fence = upper > lower ? upper + FENCE * (upper - lower) : sorted.at(-1)!;
  const held = sorted.map((value) => Math.min(value, fence));
  const largest = held.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  // Divided first: the squares of the largest doubles have no value.
  const unit = largest > 0 ? largest : 1;
  const mean = held.reduce((sum, value) => sum + value / unit / held.length, 0);
  const variance = held.reduce((sum, value) => sum + (value / unit - mean) ** 2 / held.length, 0);
  const deviation = variance > 1e-24 ? Math.sqrt(variance) : 1;
  return {
    isLogarithmic,
    toModel: (value) => (Math.min(raw(value), fence) / unit - mean) / deviation,
    errorToModel: (value, standardError) => (isLogarithmic ? standardError / value : standardError) / unit / deviation,
  };
}

/** @param sorted ascending, at least one */
function quantile(sorted: readonly number[], share: number): number {
  const place = share * (sorted.length - 1);
  const below = Math.floor(place);
  const above = Math.min(below + 1, sorted.length - 1);
  return sorted[below]! * (below + 1 - place) + sorted[above]! * (place - below);
}
