import { randomAt } from "@neurofront/core";
import type {
  Accounting,
  Optimizer,
  ResolvedTechnology,
  ResolvedStudy,
  SearchProblem,
  TechnologyDesign,
} from "@neurofront/core";
import type { RunnableStudy } from "./resolve.ts";
import { searchSpace } from "./space.ts";
import type { Space } from "./space.ts";

/** One search of a study: a technology under an accounting. */
export interface Search {
  /** `technology/accounting` */
  readonly name: string;
  readonly technology: ResolvedTechnology;
  readonly accounting: Accounting;
}

/** The searches of a study, in order. */
export function searchesOf(study: ResolvedStudy): Search[] {
  return study.technologies.flatMap((technology) =>
    study.held.accounting.map((accounting) => ({ name: `${technology.name}/${accounting}`, technology, accounting })),
  );
}

/** Proposals asked for at a time; one transaction of the archive. */
export const BATCH = 50;

/** A search before its first proposal. */
export interface SearchStart {
  readonly space: Space;
  readonly optimizer: Optimizer;
  /** Evaluations; 1 where nothing is free. */
  readonly budget: number;
}

/**
 * Set up a search; the same study gives the same proposals.
 *
 * @param recorded coordinates of the candidates that an earlier run of the search assessed
 */
export function startSearch(
  { resolved, optimizer }: RunnableStudy,
  search: Search,
  recorded: NonNullable<SearchProblem["recorded"]> = () => undefined,
): SearchStart {
  const space = searchSpace(search.technology);
  // Without a free parameter there is one design.
  const budget = space.dimensions.length === 0 ? 1 : resolved.budget.evaluations;
  return {
    space,
    budget,
    optimizer: optimizer.model.create(resolved.optimizer.settings, {
      dimensions: space.dimensions,
      objectiveCount: resolved.objectives.length,
      evaluations: budget,
      seed: randomAt(resolved.seed, "search", search.name).integer(2 ** 32),
      recorded,
    }),
  };
}

/** The design that a search proposes first, its candidate 0. */
export function firstDesign(runnable: RunnableStudy, search: Search): TechnologyDesign {
  const { space, optimizer, budget } = startSearch(runnable, search);
  const first = optimizer.ask(Math.min(BATCH, budget)).find(({ id }) => id === 0);
  if (first === undefined) throw new Error(`optimizer ${runnable.resolved.optimizer.model} proposes no candidate 0`);
  return space.decode(first.coordinates);
}
