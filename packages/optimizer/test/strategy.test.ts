import type { Dimension, Score, SearchProblem } from "@neurofront/core";
import { describe, expect, it } from "vitest";
import { coordinateOf } from "../src/space.ts";
import { optimizerOf } from "../src/strategy.ts";
import type { Strategy } from "../src/strategy.ts";

const real: SearchProblem = { dimensions: [{ kind: "real" }], objectiveCount: 1, evaluations: 10, seed: 1 };
const score = (id: number, value = id): Score => ({ id, status: "ok", objectives: [value], violation: 0 });

/** Designs at 0, 0.1 and 0.2, then three at the values that were told. */
function* echoing(): Strategy {
  let points = [0, 0.1, 0.2].map((x) => Float64Array.of(x));
  for (;;) {
    const evaluated = yield points;
    points = evaluated.map((each) => Float64Array.of(each.score.objectives[0]!));
  }
}

describe("an optimizer that follows a strategy", () => {
  it("proposes a generation in parts, waits for all of its scores, and goes on with them in the order of asking", () => {
    const optimizer = optimizerOf(real, echoing);
    expect(optimizer.ask(2).map(({ coordinates }) => coordinates[0])).toStrictEqual([0, 0.1]);
    expect(optimizer.ask(5).map(({ id }) => id)).toStrictEqual([2]);
    expect(optimizer.ask(1)).toStrictEqual([]);
    optimizer.tell([score(2, 0.5), score(0, 0.3)]);
    expect(optimizer.ask(1)).toStrictEqual([]);
    optimizer.tell([score(1, 0.4)]);
    expect(optimizer.ask(9).map(({ id, coordinates }) => [id, coordinates[0]])).toStrictEqual([
      [3, 0.3],
      [4, 0.4],
      [5, 0.5],
    ]);
  });

  it("hands on notes once", () => {
    const optimizer = optimizerOf(real, function* (_, note): Strategy {
      note("first");
      for (;;) yield [Float64Array.of(0.5)];
    });
    expect(optimizer.ask(1)).toHaveLength(1);
    expect(optimizer.takeNotes?.()).toStrictEqual(["first"]);
    expect(optimizer.takeNotes?.()).toStrictEqual([]);
  });
});

describe("a strategy that repeats designs of a space with integers", () => {
  const dimensions: Dimension[] = [{ kind: "integer", count: 5 }];
  const at = (part: number) => Float64Array.of(coordinateOf(5, part));

  it("is told again what is known, and meanwhile new designs are evaluated until none is left", () => {
    const seen: number[][] = [];
    const optimizer = optimizerOf({ ...real, dimensions }, function* (): Strategy {
      for (;;) seen.push((yield [at(2), at(3), at(2)]).map((each) => each.score.objectives[0]!));
    });
    const asked: number[] = [];
    const step = () => {
      for (const { id, coordinates } of optimizer.ask(10)) {
        asked.push(Math.floor(5 * coordinates[0]!));
        optimizer.tell([score(id, 10 * Math.floor(5 * coordinates[0]!))]);
      }
    };
    step();
    expect(asked).toStrictEqual([2, 3]);
    for (let k = 0; k < 3; k++) step();
    expect(asked.toSorted((a, b) => a - b)).toStrictEqual([0, 1, 2, 3, 4]);
    step();
    expect(asked.slice(5)).toStrictEqual([2, 3, 2]);
    expect(seen.every((values) => values.join() === "20,30,20")).toBe(true);
  });
});
