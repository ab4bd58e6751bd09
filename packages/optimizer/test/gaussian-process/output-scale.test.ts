import { describe, expect, it } from "vitest";
import { outputScale } from "../../src/gaussian-process/output-scale.ts";

describe("the scale of a quantity", () => {
  it("gives mean 0 and deviation 1, and standard errors in the same unit", () => {
    const values = [3, 5, 7, 9, 11];
    const scale = outputScale(values, 5);
    expect(scale.isLogarithmic).toBe(false);
    const scaled = values.map(scale.toModel);
    expect(scaled.reduce((sum, value) => sum + value, 0)).toBeCloseTo(0, 12);
    expect(scaled.reduce((sum, value) => sum + value * value, 0) / 5).toBeCloseTo(1, 12);
    expect(scale.errorToModel(7, 2)).toBeCloseTo(scaled[3]! - scaled[2]!, 12);
  });

  it.each([
    ["positive over decades", [1e-15, 1e-14, 1e-13, 1e-12, 1e-11], 5, true],
    ["positive within two decades", [1, 2, 5, 10, 20], 5, false],
    ["with a negative value", [-1e-15, 1e-14, 1e-13, 1e-12, 1e-11], 5, false],
    ["over decades only where the search has driven it", [1, 2, 3, 4, 1e-6, 1e-7, 1e-8, 1e-9], 4, false],
  ])("of values %s", (_, values, decidedBy, isLogarithmic) => {
    expect(outputScale(values, decidedBy).isLogarithmic).toBe(isLogarithmic);
  });

  it("of a logarithmic quantity takes relative errors", () => {
    const scale = outputScale([1e-15, 1e-14, 1e-13, 1e-12, 1e-11], 5);
    const decade = scale.toModel(1e-12) - scale.toModel(1e-13);
    expect(scale.errorToModel(1e-13, 1e-14)).toBeCloseTo((0.1 * decade) / Math.LN10, 12);
  });

  it("holds values that have no meaning but bad, and keeps the others apart", () => {
    const values = [1, 2, 3, 4, 5, 6, Number.MAX_VALUE];
    const scale = outputScale(values, 7);
    expect(Number.isFinite(scale.toModel(Number.MAX_VALUE))).toBe(true);
    expect(scale.toModel(2) - scale.toModel(1)).toBeGreaterThan(0.05);
  });

  it("of equal values is 0", () => {
    const scale = outputScale([4, 4, 4], 3);
    expect(scale.toModel(4)).toBe(0);
  });
});
