import { randomAt } from "@neurofront/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { boxStep } from "../../src/polish/box-step.ts";
import { changeOf } from "../../src/polish/quadratic-model.ts";

function problemOf(size: number, seed: number, convexity: number) {
  const random = randomAt(seed);
  const hessian = new Float64Array(size * size);
  for (let i = 0; i < size; i++)
    for (let j = 0; j <= i; j++) {
      hessian[i * size + j] = random.normal() + (i === j ? convexity : 0);
      hessian[j * size + i] = hessian[i * size + j]!;
    }
  const side = () => Float64Array.from({ length: size }, () => random.uniform());
  return {
    model: { gradient: Float64Array.from({ length: size }, () => random.normal()), hessian },
    low: side().map((value) => -value),
    high: side(),
  };
}

describe("a step in a box", () => {
  it("stays in it, and is no worse than the best step along the gradient", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 6 }), fc.nat(), fc.constantFrom(-5, 0, 10), (size, seed, convexity) => {
        const { model, low, high } = problemOf(size, seed, convexity);
        const step = boxStep(model, low, high);
        for (const [k, value] of step.entries()) {
          expect(value).toBeGreaterThanOrEqual(low[k]! - 1e-12);
          expect(value).toBeLessThanOrEqual(high[k]! + 1e-12);
        }
        const room = Math.min(...model.gradient.map((slope, k) => (slope > 0 ? low[k]! : high[k]!) / -slope));
        for (let k = 1; k <= 20; k++)
          expect(changeOf(model, step)).toBeLessThanOrEqual(
            changeOf(
              model,
              model.gradient.map((slope) => -slope * room * (k / 20)),
            ) + 1e-9,
          );
      }),
    );
  });

  it("of a convex quadratic ends where no coordinate can still descend", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 6 }), fc.nat(), (size, seed) => {
        const { model, low, high } = problemOf(size, seed, 12);
        const step = boxStep(model, low, high);
        for (let i = 0; i < size; i++) {
          let slope = model.gradient[i]!;
          for (let j = 0; j < size; j++) slope += model.hessian[i * size + j]! * step[j]!;
          expect(slope).toBeLessThan(step[i]! > low[i]! + 1e-9 ? 1e-6 : Infinity);
          expect(slope).toBeGreaterThan(step[i]! < high[i]! - 1e-9 ? -1e-6 : -Infinity);
        }
      }),
    );
  });

  it("stays where every way leads up", () => {
    const model = { gradient: Float64Array.of(0, 0), hessian: Float64Array.of(1, 0, 0, 1) };
    expect([...boxStep(model, Float64Array.of(-1, -1), Float64Array.of(1, 1))]).toStrictEqual([0, 0]);
  });
});
