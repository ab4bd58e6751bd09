import { isDeepStrictEqual } from "node:util";
import type { OptimizerModel, Proposal, Score, SearchProblem } from "@neurofront/core";
import { answerShape, neverThrows, sameAgain } from "./answering.ts";
import { namedDesigns } from "./design-sample.ts";
import { DECLARATION_RULES } from "./parameters.ts";
import { findingsOf } from "./rule.ts";
import type { Finding, Rule } from "./rule.ts";

/** How the searches of the kit score a proposal. */
type Landscape = "two-objectives" | "partly-impossible" | "all-impossible";

/** One short search. */
interface Search {
  readonly landscape: Landscape;
  readonly problem: SearchProblem;
  readonly error?: string;
  readonly problemOfAsk?: string;
  readonly proposals: readonly Proposal[];
}

/** An optimizer with its searches. */
export interface TriedOptimizer {
  readonly model: OptimizerModel;
  /** Each search twice. */
  readonly searches: readonly (readonly [Search, Search])[];
}

/** More rounds than a population of usual size takes to fill. */
const ROUNDS = 40;
const BATCH = 7;

const PROBLEMS: readonly SearchProblem[] = [
  { dimensions: [{ kind: "real" }], objectiveCount: 1, evaluations: ROUNDS * BATCH, seed: 1 },
  {
    dimensions: [{ kind: "real" }, { kind: "integer", count: 5 }, { kind: "category", count: 3 }, { kind: "real" }],
    objectiveCount: 2,
    evaluations: ROUNDS * BATCH,
    seed: 2,
  },
];

function scoreOf({ id, coordinates }: Proposal, { objectiveCount }: SearchProblem, landscape: Landscape): Score {
  const x = coordinates[0] ?? 0;
  if (landscape === "all-impossible" || (landscape === "partly-impossible" && x < 0.5))
    return { id, status: "impossible", objectives: [], violation: 1 + (0.5 - x) };
  const objectives = [x ** 2, (1 - x) ** 2].slice(0, objectiveCount);
  return { id, status: "ok", objectives, violation: Math.max(0, x - 0.9) };
}

function search(model: OptimizerModel, problem: SearchProblem, landscape: Landscape): Search {
  const proposals: Proposal[] = [];
  try {
    const optimizer = model.create(namedDesigns({ model })[0]!.design, problem);
    for (let round = 0; round < ROUNDS; round++) {
      const asked = optimizer.ask(BATCH);
      if (!(asked.length >= 1 && asked.length <= BATCH)) {
        const problemOfAsk = `asked for ${BATCH} it proposes ${asked.length}; legal is 1 to ${BATCH}`;
        return { landscape, problem, proposals, problemOfAsk };
      }
      proposals.push(...structuredClone(asked));
      // Workers finish in any order.
      optimizer.tell(asked.map((proposal) => scoreOf(proposal, problem, landscape)).toReversed());
    }
    return { landscape, problem, proposals };
  } catch (error) {
    return { landscape, problem, proposals, error: String(error) };
  }
}

const whereOf = ({ landscape, problem }: Search): string =>
  `in a search of ${problem.dimensions.map(({ kind }) => kind).join(", ")} with ${problem.objectiveCount} objectives, ${landscape}`;

/** Search a few small problems, each twice. */
export function tryOptimizer(model: OptimizerModel): TriedOptimizer {
  const landscapes: Landscape[] = ["two-objectives", "partly-impossible", "all-impossible"];
  return {
    model,
    searches: PROBLEMS.flatMap((problem) =>
      landscapes.map((landscape) => [search(model, problem, landscape), search(model, problem, landscape)] as const),
    ),
  };
}

function ruleOf(
  code: string,
  law: string,
  problemOf: (first: Search, again: Search) => string | undefined,
): Rule<TriedOptimizer> {
  return {
    code,
    law,
    *breaches({ searches }) {
      for (const [first, again] of searches) {
        const problem = problemOf(first, again);
        if (problem !== undefined) yield `${problem}, ${whereOf(first)}`;
      }
    },
  };
}

const throws = ruleOf(neverThrows.code, neverThrows.law, ({ error }) =>
  error === undefined ? undefined : `it throws "${error}"`,
);

const askCount = ruleOf(
  "ask-count",
  "Asked for n proposals an optimizer gives 1 to n.",
  ({ problemOfAsk }) => problemOfAsk,
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
    `proposal ${wrong.id} has ${wrong.coordinates?.length} coordinates, not ${problem.dimensions.length} in a Float64Array`
  );
});

const inCube = ruleOf("proposal-in-cube", "Every coordinate of a proposal is in [0, 1).", ({ proposals }) => {
  for (const { id, coordinates } of proposals) {
    const k = [...coordinates].findIndex((value) => !(value >= 0 && value < 1));
    if (k >= 0) return `coordinate ${k} of proposal ${id} is ${coordinates[k]}; legal is >= 0 and < 1`;
  }
  return undefined;
});

const again = ruleOf(sameAgain.code, sameAgain.law, (first, second) =>
  isDeepStrictEqual(first.proposals, second.proposals)
    ? undefined
    : "with the same seed and scores it proposes otherwise",
);

/** Every rule for optimizers. */
export const OPTIMIZER_RULES: readonly Rule<TriedOptimizer>[] = [
  ...DECLARATION_RULES,
  throws,
  shape,
  again,
  askCount,
  proposalIds,
  inCube,
];

/** What an optimizer breaks of the contract; empty for a sound one. */
export function checkOptimizer(model: OptimizerModel): Finding[] {
  const tried = tryOptimizer(model);
  return OPTIMIZER_RULES.flatMap((rule) => findingsOf(rule, tried));
}
