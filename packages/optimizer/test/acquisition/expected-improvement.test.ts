import { randomAt } from "@neurofront/core";
import { describe, expect, it } from "vitest";
import { hypervolume, nonDominatedBoxes } from "@neurofront/pareto";
import { ExpectedImprovement } from "../../src/acquisition/expected-improvement.ts";
import type { LogImprovement } from "../../src/acquisition/expected-improvement.ts";

const blank = (width: number): LogImprovement => ({
  value: 0,
  byMean: new Float64Array(width),
  byDeviation: new Float64Array(width),
});

const SAMPLES = 10_000;

describe.each([1, 2, 3])("expected hypervolume improvement of %i objectives", (width) => {
  const random = randomAt("expected improvement", width);
  const reference = Array.from({ length: width }, () => 1.1);
  const front = Array.from({ length: 12 }, () => reference.map(() => 0.2 + 0.8 * random.uniform()));
  const improvement = new ExpectedImprovement(nonDominatedBoxes(front, reference));
  const cases = Array.from({ length: 5 }, () => ({
    means: reference.map(() => 0.1 + 0.6 * random.uniform()),
    deviations: reference.map(() => 0.1 + 0.2 * random.uniform()),
  }));

  it.each(cases)("is that of a Monte Carlo within four standard errors", ({ means, deviations }) => {
    const before = hypervolume(front, reference);
    let sum = 0;
    let squares = 0;
    for (let sample = 0; sample < SAMPLES; sample++) {
      const point = means.map((mean, m) => mean + deviations[m]! * random.normal());
      const gain = hypervolume([...front, point], reference) - before;
      sum += gain;
      squares += gain * gain;
    }
    const mean = sum / SAMPLES;
    const error = Math.sqrt((squares / SAMPLES - mean * mean) / SAMPLES);
    const found = blank(width);
    improvement.evaluate(means, deviations, found, false);
    expect(Math.abs(Math.exp(found.value) - mean)).toBeLessThan(4 * error);
  });

  it.each(cases)("has the gradient of differences", ({ means, deviations }) => {
    const found = blank(width);
    improvement.evaluate(means, deviations, found, true);
    const valueAt = (mean: number, deviation: number, moved: number): number => {
      const other = blank(width);
      improvement.evaluate(
        means.map((each, m) => each + (m === moved ? mean : 0)),
        deviations.map((each, m) => each + (m === moved ? deviation : 0)),
        other,
        false,
      );
      return other.value;
    };
    for (let m = 0; m < width; m++) {
      // Central differences of step 1e-6 of numbers about 5.
      expect((valueAt(1e-6, 0, m) - valueAt(-1e-6, 0, m)) / 2e-6).toBeCloseTo(found.byMean[m]!, 6);
      expect((valueAt(0, 1e-6, m) - valueAt(0, -1e-6, m)) / 2e-6).toBeCloseTo(found.byDeviation[m]!, 6);
    }
  });

  it("has a value and a slope where the number itself is 0", () => {
    const found = blank(width);
    improvement.evaluate(
      reference.map(() => 5),
      reference.map(() => 0.05),
      found,
      true,
    );
    expect(Math.exp(found.value)).toBe(0);
    expect(Number.isFinite(found.value)).toBe(true);
    for (const slope of found.byMean) expect(slope).toBeLessThan(-100);
  });
});
