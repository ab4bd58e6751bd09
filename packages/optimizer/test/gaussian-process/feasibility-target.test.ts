import { expect, it } from "vitest";
import { feasibilityTargets, impossibility } from "../../src/gaussian-process/feasibility-target.ts";

it("is negative exactly without violation, grows with it, and is bounded", () => {
  const targets = feasibilityTargets([0, 1e-9, 0.1, 1, 10, 1e300, Infinity]);
  expect(targets[0]).toBeLessThan(0);
  for (let k = 1; k < 6; k++) expect(targets[k]).toBeGreaterThan(targets[k - 1]!);
  expect(targets[6]).toBe(targets[5]);
  expect(targets[6]).toBeLessThan(5);
});

it("takes every impossible design for beyond the limit", () => {
  expect(impossibility({ id: 0, status: "impossible", objectives: [], violation: 0 })).toBeGreaterThan(0);
  expect(impossibility({ id: 0, status: "ok", objectives: [1], violation: 3 })).toBe(0);
});
