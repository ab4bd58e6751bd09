import type { Score } from "@neurofront/core";

/** Share of the possible designs of the first generation that is tolerated at first. */
const TOLERATED = 0.2;
/** Tolerance ends this share of the budget after the first generation, but no later than after so many evaluations. */
const DURATION = 0.3;
const LONGEST = 5000;
const EXPONENT = 2;

/**
 * The violation up to which designs count as feasible while a search goes on: as large as a fifth of the first designs show, and
 * falling to zero (the epsilon level of Takahama and Sakai, IEEE CEC, 308 (2006)). Where feasible designs are rare, those
 * found first would otherwise take over at once, in whatever basin they lie; so the objectives choose the basin before the
 * constraints must be met.
 */
export class ToleratedViolation {
  readonly #first: number;
  readonly #start: number;
  readonly #duration: number;

  /** @param first scores of the first generation */
  constructor(first: readonly Score[], evaluations: number) {
    const violations = first.filter(({ status }) => status === "ok").map(({ violation }) => violation);
    this.#first = violations.toSorted((a, b) => a - b)[Math.floor(TOLERATED * violations.length)] ?? 0;
    this.#start = first.length;
    this.#duration = Math.min(DURATION * evaluations, LONGEST);
  }

  after(evaluations: number): number {
    const left = 1 - (evaluations - this.#start) / this.#duration;
    return left > 0 ? this.#first * left ** EXPONENT : 0;
  }
}
