import { isDeepStrictEqual } from "node:util";
import type { Dimension, OptimizerModel } from "@neurofront/core";
import { answerShape, neverThrows, sameAgain } from "./answering.ts";
import { tryOptimizer } from "./optimizer-trials.ts";
import type { Compared, Search, TriedOptimizer } from "./optimizer-trials.ts";
import { DECLARATION_RULES } from "./parameters.ts";
import { findingsOf } from "./rule.ts";
import type { Finding, Rule } from "./rule.ts";
import { FINITE_COUNT } from "./search-problems.ts";

function ruleOf(code: string, law: string, problemOf: (search: Search) => string | undefined): Rule<TriedOptimizer> {
  return {
    code,
    law,
    *breaches({ searches }) {
      for (const search of searches) {
        const problem = problemOf(search);
        if (problem !== undefined) yield `${problem} ${search.where}`;
      }
    },
  };
}

/** First proposal in which two searches differ. */
function differenceOf({ first, second }: Compared): number | undefined {
  const count = Math.max(first.proposals.length, second.proposals.length);
  for (let k = 0; k < count; k++) if (!isDeepStrictEqual(first.proposals[k], second.proposals[k])) return k;
  return undefined;
}

/** Fails when two searches that must go alike do not. Of one that broke off, or that never goes alike, other rules tell. */
function alikeRule(
  code: string,
  law: string,
  comparedOf: (tried: TriedOptimizer) => readonly Compared[],
  why: string,
): Rule<TriedOptimizer> {
  return {
    code,
    law,
    *breaches(tried) {
      const isRepeatable = comparedOf(tried) === tried.again || differenceOf(tried.again[0]!) === undefined;
      for (const compared of comparedOf(tried)) {
        const isWhole = compared.first.error === undefined && compared.second.error === undefined;
        const k = differenceOf(compared);
        if (isRepeatable && isWhole && k !== undefined) yield `${why}, from proposal ${k} on, ${compared.second.where}`;
      }
    },
  };
}

const throws = ruleOf(neverThrows.code, neverThrows.law, ({ error }) =>
  error === undefined ? undefined : `it throws "${error}"`,
);

const askCount = ruleOf(
  "ask-count",
  "Asked for n proposals an optimizer gives at most n.",
  ({ askProblem }) => askProblem,
);

const proposesWhenIdle = ruleOf(
  "proposes-when-idle",
  "An optimizer whose proposals are all told has one more: nothing is proposed only while scores are pending.",
  ({ idleIn }) =>
    idleIn === undefined ? undefined : `in round ${idleIn} it proposes nothing, and nothing is pending,`,
);

const proposalIds = ruleOf(
  "proposal-ids",
  "Proposals are numbered 0, 1, 2, ... in the order of asking.",
  ({ proposals }) => {
    const k = proposals.findIndex(({ id }, at) => id !== at);
    return k < 0 ? undefined : `proposal ${k} has the id ${proposals[k]!.id}`;
  },
);

const shape = ruleOf(answerShape.code, answerShape.law, ({ proposals, problem }) => {
  const wrong = proposals.find(
    ({ coordinates }) => !(coordinates instanceof Float64Array) || coordinates.length !== problem.dimensions.length,
  );
  return (
    wrong &&
    `proposal ${wrong.id} has ${wrong.coordinates?.length} coordinates, not ${problem.dimensions.length} in a Float64Array,`
  );
});

const inCube = ruleOf("proposal-in-cube", "Every coordinate of a proposal is in [0, 1).", ({ proposals }) => {
  for (const { id, coordinates } of proposals) {
    const k = [...coordinates].findIndex((value) => !(value >= 0 && value < 1));
    if (k >= 0) return `coordinate ${k} of proposal ${id} is ${coordinates[k]}; legal is >= 0 and < 1,`;
  }
  return undefined;
});

/** Which of the equal parts of [0, 1) that the values of an integer or category occupy. */
function partOf(count: number, coordinate: number): number {
  return Math.min(Math.floor(coordinate * count), count - 1);
}

function isActive(dimensions: readonly Dimension[], point: Float64Array, index: number): boolean {
  const condition = dimensions[index]!.activeWhen;
  if (condition === undefined) return true;
  const parent = dimensions[condition.dimension]!;
  const part = parent.kind === "real" ? 0 : partOf(parent.count, point[condition.dimension]!);
  return condition.parts.includes(part) && isActive(dimensions, point, condition.dimension);
}

const inactiveSettled = ruleOf(
  "inactive-settled",
  "A coordinate that does not count holds the middle of the cube, or of the part of it there: equal designs are equal points.",
  ({ proposals, problem: { dimensions } }) => {
    for (const { id, coordinates } of proposals) {
      for (const [k, dimension] of dimensions.entries()) {
        if (coordinates.length !== dimensions.length || isActive(dimensions, coordinates, k)) continue;
        const count = dimension.kind === "real" ? 0 : dimension.count;
        const middle = count === 0 ? 0.5 : (partOf(count, 0.5) + 0.5) / count;
        if (coordinates[k] !== middle)
          return `coordinate ${k} of proposal ${id} does not count and is ${coordinates[k]} instead of ${middle}`;
      }
    }
    return undefined;
  },
);

const noRepeats: Rule<TriedOptimizer> = {
  code: "no-repeats",
  law: "Of a finite space no design is proposed twice before all were.",
  *breaches({ finite: found }) {
    if (found === undefined) return;
    const seen = new Map<string, number>();
    for (const { id, coordinates } of found.proposals.slice(0, FINITE_COUNT)) {
      if (coordinates.length !== found.problem.dimensions.length) return;
      const parts = found.problem.dimensions.map((dimension, k) => {
        if (!isActive(found.problem.dimensions, coordinates, k)) return "-";
        return dimension.kind === "real" ? coordinates[k] : partOf(dimension.count, coordinates[k]!);
      });
      const before = seen.get(parts.join());
      if (before !== undefined) yield `proposal ${id} repeats proposal ${before} ${found.where}`;
      seen.set(parts.join(), id);
    }
  },
};

const again = alikeRule(
  sameAgain.code,
  sameAgain.law,
  (tried) => tried.again,
  "with the same seed and scores it proposes otherwise",
);

const completionOrder = alikeRule(
  "completion-order",
  "What is proposed does not depend on how many proposals are pending or in which order they are told.",
  (tried) => tried.otherWorkers,
  "it proposes otherwise",
);

const resumes = alikeRule(
  "resumes",
  "Asked and told again with the first proposals as recorded, an optimizer proposes what it proposed.",
  (tried) => tried.resumed,
  "resumed it proposes otherwise",
);

const seeded: Rule<TriedOptimizer> = {
  code: "seed-draws-search",
  law: "Another seed proposes other designs.",
  *breaches({ otherSeed: { first, second } }) {
    if (first.proposals.length > 0 && isDeepStrictEqual(first.proposals, second.proposals))
      yield `with seeds ${first.problem.seed} and ${second.problem.seed} it proposes the same ${first.where}`;
  },
};

const refineTaken: Rule<TriedOptimizer> = {
  code: "refine-taken",
  law: "An optimizer that offers to refine takes better estimates of what was told before.",
  *breaches({ refined }) {
    if (refined.refineError !== undefined) yield `it throws "${refined.refineError}" ${refined.where}`;
  },
};

const limitsRefused: Rule<TriedOptimizer> = {
  code: "limits-refused",
  law: "A search beyond the limits that an optimizer states is refused before its first proposal.",
  *breaches({ beyond }) {
    for (const { error, proposals, where } of beyond)
      if (error === undefined || proposals.length > 0) yield `it takes what its limits exclude ${where}`;
  },
};

/** Every rule for optimizers. */
export const OPTIMIZER_RULES: readonly Rule<TriedOptimizer>[] = [
  ...DECLARATION_RULES,
  throws,
  shape,
  again,
  askCount,
  proposesWhenIdle,
  proposalIds,
  inCube,
  inactiveSettled,
  noRepeats,
  completionOrder,
  resumes,
  seeded,
  refineTaken,
  limitsRefused,
];

/** What an optimizer breaks of the contract; empty for a sound one. */
export function checkOptimizer(model: OptimizerModel): Finding[] {
  const tried = tryOptimizer(model);
  return OPTIMIZER_RULES.flatMap((rule) => findingsOf(rule, tried));
}
