/** Weight of the other objectives in the search for the extreme point of one. */
const OTHER_WEIGHT = 1e-6;

/**
 * Where the objectives of a population begin and how far they extend: from the best values ever seen to the intercepts of the
 * plane through the extreme points (Deb and Jain, IEEE Trans. Evol. Comput. 18, 577 (2014), section IV.C). Where that plane does
 * not exist or meets an axis outside the population, the largest values of the best front stand in.
 */
export class Normalisation {
  readonly #ideal: number[];
  #extremes: (readonly number[])[] = [];
  #extents: number[];

  constructor(objectiveCount: number) {
    this.#ideal = Array.from({ length: objectiveCount }, () => Infinity);
    this.#extents = Array.from({ length: objectiveCount }, () => 1);
  }

  /** @param front objectives of the feasible non-dominated designs, at least one */
  observe(front: readonly (readonly number[])[]): void {
    for (const objectives of front)
      for (const [k, value] of objectives.entries()) this.#ideal[k] = Math.min(this.#ideal[k]!, value);
    const worst = this.#ideal.map((least, k) => front.reduce((most, point) => Math.max(most, point[k]! - least), 0));
    const candidates = [...this.#extremes, ...front];
    this.#extremes = this.#ideal.map((_, axis) => this.#extremeOf(axis, candidates, worst));
    const intercepts = planeIntercepts(this.#extremes.map((extreme) => extreme.map((v, k) => v - this.#ideal[k]!)));
    this.#extents = worst.map((extent, k) => {
      const intercept = intercepts?.[k] ?? 0;
      const chosen = intercept > 1e-9 * extent && intercept <= extent ? intercept : extent;
      return chosen > 0 ? chosen : 1;
    });
  }

  /** Objectives from the best values on, in units of the extents. */
  normalised(objectives: readonly number[]): number[] {
    return objectives.map((value, k) => (value - this.#ideal[k]!) / this.#extents[k]!);
  }

  /** The candidate with the least largest component, in units of the front, those of other axes magnified. */
  #extremeOf(axis: number, candidates: readonly (readonly number[])[], extents: readonly number[]): readonly number[] {
    let extreme = candidates[0]!;
    let least = Infinity;
    for (const candidate of candidates) {
      let largest = -Infinity;
      for (const [k, value] of candidate.entries())
        largest = Math.max(largest, (value - this.#ideal[k]!) / ((extents[k]! || 1) * (k === axis ? 1 : OTHER_WEIGHT)));
      if (largest < least) {
        least = largest;
        extreme = candidate;
      }
    }
    return extreme;
  }
}

/** Where the plane through as many points as axes meets the axes; undefined when there is no such plane. */
function planeIntercepts(points: readonly (readonly number[])[]): number[] | undefined {
  const size = points.length;
  const rows = points.map((point) => [...point, 1]);
  for (let column = 0; column < size; column++) {
    const pivot = rows
      .slice(column)
      .reduce((best, row, k) => (Math.abs(row[column]!) > Math.abs(rows[best]![column]!) ? column + k : best), column);
    const scale = Math.max(...rows[pivot]!.slice(0, size).map(Math.abs));
    if (!(Math.abs(rows[pivot]![column]!) > 1e-12 * scale)) return undefined;
    [rows[column], rows[pivot]] = [rows[pivot]!, rows[column]!];
    for (const [place, row] of rows.entries()) {
      if (place === column) continue;
      const factor = row[column]! / rows[column]![column]!;
      for (let k = column; k <= size; k++) row[k]! -= factor * rows[column]![k]!;
    }
  }
  return rows.map((row, k) => row[k]! / row[size]!);
}
