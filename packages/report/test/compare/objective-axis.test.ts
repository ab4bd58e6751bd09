import type { ResolvedObjective } from "@neurofront/core";
import { describe, expect, it } from "vitest";
import { objectiveAxis } from "../../src/compare/objective-axis.ts";
import { referencePoint } from "../../src/compare/reference-point.ts";

const energy: ResolvedObjective = { metric: "energy", statistic: "mean", goal: "minimize" };
const accuracy: ResolvedObjective = { metric: "accuracy", statistic: "mean", goal: "maximize" };

describe("objectiveAxis", () => {
  it.each([
    // One decade is 1 up to rounding of the logarithm.
    ["energy in decades", energy, 1e-15, -15, 1e-15],
    ["accuracy as it is, less is better", accuracy, -0.95, -0.95, 0.95],
  ])("measures %s", (_case, objective, stored, place, metric) => {
    const axis = objectiveAxis(objective);
    expect(axis.place(stored)).toBeCloseTo(place, 12);
    expect(axis.metricAt(axis.place(stored)) / metric).toBeCloseTo(1, 12);
  });
});

describe("referencePoint", () => {
  const axes = [objectiveAxis(energy), objectiveAxis(accuracy)];
  const fronts = [
    [-15, -0.9],
    [-13, -0.8],
  ];

  it("lies a tenth of the span beyond the worst of all fronts", () => {
    const { origin, places, metrics } = referencePoint(axes, fronts, undefined);
    expect(origin).toBe("derived");
    expect(places[0]).toBeCloseTo(-12.8, 12);
    expect(places[1]).toBeCloseTo(-0.79, 12);
    expect(metrics[1]!.value).toBeCloseTo(0.79, 12);
  });

  it("has room where all points agree", () => {
    expect(referencePoint([axes[0]!], [[-15], [-15]], undefined).places[0]).toBeCloseTo(-14.9, 12);
  });

  it("is the one that is given", () => {
    const given = referencePoint(axes, fronts, new Map([["energy", 1e-12] as const, ["accuracy", 0.5] as const]));
    expect(given.origin).toBe("given");
    expect(given.places[0]).toBeCloseTo(-12, 12);
    expect(given.places[1]).toBe(-0.5);
  });

  it.each([
    ["an objective is missing", new Map([["energy", 1e-12] as const]), /accuracy .* has none/u],
    ["a cost is not above 0", new Map([["energy", 0] as const, ["accuracy", 1] as const]), /must be above 0, found 0/u],
  ])("is refused where %s", (_case, given, message) => {
    expect(() => referencePoint(axes, fronts, given)).toThrow(message);
  });
});
