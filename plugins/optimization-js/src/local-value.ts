import type { Score } from "@neurofront/core";

/**
 * Scores as numbers that a method for smooth functions can subtract: an objective in units of the spread of the first ones. The
 * library's steps and tolerances are absolute, so values of 1e-15 would be at rest for it at once. A design that is not feasible
 * counts as worse than the worst feasible one told before, by its violation; this is no smooth function, and the method may well
 * stop at the edge.
 */
export class LocalValues {
  #spread = 1;
  #worst = -Infinity;

  /** Take the unit from the first scores of a run. */
  begin(scores: readonly Score[]): void {
    const values = scores.filter(isFeasible).map(({ objectives }) => objectives[0]!);
    const sorted = values.toSorted((a, b) => a - b);
    const quartile = (share: number): number => sorted[Math.floor(share * (sorted.length - 1))] ?? 0;
    const spread = quartile(0.75) - quartile(0.25);
    this.#spread = spread > 0 ? spread : Math.abs(quartile(0.5)) || 1;
    this.#worst = sorted.at(-1) ?? 0;
  }

  valueOf(score: Score): number {
    const [objective] = score.objectives;
    if (isFeasible(score)) {
      this.#worst = Math.max(this.#worst, objective!);
      return objective! / this.#spread;
    }
    return this.#worst / this.#spread + score.violation + (score.status === "impossible" ? 1 : 0);
  }
}

function isFeasible({ status, violation }: Score): boolean {
  return status === "ok" && violation === 0;
}
