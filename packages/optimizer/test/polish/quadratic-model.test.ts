import { randomAt } from "@neurofront/core";
import { describe, expect, it } from "vitest";
import { changeOf, interpolationAt } from "../../src/polish/quadratic-model.ts";

const random = randomAt("quadratic");
const vector = (size: number) => Float64Array.from({ length: size }, () => random.normal());
const size = 4;
const quadratic = (() => {
  const hessian = new Float64Array(size * size);
  for (let i = 0; i < size; i++)
    for (let j = 0; j <= i; j++) {
      hessian[i * size + j] = random.normal();
      hessian[j * size + i] = hessian[i * size + j]!;
    }
  return { gradient: vector(size), hessian };
})();

describe("a quadratic through points", () => {
  it("with as many points as coefficients is the one that the values come from", () => {
    const steps = [new Float64Array(size), ...Array.from({ length: 14 }, () => vector(size))];
    const fitted = interpolationAt(steps).fit(
      new Float64Array(size * size),
      steps.map((step) => changeOf(quadratic, step)),
    )!;
    for (const [k, slope] of quadratic.gradient.entries()) expect(fitted.gradient[k]).toBeCloseTo(slope, 8);
    for (const [k, value] of quadratic.hessian.entries()) expect(fitted.hessian[k]).toBeCloseTo(value, 8);
  });

  it("with fewer points takes their values, and keeps the second derivatives where they already fit", () => {
    const steps = [new Float64Array(size), ...Array.from({ length: 8 }, () => vector(size))];
    const changes = steps.map((step) => changeOf(quadratic, step));
    const fitted = interpolationAt(steps).fit(new Float64Array(size * size), changes)!;
    for (const [k, step] of steps.entries()) expect(changeOf(fitted, step)).toBeCloseTo(changes[k]!, 8);
    const kept = interpolationAt(steps).fit(quadratic.hessian, changes)!;
    for (const [k, value] of quadratic.hessian.entries()) expect(kept.hessian[k]).toBeCloseTo(value, 8);
  });

  it("counts each point fully at itself and nowhere else", () => {
    const steps = [new Float64Array(size), ...Array.from({ length: 8 }, () => vector(size))];
    const { lagrange } = interpolationAt(steps);
    for (const [own, step] of steps.entries())
      for (const [k, share] of lagrange(step)!.entries()) expect(share).toBeCloseTo(k === own ? 1 : 0, 8);
  });

  it("does not exist through points in a plane", () => {
    const steps = Array.from({ length: 9 }, (_, k) => Float64Array.of(k, k * k, 0, 0));
    expect(interpolationAt(steps).fit(new Float64Array(16), new Float64Array(9))).toBeUndefined();
  });
});
