import { randomAt } from "@neurofront/core";
import type { Design, Parameters, SearchProblem } from "@neurofront/core";
import { initialDesigns } from "./initial-designs.ts";
import { latinHypercube } from "./latin-hypercube.ts";

/** Parameters of every search that learns a model from a first set of designs. */
export const modelSearchParameters = {
  initial: {
    kind: "integer",
    meaning:
      "designs of the Latin hypercube before the first model; 0 takes twice the dimensions plus two, at least 10",
    source: { kind: "assumed", note: "enough to see every dimension twice" },
    low: 0,
    high: 10_000,
    default: 0,
  },
  pendingProposals: {
    kind: "integer",
    meaning: "proposals that may wait for their scores at the same time; more keep more workers busy and know less",
    source: { kind: "assumed", note: "1: each proposal knows every score before it" },
    low: 1,
    high: 64,
    default: 1,
  },
} as const satisfies Parameters;

/** Designs that a model needs first: as many as were asked for, or as suit the dimensions. */
export function firstDesignCount(
  { initial }: Design<typeof modelSearchParameters>,
  { dimensions }: SearchProblem,
): number {
  return initial === 0 ? initialDesigns(dimensions.length) : initial;
}

/**
 * The first designs of a search by a model: a Latin hypercube of what those evaluated before leave missing.
 *
 * @param name of the search, the address of its random numbers
 */
export function firstDesigns(
  name: string,
  settings: Design<typeof modelSearchParameters>,
  problem: SearchProblem,
): readonly Float64Array[] {
  const { dimensions, seed, evaluatedBefore = [] } = problem;
  const missing = Math.max(firstDesignCount(settings, problem) - evaluatedBefore.length, 0);
  return latinHypercube(dimensions, missing, (k) => randomAt(seed, name, "first", k));
}
