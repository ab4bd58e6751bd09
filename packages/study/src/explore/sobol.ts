import type { Estimate, RandomStream } from "@neurofront/core";

/** Bootstrap samples behind an interval. */
const RESAMPLES = 400;
const TAIL = 0.025;

/** Values of a function on one row of a Saltelli design: at A, at B, and at A with one coordinate from B each. */
export interface SobolRow {
  readonly a: number;
  readonly b: number;
  readonly mixed: readonly number[];
}

/** First-order and total index of a coordinate. */
export interface IndexPair {
  readonly first: Estimate;
  readonly total: Estimate;
}

/**
 * Two samples of the unit cube, each spread evenly over every coordinate (Latin hypercube), and the points between them:
 * `mixed[k]` is A with coordinate k from B.
 */
export function saltelliPoints(
  rows: number,
  dimensions: number,
  random: RandomStream,
): { readonly a: readonly number[]; readonly b: readonly number[]; readonly mixed: readonly (readonly number[])[] }[] {
  const columns = Array.from({ length: 2 * dimensions }, () => stratified(rows, random));
  return Array.from({ length: rows }, (_, row) => {
    const all = columns.map((column) => column[row]!);
    const [a, b] = [all.slice(0, dimensions), all.slice(dimensions)];
    return { a, b, mixed: a.map((_value, k) => a.with(k, b[k]!)) };
  });
}

/**
 * Sobol indices from a Saltelli design: first order after Saltelli et al., Comput. Phys. Commun. 181, 259 (2010), table 2 (b);
 * total after Jansen, Comput. Phys. Commun. 117, 35 (1999). The intervals are percentiles of a bootstrap over the rows.
 *
 * @param rows at least 2
 * @returns undefined where the function does not vary
 */
export function sobolIndices(rows: readonly SobolRow[], random: RandomStream): IndexPair[] | undefined {
  const values = indexValues(rows);
  if (values === undefined) return undefined;
  const resampled = Array.from({ length: RESAMPLES }, () =>
    indexValues(rows.map(() => rows[random.integer(rows.length)]!)),
  ).filter((found) => found !== undefined);
  const estimate = (value: number, samples: readonly number[]): Estimate => {
    const sorted = samples.toSorted((x, y) => x - y);
    const at = (share: number): number => sorted[Math.round(share * (sorted.length - 1))] ?? value;
    return { value, low: at(TAIL), high: at(1 - TAIL) };
  };
  return values.map(({ first, total }, k) => ({
    first: estimate(
      first,
      resampled.map((found) => found[k]!.first),
    ),
    total: estimate(
      total,
      resampled.map((found) => found[k]!.total),
    ),
  }));
}

/** Variance of the function over both samples. */
export function sobolVariance(rows: readonly SobolRow[]): number {
  const all = rows.flatMap(({ a, b }) => [a, b]);
  const mean = meanOf(all);
  return meanOf(all.map((value) => (value - mean) ** 2));
}

function indexValues(rows: readonly SobolRow[]): { readonly first: number; readonly total: number }[] | undefined {
  const variance = sobolVariance(rows);
  if (!(variance > 0)) return undefined;
  // The products lose fewer digits around the mean.
  const mean = meanOf(rows.flatMap(({ a, b }) => [a, b]));
  return rows[0]!.mixed.map((_, k) => ({
    first: meanOf(rows.map(({ a, b, mixed }) => (b - mean) * (mixed[k]! - a))) / variance,
    total: meanOf(rows.map(({ a, mixed }) => (a - mixed[k]!) ** 2)) / (2 * variance),
  }));
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** One value in each of `count` equal parts of [0, 1), in random order. */
function stratified(count: number, random: RandomStream): number[] {
  const values = Array.from({ length: count }, (_, k) => (k + random.uniform()) / count);
  for (let k = count - 1; k > 0; k--) {
    const other = random.integer(k + 1);
    [values[k], values[other]] = [values[other]!, values[k]!];
  }
  return values;
}
