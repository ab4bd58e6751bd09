import { randomAt } from "@neurofront/core";
import type { EvaluatedPoint, Optimizer, SearchProblem } from "@neurofront/core";
import { FreshPoints } from "./fresh-points.ts";
import { Generations } from "./generations.ts";
import { pointCount, uniformPoint } from "./space.ts";

/**
 * A search written as one course of action: it yields a generation of designs, at least one, is given them evaluated in the
 * same order, and goes on. It never ends.
 */
export type Strategy = Generator<readonly Float64Array[], never, readonly EvaluatedPoint[]>;

/** A strategy for a problem; `note` takes a decision in one plain sentence, for the log of the run. */
export type StrategyOf = (problem: SearchProblem, note: (sentence: string) => void) => Strategy;

/** An optimizer that follows a strategy: a generation is proposed when all scores of the one before are told. */
export function optimizerOf(problem: SearchProblem, strategyOf: StrategyOf): Optimizer {
  let notes: string[] = [];
  const strategy = withoutRepetition(
    problem,
    strategyOf(problem, (sentence) => notes.push(sentence)),
  );
  const generations = new Generations(problem.objectiveCount, (evaluated) => strategy.next(evaluated).value);
  return {
    ask: (count) => generations.ask(count),
    tell: (scores) => generations.tell(scores),
    takeNotes() {
      const taken = notes;
      notes = [];
      return taken;
    },
  };
}

/**
 * The same strategy, given again what is known of a design that it repeats, so that no design is evaluated twice while others
 * are left. A generation of known designs only is replaced by one new design. Among reals alone repetitions are so rare that
 * nothing is kept.
 */
function* withoutRepetition(problem: SearchProblem, strategy: Strategy): Strategy {
  const { dimensions, seed } = problem;
  if (dimensions.every(({ kind }) => kind === "real")) return yield* strategy;
  const count = pointCount(dimensions);
  const known = new Map<string, EvaluatedPoint>();
  const fresh = new FreshPoints(dimensions);
  for (const each of problem.evaluatedBefore ?? []) known.set(each.coordinates.join(), each);
  fresh.keep(problem.evaluatedBefore ?? []);
  let wanted: readonly Float64Array[] = strategy.next([]).value;
  for (;;) {
    const keys = wanted.map((point) => point.join());
    const unknown = new Map<string, Float64Array>();
    for (const [slot, key] of keys.entries()) if (!known.has(key)) unknown.set(key, wanted[slot]!);
    const random = randomAt(seed, "without repetition", known.size);
    for (const point of unknown.values()) fresh.take(() => point, random);
    let batch = [...unknown.values()];
    if (batch.length === 0)
      batch = known.size < count ? [fresh.take(() => uniformPoint(dimensions, random), random)] : [...wanted];
    for (const each of yield batch) known.set(each.coordinates.join(), each);
    wanted = strategy.next(keys.map((key) => known.get(key)!)).value;
  }
}
