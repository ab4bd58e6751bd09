import { expect, it } from "vitest";
import { threePointNoise } from "../src/three-point-noise.ts";

/** Uniform numbers by the additive recurrence of the golden ratio: evenly spread, so that moments show the weights. */
function evenUniform(): { uniform(): number } {
  let state = 0;
  return { uniform: () => (state = (state + 0.618033988749895) % 1) };
}

it("has the first four moments of a normal number", () => {
  const noise = threePointNoise(evenUniform());
  const count = 600_000;
  const moments = [0, 0, 0, 0];
  for (let k = 0; k < count; k++) {
    const value = noise.normal();
    for (let power = 0; power < 4; power++) moments[power]! += value ** (power + 1) / count;
  }
  // 600 000 draws: about 0.0013 for the mean, 0.0018 for the variance, 0.0055 for the fourth moment, times three.
  expect(Math.abs(moments[0]!)).toBeLessThan(0.004);
  expect(Math.abs(moments[1]! - 1)).toBeLessThan(0.006);
  expect(Math.abs(moments[2]!)).toBeLessThan(0.01);
  expect(Math.abs(moments[3]! - 3)).toBeLessThan(0.02);
});

it("takes three values", () => {
  const noise = threePointNoise(evenUniform());
  const seen = new Set(Array.from({ length: 1000 }, () => noise.normal()));
  expect([...seen].toSorted((a, b) => a - b)).toEqual([-Math.sqrt(3), 0, Math.sqrt(3)]);
});
