import { randomAt } from "@neurofront/core";
import { describe, expect, it } from "vitest";
import { hypervolume } from "@neurofront/pareto";
import { wfg } from "../../src/problems/wfg.ts";

const NUMBERS = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const;
const BEST = 0.35;

const ROWS = NUMBERS.flatMap((number) =>
  ([2, 3] as const)
    .filter((objectives) => number !== 3 || objectives === 2)
    .map((objectives) => ({ number, objectives, least: number === 9 ? 0.75 : objectives === 2 ? 0.99 : 0.95 })),
);

/** The exponent that 0.35 must be raised to so that the bias by others of a mean `u` undoes it. */
const undone = (u: number): number => {
  const middle = 0.98 / 49.98;
  return BEST ** (1 / (0.02 + 49.98 * (middle - (1 - 2 * u) * Math.abs(Math.floor(0.5 - u) + middle))));
};

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** The best distances for given positions; the eighth and ninth depend on them, or on each other. */
function optimum(number: number, positions: readonly number[]): Float64Array {
  const y = [...positions, ...Array.from({ length: 20 }, () => BEST)];
  if (number === 8) for (let k = 4; k < 24; k++) y[k] = undone(mean(y.slice(0, k)));
  if (number === 9) for (let k = 22; k >= 4; k--) y[k] = undone(mean(y.slice(k + 1)));
  return Float64Array.from(y);
}

describe.each(ROWS)("WFG$number with $objectives objectives", ({ number, objectives, least }) => {
  const problem = wfg(number, objectives);
  const scales = [2, 4, 6].slice(0, objectives);

  it("has its optimal points on its front", () => {
    const random = randomAt("wfg", number, objectives);
    // Ends and the walls of the deceptions come up often enough to be combined; the bias of the first crowds everything at 1.
    const position = (): number => {
      if (random.uniform() < 0.2) return [0, BEST, 1][random.integer(3)]!;
      if (random.uniform() < 0.3) return BEST + 0.002 * (random.uniform() - 0.5);
      return number === 1 ? random.uniform() ** 50 : random.uniform();
    };
    const front = Array.from({ length: 4000 }, (_, k) => {
      // Every other time the positions of a group are alike, so that their mean reaches its ends.
      const [a, b, c, d] = [position(), position(), position(), position()];
      const positions = k % 2 === 0 ? [a, b, c, d] : objectives === 2 ? [a, a, a, a] : [a, a, b, b];
      const { objectives: found } = problem.evaluate(optimum(number, positions));
      return found.map((value, m) => value / scales[m]!);
    });
    // The concave ones are a sphere, to rounding of powers up to 50.
    const offSphere = number < 4 ? [] : front.map((point) => Math.abs(Math.hypot(...point) - 1));
    expect(Math.max(0, ...offSphere)).toBeLessThan(1e-6);
    const reference = scales.map(() => 1.1);
    const size = scales.reduce((product, scale) => product * scale, 1);
    const share = (hypervolume(front, reference) * size) / problem.frontHypervolume;
    expect(share).toBeLessThan(1 + 1e-9);
    // Points at random lie on a curve densely, on a surface less so; few reach the walls of the deceptions of the ninth.
    expect(share).toBeGreaterThan(least);
  });

  it("has nothing before its front", () => {
    const points = Array.from({ length: 300 }, (_, k) =>
      Float64Array.from({ length: 24 }, (__, m) => (k * (m + 1) * 0.6180339887 + m * 0.31) % 1),
    );
    const found = points.map((point) => problem.evaluate(point).objectives);
    expect(hypervolume(found, problem.reference)).toBeLessThan(problem.frontHypervolume);
  });
});

it("leaves out the third with three objectives", () => {
  expect(() => wfg(3, 3)).toThrow("is not known");
});
