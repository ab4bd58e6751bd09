import type { Score } from "@neurofront/core";

/** Spread of the values of late generations, relative to the spread at the start, below which a run has converged. */
const VALUE_TOLERANCE = 1e-14;

/**
 * Tells when the values of a run no longer get better. Feasible designs are followed by value, others by violation; a run that
 * becomes feasible starts afresh.
 */
export class Stopping {
  readonly #window: number;
  readonly #stagnationWindow: number;
  #kind = "";
  #firstSpread = 0;
  #bests: number[] = [];
  #medians: number[] = [];

  constructor(dimensionCount: number, population: number) {
    this.#window = 10 + Math.ceil((30 * dimensionCount) / population);
    this.#stagnationWindow = Math.ceil(120 + (30 * dimensionCount) / population);
  }

  /**
   * Why the run should end; undefined while it should not.
   *
   * @param ordered scores of a generation, best first
   */
  reason(ordered: readonly Score[], valueOf: (score: Score) => number): string | undefined {
    const best = ordered[0]!;
    const kind = kindOf(best);
    if (kind !== this.#kind) {
      this.#kind = kind;
      this.#bests = [];
      this.#medians = [];
      this.#firstSpread = 0;
    }
    const measure = (score: Score): number => (kind === "feasible" ? valueOf(score) : score.violation);
    const alike = ordered.filter((score) => kindOf(score) === kind);
    const worst = measure(alike.at(-1)!);
    this.#firstSpread = Math.max(this.#firstSpread, this.#bests.length === 0 ? worst - measure(best) : 0);
    this.#bests.push(measure(best));
    this.#medians.push(measure(ordered[Math.min(ordered.length >> 1, alike.length - 1)]!));
    if (this.#bests.length < this.#window) return undefined;
    const recent = this.#bests.slice(-this.#window);
    const spread = Math.max(...recent, worst) - Math.min(...recent);
    if (spread <= VALUE_TOLERANCE * this.#firstSpread || spread === 0) return "values are equal";
    return this.#isStagnant() ? "values stagnate" : undefined;
  }

  /** Hansen's test: the last third of a long history is no better than the first, neither the best nor the median values. */
  #isStagnant(): boolean {
    const length = Math.max(this.#stagnationWindow, Math.ceil(0.2 * this.#bests.length));
    if (this.#bests.length < length) return false;
    return [this.#bests, this.#medians].every((history) => {
      const recent = history.slice(-length);
      const part = Math.floor(0.3 * length);
      return median(recent.slice(-part)) >= median(recent.slice(0, part));
    });
  }
}

function kindOf({ status, violation }: Score): string {
  return status === "impossible" ? "impossible" : violation > 0 ? "infeasible" : "feasible";
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1]!;
}
