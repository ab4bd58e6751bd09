import { describe, expect, it } from "vitest";
import { descend } from "../src/bounded-descent.ts";
import type { Differentiable } from "../src/bounded-descent.ts";

const LIMITS = { iterations: 200, gradientTolerance: 1e-8 };

/** The valley of Rosenbrock, Comput. J. 3, 175 (1960): least at (1, 1). */
const rosenbrock: Differentiable = (x, gradient) => {
  const [a, b] = [x[0]!, x[1]!];
  gradient[0] = -2 * (1 - a) - 400 * a * (b - a * a);
  gradient[1] = 200 * (b - a * a);
  return (1 - a) ** 2 + 100 * (b - a * a) ** 2;
};

describe("a descent in a box", () => {
  it.each([
    ["inside", [-2, -2], [2, 2], [1, 1]],
    // On the edge a = 0.5 the least is at b = 0.25.
    ["on the upper edge of the first", [-2, -2], [0.5, 2], [0.5, 0.25]],
    // On the edge b = -0.5 the derivative 2 (a - 1) + 400 a (a^2 + 0.5) vanishes at a = 0.00990.
    ["on the upper edge of the second", [-2, -2], [2, -0.5], [0.009_896_5, -0.5]],
    ["in a corner", [1.5, 2.5], [2, 3], [1.580_4, 2.5]],
  ])("finds the least value %s", (_, low, high, expected) => {
    const start = Float64Array.from(low, (bottom, k) => bottom + 0.1 * (high[k]! - bottom));
    const { point } = descend(rosenbrock, start, Float64Array.from(low), Float64Array.from(high), LIMITS);
    for (const [k, x] of expected.entries()) expect(point[k]).toBeCloseTo(x, 3);
  });

  it("stays where the function has no value", () => {
    const start = Float64Array.of(0.5);
    const found = descend(() => Infinity, start, Float64Array.of(0), Float64Array.of(1), LIMITS);
    expect(found).toStrictEqual({ point: start, value: Infinity });
  });

  it("avoids where the function has no value", () => {
    const barrier: Differentiable = (x, gradient) => {
      gradient[0] = 1 - 0.01 / x[0]!;
      return x[0]! > 0 ? x[0]! - 0.01 * Math.log(x[0]!) : Infinity;
    };
    const { point } = descend(barrier, Float64Array.of(0.9), Float64Array.of(-1), Float64Array.of(1), LIMITS);
    expect(point[0]).toBeCloseTo(0.01, 6);
  });
});
