import { randomAt } from "@neurofront/core";
import { describe, expect, it } from "vitest";
import { SuccessMemory } from "../../src/shade/success-memory.ts";

const means = (memory: SuccessMemory) => {
  const random = randomAt("memory");
  const drawn = Array.from({ length: 6000 }, () => memory.draw(random));
  for (const { factor, rate } of drawn) {
    expect(factor).toBeGreaterThan(0);
    expect(factor).toBeLessThanOrEqual(1);
    expect(rate).toBeGreaterThanOrEqual(0);
    expect(rate).toBeLessThanOrEqual(1);
  }
  return drawn.reduce((sum, { rate }) => sum + rate, 0) / drawn.length;
};

describe("the memory of successes", () => {
  it("moves one entry in six after another towards what succeeded, weighted by the gain", () => {
    const memory = new SuccessMemory();
    expect(means(memory)).toBeCloseTo(0.5, 1);
    for (let k = 0; k < 6; k++) {
      memory.learn([
        { factor: 0.5, rate: 0.9, gain: 9 },
        { factor: 0.5, rate: 0.1, gain: 1 },
      ]);
      // The Lehmer mean of the rates is (9 x 0.81 + 0.01) / (9 x 0.9 + 0.1) = 0.8902; rates are cut at 1.
      const expected = ((k + 1) * 0.885 + (5 - k) * 0.5) / 6;
      expect(Math.abs(means(memory) - expected)).toBeLessThan(0.02);
    }
  });

  it("keeps a rate that became 0", () => {
    const memory = new SuccessMemory();
    for (let k = 0; k < 6; k++) memory.learn([{ factor: 0.5, rate: 0, gain: 1 }]);
    for (let k = 0; k < 6; k++) memory.learn([{ factor: 0.5, rate: 1, gain: 1 }]);
    expect(means(memory)).toBe(0);
  });

  it("learns nothing from no success", () => {
    const memory = new SuccessMemory();
    memory.learn([]);
    expect(means(memory)).toBeCloseTo(0.5, 1);
  });
});
