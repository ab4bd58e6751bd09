import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { leastCurrentWeights, maxMarginWeights } from "../src/margin-weights.ts";

// Inputs 0 and 1 always agree and tell the patterns apart; the bias does not help.
const agreeing = { patterns: Float64Array.of(1, 1, 1, -1, -1, 1), labels: Int32Array.of(0, 1), count: 2 };
const same = { patterns: Float64Array.of(1, 1, 1, 1), labels: Int32Array.of(0, 1), count: 2 };

/** 1e-7 is the feasibility tolerance of the solver, on numbers of the order of 1. */
const DIGITS = 6;

describe("the largest L1 margin", () => {
  it("spreads over equal inputs, the least Euclidean norm", async () => {
    const { weights } = await maxMarginWeights(agreeing, 2);
    for (const [at, expected] of [0.5, -0.5, 0.5, -0.5, 0, 0].entries()) expect(weights[at]).toBeCloseTo(expected, 9);
  });

  it("says which outputs cannot be separated", async () => {
    expect(await maxMarginWeights(same, 2)).toEqual({ weights: new Float64Array(4), unseparated: [0, 1] });
  });
});

describe("the least current", () => {
  it.each([
    ["half of what one input gives", 0.5, 0.25],
    ["what two inputs give together", 1.6, 0.8],
    ["more than all inputs give: the most they do", 5, 1],
  ])("for %s", async (_what, target, each) => {
    const { weights } = await leastCurrentWeights(agreeing, 2, target);
    for (const [at, sign] of [1, -1, 1, -1, 0, 0].entries()) expect(weights[at]).toBeCloseTo(sign * each, DIGITS);
  });

  it("grows with the target, which it reaches", async () => {
    const bit = fc.constantFrom(-1, 1);
    // Two distinct patterns of five inputs and a bias.
    const pairs = fc.tuple(fc.array(bit, { minLength: 5, maxLength: 5 }), fc.integer({ min: 0, max: 4 }));
    await fc.assert(
      fc.asyncProperty(pairs, async ([first, flipped]) => {
        const second = first.map((level, at) => (at === flipped ? -level : level));
        const data = {
          patterns: Float64Array.from([...first, 1, ...second, 1]),
          labels: Int32Array.of(0, 1),
          count: 2,
        };
        let before = 0;
        for (const target of [0.2, 0.6, 1]) {
          const { weights } = await leastCurrentWeights(data, 2, target);
          const column = weights.filter((_, at) => at % 2 === 0);
          const net = column.reduce((sum, weight, k) => sum + weight * data.patterns[k]!, 0);
          const current = column.reduce((sum, weight) => sum + Math.abs(weight), 0);
          expect(net).toBeGreaterThan(target - 1e-6);
          expect(current).toBeGreaterThanOrEqual(before - 1e-6);
          before = current;
        }
      }),
      { numRuns: 5 },
    );
  });

  it("says which outputs cannot be separated", async () => {
    expect((await leastCurrentWeights(same, 2, 1)).unseparated).toEqual([0, 1]);
  });
});
