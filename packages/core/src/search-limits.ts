import type { Dimension, OptimizerModel, SearchProblem } from "./optimizer.ts";

/** One way in which a search is beyond what an optimizer can do. */
export interface BeyondLimit {
  readonly limit: "objectives" | "kinds" | "constraints";
  /** What the optimizer can do and what is asked, a clause that follows its name. */
  readonly problem: string;
}

/** What is asked of an optimizer, as far as limits are concerned. */
export interface SearchDemand {
  readonly objectives: number;
  readonly kinds: ReadonlySet<Dimension["kind"]>;
  readonly constrained: boolean;
}

const KIND_NAMES: Readonly<Record<Dimension["kind"], string>> = {
  real: "real parameters",
  integer: "whole numbers",
  category: "choices",
};

/** Where a search is beyond the limits of an optimizer; empty when it is not. */
export function beyondLimits({ limits = {} }: Pick<OptimizerModel, "limits">, demand: SearchDemand): BeyondLimit[] {
  const beyond: BeyondLimit[] = [];
  const { objectives = Infinity, kinds, constraints } = limits;
  if (demand.objectives > objectives)
    beyond.push({
      limit: "objectives",
      problem: `minimises at most ${objectives} objective${objectives === 1 ? "" : "s"}, and there are ${demand.objectives}`,
    });
  const refused = kinds === undefined ? [] : [...demand.kinds].filter((kind) => !kinds.includes(kind));
  if (refused.length > 0)
    beyond.push({ limit: "kinds", problem: `searches ${names(kinds!, "and")} only, not ${names(refused, "or")}` });
  if (demand.constrained && constraints === false)
    beyond.push({ limit: "constraints", problem: "keeps no constraints" });
  return beyond;
}

/** @throws Error when the problem is beyond the limits of the optimizer */
export function checkLimits(model: Pick<OptimizerModel, "limits" | "title">, problem: SearchProblem): void {
  const [first] = beyondLimits(model, {
    objectives: problem.objectiveCount,
    kinds: new Set(problem.dimensions.map(({ kind }) => kind)),
    constrained: problem.constrained ?? false,
  });
  if (first !== undefined) throw new Error(`${model.title} ${first.problem}`);
}

function names(kinds: readonly Dimension["kind"][], word: string): string {
  return kinds.map((kind) => KIND_NAMES[kind]).join(` ${word} `);
}
