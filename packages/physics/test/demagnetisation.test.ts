import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { demagnetisingFactors } from "../src/demagnetisation.ts";
import { demagnetisationByMpmath } from "./peers/demagnetisation.ts";

describe("demagnetisingFactors", () => {
  it.each(demagnetisationByMpmath)("of %o", (prism, [x, y, z], tolerance) => {
    const factors = demagnetisingFactors(prism);
    expect(Math.abs(factors.x - x)).toBeLessThan(tolerance);
    expect(Math.abs(factors.y - y)).toBeLessThan(tolerance);
    expect(Math.abs(factors.z - z)).toBeLessThan(tolerance);
  });

  it("of a long square rod approaches 1/2 across, of a wide film 1 across", () => {
    // Both approach as the inverse of the aspect ratio (with a logarithm for the film).
    expect(Math.abs(demagnetisingFactors({ x_m: 5000, y_m: 1, z_m: 1 }).y - 0.5)).toBeLessThan(1e-4);
    expect(Math.abs(demagnetisingFactors({ x_m: 5000, y_m: 5000, z_m: 1 }).z - 1)).toBeLessThan(2e-3);
  });

  const edge_m = fc.double({ min: 0, max: 3, noNaN: true }).map((decade) => 10 ** decade * 1e-9);
  it("are positive, sum to 1 and are largest along the shortest edge", () => {
    fc.assert(
      fc.property(edge_m, edge_m, edge_m, (x_m, y_m, z_m) => {
        const { x, y, z } = demagnetisingFactors({ x_m, y_m, z_m });
        expect(Math.min(x, y, z)).toBeGreaterThan(0);
        // Cancellation at an aspect ratio of 1000, as above.
        expect(Math.abs(x + y + z - 1)).toBeLessThan(1e-9);
        expect((x_m - y_m) * (x - y)).toBeLessThanOrEqual(1e-9 * Math.abs(x_m - y_m));
      }),
    );
  });

  it("follow the axes and ignore the scale", () => {
    fc.assert(
      fc.property(edge_m, edge_m, edge_m, fc.integer({ min: -20, max: 20 }), (a_m, b_m, c_m, power) => {
        const first = demagnetisingFactors({ x_m: a_m, y_m: b_m, z_m: c_m });
        const turned = demagnetisingFactors({ x_m: b_m * 2 ** power, y_m: c_m * 2 ** power, z_m: a_m * 2 ** power });
        // A power of two scales without rounding, and the axes turn cyclically: the same operations.
        expect(turned).toEqual({ x: first.y, y: first.z, z: first.x });
      }),
    );
  });

  it.each([
    [{ x_m: 0, y_m: 1, z_m: 1 }, "positive finite edges, got edges of 0 m"],
    [{ x_m: 1, y_m: -1, z_m: 1 }, "positive finite edges"],
    [{ x_m: 1, y_m: NaN, z_m: 1 }, "positive finite edges"],
    [{ x_m: 1, y_m: 1, z_m: Infinity }, "positive finite edges"],
    [{ x_m: 1e5, y_m: 1, z_m: 1 }, "within a ratio of 10000, got edges of 100000 m, 1 m and 1 m"],
  ])("refuse %o", (prism, message) => {
    expect(() => demagnetisingFactors(prism)).toThrow(message);
  });
});
