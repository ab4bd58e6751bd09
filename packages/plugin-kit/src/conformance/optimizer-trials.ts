import { randomAt } from "@neurofront/core";
import type { Optimizer, OptimizerModel, Proposal, Score, SearchProblem } from "@neurofront/core";
import { namedDesigns } from "./design-sample.ts";
import {
  FINITE_PROBLEM,
  FIRST_PROBLEM,
  SEARCH_PROBLEMS,
  beyondLimits,
  shortened,
  withinLimits,
} from "./search-problems.ts";
import type { TitledProblem } from "./search-problems.ts";

/** How the searches of the kit score a proposal. */
type Landscape = "two-objectives" | "partly-impossible" | "all-impossible" | "all-infeasible";

/** Who evaluates the proposals of a search. */
interface Workers {
  /** Proposals asked for at once. */
  readonly batch: number;
  /** Proposals pending at most. */
  readonly pending: number;
  /** Which of the pending ones are told next. */
  readonly finished: (pending: readonly Proposal[], round: number) => readonly Proposal[];
}

/** One short search. */
export interface Search {
  /** What was searched and how. */
  readonly where: string;
  readonly problem: SearchProblem;
  readonly proposals: readonly Proposal[];
  readonly error?: string;
  readonly askProblem?: string;
  /** Round in which nothing was proposed although nothing was pending. */
  readonly idleIn?: number;
  readonly refineError?: string;
}

/** A search, and one that must go alike, or must not. */
export interface Compared {
  readonly first: Search;
  readonly second: Search;
}

/** An optimizer with its searches. */
export interface TriedOptimizer {
  readonly model: OptimizerModel;
  readonly searches: readonly Search[];
  /** The same search twice. */
  readonly again: readonly Compared[];
  /** With other numbers pending, told in other orders. */
  readonly otherWorkers: readonly Compared[];
  /** With what the first found as `recorded`. */
  readonly resumed: readonly Compared[];
  readonly otherSeed: Compared;
  readonly refined: Search;
  /** Of a finite space, where the optimizer takes the kinds of its dimensions. */
  readonly finite: Search | undefined;
  /** Of problems beyond its limits, which must be refused at once. */
  readonly beyond: readonly Search[];
}

const BATCH = 7;

/** Workers that finish in the reverse order. */
const TEAM: Workers = { batch: BATCH, pending: BATCH, finished: (pending) => pending.toReversed() };

const OTHER_WORKERS: readonly (readonly [title: string, workers: Workers])[] = [
  ["one pending at a time", { batch: 1, pending: 1, finished: (pending) => pending }],
  ["two pending, the later told first", { batch: 2, pending: 2, finished: (pending) => [pending.at(-1)!] }],
  [
    "eight pending, told in any order",
    {
      batch: 8,
      pending: 8,
      finished: (pending, round) => [pending[randomAt("workers", round).integer(pending.length)]!],
    },
  ],
];

function scoreOf({ id, coordinates }: Proposal, { objectiveCount }: SearchProblem, landscape: Landscape): Score {
  const x = coordinates[0] ?? 0;
  if (landscape === "all-impossible" || (landscape === "partly-impossible" && x < 0.5))
    return { id, status: "impossible", objectives: [], violation: 1 + (0.5 - x) };
  const objectives = [x ** 2, (1 - x) ** 2, 1 - x + x ** 2].slice(0, objectiveCount);
  return { id, status: "ok", objectives, violation: Math.max(0, x - 0.9) + (landscape === "all-infeasible" ? 1 : 0) };
}

function search(
  model: OptimizerModel,
  { title, problem }: TitledProblem,
  landscape: Landscape,
  workers: Workers = TEAM,
  onTold: (optimizer: Optimizer, scores: readonly Score[]) => void = () => {},
): Search {
  const where = `in a search of ${title}, ${landscape}`;
  const proposals: Proposal[] = [];
  let pending: readonly Proposal[] = [];
  try {
    const optimizer = model.create(namedDesigns({ model })[0]!.design, problem);
    for (let round = 0; proposals.length < problem.evaluations; round++) {
      const room = Math.min(workers.batch, workers.pending - pending.length, problem.evaluations - proposals.length);
      const asked = room > 0 ? optimizer.ask(room) : [];
      if (asked.length > room)
        return { where, problem, proposals, askProblem: `asked for ${room} it proposes ${asked.length}` };
      if (asked.length === 0 && pending.length === 0) return { where, problem, proposals, idleIn: round };
      proposals.push(...structuredClone(asked));
      pending = [...pending, ...asked];
      const told = workers.finished(pending, round);
      pending = pending.filter((proposal) => !told.includes(proposal));
      const scores = told.map((proposal) => scoreOf(proposal, problem, landscape));
      optimizer.tell(scores);
      onTold(optimizer, scores);
    }
    return { where, problem, proposals };
  } catch (error) {
    return { where, problem, proposals, error: String(error) };
  }
}

/** A search in which every score is given again, more exactly, where that is offered. */
function refinedSearch(model: OptimizerModel, titled: TitledProblem): Search {
  let refineError: string | undefined;
  const found = search(model, titled, "partly-impossible", TEAM, (optimizer, scores) => {
    try {
      optimizer.refine?.(
        scores.map((score) => ({ ...score, objectives: score.objectives.map((value) => value + 1e-3) })),
      );
    } catch (error) {
      refineError ??= String(error);
    }
  });
  return refineError === undefined ? found : { ...found, refineError };
}

function resumed(model: OptimizerModel, titled: TitledProblem, first: Search): Search {
  const half = first.proposals.slice(0, first.proposals.length / 2);
  const recorded = (id: number): ArrayLike<number> | undefined => half[id]?.coordinates;
  return search(model, { ...titled, problem: { ...titled.problem, recorded } }, "two-objectives");
}

/**
 * Search a few small problems in several ways, as far as they are within the optimizer's limits.
 *
 * @param isShort whether to leave it at short searches
 */
export function tryOptimizer(model: OptimizerModel, isShort = false): TriedOptimizer {
  const triedPart = (titled: TitledProblem): TitledProblem | undefined => {
    const within = withinLimits(titled, model.limits);
    return within !== undefined && isShort ? shortened(within) : within;
  };
  const firstProblem = triedPart(FIRST_PROBLEM)!;
  const landscapes: readonly Landscape[] = ["two-objectives", "partly-impossible", "all-impossible", "all-infeasible"];
  const onFirst = landscapes.map((landscape) => search(model, firstProblem, landscape));
  const onOthers = SEARCH_PROBLEMS.flatMap((titled) => {
    const tried = triedPart(titled);
    return tried === undefined ? [] : [{ titled, found: search(model, tried, "two-objectives") }];
  });
  const [first] = onFirst as [Search];
  const alike = (second: Search): Compared => ({ first, second });
  const otherWorkers = OTHER_WORKERS.map(([title, workers]) => {
    const second = search(model, firstProblem, "two-objectives", workers);
    return { ...second, where: `${second.where}, ${title}` };
  });
  const reseeded = { ...firstProblem, problem: { ...firstProblem.problem, seed: 99 } };
  return {
    model,
    searches: [...onFirst, ...onOthers.map(({ found }) => found), ...otherWorkers],
    again: [alike(search(model, firstProblem, "two-objectives"))],
    otherWorkers: otherWorkers.map(alike),
    resumed: [alike(resumed(model, firstProblem, first))],
    otherSeed: alike(search(model, reseeded, "two-objectives")),
    refined: refinedSearch(model, firstProblem),
    finite: onOthers.find(({ titled }) => titled === FINITE_PROBLEM)?.found,
    beyond: beyondLimits(model.limits ?? {}).map((problem) => search(model, problem, "two-objectives")),
  };
}
