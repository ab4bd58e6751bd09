import type { Score } from "@neurofront/core";
import { describe, expect, it } from "vitest";
import { ToleratedViolation } from "../src/tolerated-violation.ts";

const first = Array.from({ length: 100 }, (_, id): Score => ({
  id,
  status: "ok",
  objectives: [0],
  violation: id / 100,
}));

describe("the tolerated violation", () => {
  it("begins with what a fifth of the first designs show, falls, and ends after 30 % of the budget", () => {
    const tolerated = new ToleratedViolation(first, 1000);
    expect(tolerated.after(100)).toBe(0.2);
    expect(tolerated.after(250)).toBe(0.2 * 0.5 ** 2);
    expect([399, 400, 1000].map((n) => tolerated.after(n) > 0)).toStrictEqual([true, false, false]);
  });

  it("ends after 5 000 evaluations of a large budget", () => {
    const tolerated = new ToleratedViolation(first, 1e6);
    expect(tolerated.after(5000)).toBeGreaterThan(0);
    expect(tolerated.after(5100)).toBe(0);
  });

  it("is nothing where a fifth is feasible, or all are impossible", () => {
    const impossible = first.map((score): Score => ({ ...score, status: "impossible", objectives: [] }));
    expect(new ToleratedViolation(impossible, 1000).after(100)).toBe(0);
    const mostlyFeasible = first.map((score) => ({ ...score, violation: score.id < 30 ? 0 : 1 }));
    expect(new ToleratedViolation(mostlyFeasible, 1000).after(100)).toBe(0);
  });
});
