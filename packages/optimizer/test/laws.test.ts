import { defaultsOf, nonDominated, randomAt } from "@neurofront/core";
import type { Dimension, Optimizer, OptimizerModel, Proposal, Score, SearchProblem } from "@neurofront/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { autoSearch } from "../src/auto.ts";
import { cmaEs } from "../src/cma-es.ts";
import { enumeration } from "../src/enumeration.ts";
import { latinHypercubeSearch } from "../src/latin-hypercube-search.ts";
import { gpSearch } from "../src/gp-search.ts";
import { mixEa } from "../src/mix-ea.ts";
import { nsga2 } from "../src/nsga2.ts";
import { nsga3 } from "../src/nsga3.ts";
import { polish } from "../src/polish.ts";
import type { Answer } from "../src/problems/benchmark-problem.ts";
import { technologies } from "../src/problems/technologies.ts";
import { randomSearch } from "../src/random-search.ts";
import { shade } from "../src/shade.ts";
import { sobolSearch } from "../src/sobol-search.ts";
import { partOf, settleInactive, uniformPoint } from "../src/space.ts";
import { tpe } from "../src/tpe.ts";
import { problemOf, search } from "./search.ts";

/** What an optimizer is tried with: those that think long about a proposal in fewer and shorter searches. */
interface Tried {
  readonly title: string;
  readonly model: OptimizerModel;
  readonly runs: number;
  readonly longest: number;
}

const models: readonly Tried[] = [
  { title: "random search", model: randomSearch, runs: 200, longest: 150 },
  { title: "enumeration", model: enumeration, runs: 200, longest: 150 },
  { title: "Sobol sequence", model: sobolSearch, runs: 200, longest: 150 },
  { title: "Latin hypercube", model: latinHypercubeSearch, runs: 200, longest: 150 },
  { title: "NSGA-II", model: nsga2, runs: 200, longest: 150 },
  { title: "mix-ea", model: mixEa, runs: 200, longest: 150 },
  { title: "NSGA-III", model: nsga3, runs: 200, longest: 150 },
  { title: "CMA-ES", model: cmaEs, runs: 200, longest: 150 },
  { title: "L-SHADE", model: shade, runs: 200, longest: 150 },
  { title: "local polish", model: polish, runs: 200, longest: 150 },
  { title: "tpe", model: tpe, runs: 30, longest: 50 },
  { title: "gp", model: gpSearch, runs: 12, longest: 22 },
  { title: "auto", model: autoSearch, runs: 12, longest: 22 },
];

const dimension: fc.Arbitrary<Dimension> = fc.oneof(
  fc.constant({ kind: "real" as const }),
  fc.record({ kind: fc.constantFrom("integer" as const, "category" as const), count: fc.integer({ min: 1, max: 6 }) }),
);
/** Every other dimension depends on the first part of the one before it, where that is no real. */
function conditional(dimensions: readonly Dimension[]): Dimension[] {
  return dimensions.map((one, k) =>
    k % 2 === 1 && dimensions[k - 1]!.kind !== "real" ? { ...one, activeWhen: { dimension: k - 1, parts: [0] } } : one,
  );
}

const problemsUpTo = (longest: number): fc.Arbitrary<SearchProblem> =>
  fc.record({
    dimensions: fc.oneof(fc.array(dimension, { maxLength: 5 }), fc.array(dimension, { maxLength: 6 }).map(conditional)),
    objectiveCount: fc.integer({ min: 1, max: 3 }),
    evaluations: fc.integer({ min: 1, max: longest }),
    seed: fc.nat(),
  });

/** The same, or after a search by another optimizer. */
const problemsAndBefore = (longest: number): fc.Arbitrary<SearchProblem> =>
  fc.tuple(problemsUpTo(longest), fc.constantFrom(0, 0, 1, 5, 40)).map(([problem, before]) => {
    if (before === 0) return problem;
    const evaluatedBefore = Array.from({ length: before }, (_, id) => {
      const coordinates = uniformPoint(problem.dimensions, randomAt(problem.seed, "before", id));
      return { coordinates, score: { id, ...answerOf(problem, coordinates) } };
    });
    return { ...problem, evaluatedBefore };
  });

/** Some answer of any kind, the same for the same point. */
function answerOf(problem: SearchProblem, point: Float64Array): Answer {
  const random = randomAt("answer", ...point.map((value) => Math.floor(8 * value)));
  const kind = random.integer(4);
  if (kind === 0) return { status: "impossible", objectives: [], violation: random.integer(3) };
  const objectives = Array.from({ length: problem.objectiveCount }, () => random.integer(10));
  return { status: "ok", objectives, violation: kind === 1 ? random.uniform() : 0 };
}

/**
 * A runner whose workers take proposals as soon as they are free and tell them when they are ready.
 *
 * @returns the designs that nothing found dominates, in the order of their ids
 */
function runWithWorkers(
  model: OptimizerModel,
  problem: SearchProblem,
  workers: number,
  durationOf: (id: number) => number,
): readonly Proposal[] {
  const optimizer = model.create(defaultsOf(model.parameters), problem);
  const done: (Proposal & Answer)[] = [];
  let busy: { readonly proposal: Proposal; readonly ready: number }[] = [];
  let now = 0;
  while (done.length < problem.evaluations) {
    const free = Math.min(workers - busy.length, problem.evaluations - done.length - busy.length);
    if (free > 0)
      for (const proposal of optimizer.ask(free)) busy.push({ proposal, ready: now + durationOf(proposal.id) });
    const next = busy.reduce((first, each) => (each.ready < first.ready ? each : first));
    busy = busy.filter((each) => each !== next);
    now = next.ready;
    const answer = answerOf(problem, next.proposal.coordinates);
    done.push({ ...next.proposal, ...answer });
    optimizer.tell([{ id: next.proposal.id, ...answer }]);
  }
  done.sort((a, b) => a.id - b.id);
  const possible = done.filter(({ status, violation }) => status === "ok" && violation === 0);
  return nonDominated(possible, ({ objectives }) => objectives).map(({ id, coordinates }) => ({ id, coordinates }));
}

function reversed(scores: readonly Score[]): readonly Score[] {
  return scores.toReversed();
}

describe.each(models)("the laws of asking and telling: $title", ({ model, runs, longest }) => {
  const problems = problemsAndBefore(longest);
  it("proposes legal points with ids in order, for any space and any answers", () => {
    fc.assert(
      fc.property(problems, (problem) => {
        const told = search(model, problem, (point) => answerOf(problem, point));
        expect(told.map(({ id }) => id)).toStrictEqual(told.map((_, index) => index));
        for (const { coordinates } of told) {
          expect(coordinates).toHaveLength(problem.dimensions.length);
          expect(coordinates.every((value) => value >= 0 && value < 1)).toBe(true);
          expect(settleInactive(problem.dimensions, Float64Array.from(coordinates))).toStrictEqual(coordinates);
        }
      }),
      { numRuns: runs },
    );
  });

  it("proposes the same for the same seed, whatever is asked at once and in whatever order it is told", () => {
    fc.assert(
      fc.property(problems, fc.integer({ min: 1, max: 20 }), (problem, batch) => {
        const evaluate = (point: Float64Array) => answerOf(problem, point);
        const first = search(model, problem, evaluate);
        expect(search(model, problem, evaluate, { batch, order: reversed })).toStrictEqual(first);
      }),
      { numRuns: runs / 2 },
    );
  });

  it("finds the same front with 1, 2 and 8 workers, however long each evaluation takes", () => {
    fc.assert(
      fc.property(problems, fc.nat(), (problem, durations) => {
        const fronts = [1, 2, 8].map((workers) =>
          runWithWorkers(model, problem, workers, (id) => randomAt("duration", durations, workers, id).uniform()),
        );
        expect(fronts[1]).toStrictEqual(fronts[0]);
        expect(fronts[2]).toStrictEqual(fronts[0]);
      }),
      { numRuns: Math.ceil(runs / 8) },
    );
  });

  it("proposes something else for another seed", () => {
    const first = search(model, problemOf(technologies, Math.min(30, longest), 1), technologies.evaluate);
    const second = search(model, problemOf(technologies, Math.min(30, longest), 2), technologies.evaluate);
    expect(second.map(({ coordinates }) => coordinates)).not.toStrictEqual(first.map(({ coordinates }) => coordinates));
  });

  it("takes results one by one as well as all at once", () => {
    const problem = problemOf(technologies, Math.min(40, longest), 4);
    const optimizer = model.create(defaultsOf(model.parameters), problem);
    const points: Float64Array[] = [];
    while (points.length < problem.evaluations) {
      const batch = optimizer.ask(Math.min(7, problem.evaluations - points.length));
      for (const { id, coordinates } of batch) {
        optimizer.tell([{ id, ...technologies.evaluate(coordinates) }]);
        points.push(coordinates);
      }
    }
    expect(points).toStrictEqual(search(model, problem, technologies.evaluate).map(({ coordinates }) => coordinates));
  });

  it("is not disturbed by a proposal that is changed outside", () => {
    const problem = problemOf(technologies, Math.min(60, longest), 4);
    const optimizer = model.create(defaultsOf(model.parameters), problem);
    const points: Float64Array[] = [];
    while (points.length < problem.evaluations) {
      const batch = optimizer.ask(problem.evaluations - points.length);
      for (const { id, coordinates } of batch) {
        points.push(Float64Array.from(coordinates));
        optimizer.tell([{ id, ...technologies.evaluate(coordinates) }]);
        coordinates.fill(0);
      }
    }
    expect(points).toStrictEqual(search(model, problem, technologies.evaluate).map(({ coordinates }) => coordinates));
  });

  describe("refuses", () => {
    const score = (id: number): Score => ({ id, status: "ok", objectives: [1, 2], violation: 0 });
    const asked = (): Optimizer => {
      const optimizer = model.create(defaultsOf(model.parameters), problemOf(technologies, 20, 1));
      expect(optimizer.ask(3)).toHaveLength(3);
      return optimizer;
    };

    it("an id that was never asked", () => {
      expect(() => asked().tell([score(3)])).toThrow("told proposal 3, which was never asked; 3 were, from 0 on");
      expect(() => asked().tell([score(-1)])).toThrow("never asked");
      expect(() => asked().tell([score(0.5)])).toThrow("never asked");
    });

    it("an id twice, at once or later", () => {
      expect(() => asked().tell([score(1), score(1)])).toThrow("told proposal 1 twice");
      const optimizer = asked();
      optimizer.tell([score(1)]);
      expect(() => optimizer.tell([score(1)])).toThrow("told proposal 1 twice");
    });

    it("numbers that cannot be compared", () => {
      expect(() => asked().tell([{ ...score(0), objectives: [1, Number.NaN] }])).toThrow(
        "proposal 0: objective 1 is NaN",
      );
      expect(() => asked().tell([{ ...score(0), objectives: [Infinity, 1] }])).toThrow("objective 0 is Infinity");
      expect(() => asked().tell([{ ...score(0), objectives: [1] }])).toThrow("1 objectives told, the problem has 2");
      expect(() => asked().tell([{ ...score(0), violation: -1 }])).toThrow("violation is -1");
      expect(() => asked().tell([{ ...score(0), violation: Number.NaN }])).toThrow("violation is NaN");
    });

    it("to be asked for nothing", () => {
      for (const count of [0, -1, 1.5, Number.NaN])
        expect(() => asked().ask(count)).toThrow(`asked for ${count} proposals`);
    });

    it("nothing of a score that was corrected", () => {
      const optimizer = asked();
      expect(() => optimizer.tell([{ ...score(0), violation: -1 }])).toThrow("violation");
      optimizer.tell([score(0)]);
      expect(() => optimizer.tell([score(0)])).toThrow("twice");
    });
  });
});

describe("random search", () => {
  it("gives categories equal chances and reals a uniform spread", () => {
    const told = search(randomSearch, problemOf(technologies, 4000, 1), technologies.evaluate);
    for (let category = 0; category < 4; category++) {
      const times = told.filter(({ coordinates }) => partOf(4, coordinates[0]!) === category).length;
      // Four standard deviations of a binomial count of a quarter.
      expect(Math.abs(times - 1000)).toBeLessThan(4 * Math.sqrt((4000 * 3) / 16));
    }
    const mean = told.reduce((sum, { coordinates }) => sum + coordinates[3]!, 0) / 4000;
    expect(Math.abs(mean - 0.5)).toBeLessThan(4 * Math.sqrt(1 / 12 / 4000));
  });
});
