import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { interpolant } from "../src/interpolant.ts";

/** Points of a falling delay, unevenly spaced. */
const x = Float64Array.of(0.5, 2, 5, 10);
const y = Float64Array.of(3.75, 1.04, 0.492, 0.305);

describe.each(["linear", "monotone-cubic"] as const)("%s", (interpolation) => {
  const curve = interpolant(x, y, interpolation);

  it("goes through its points and keeps the value of its ends", () => {
    expect([...x].map(curve)).toEqual([...y]);
    expect([curve(0), curve(11), curve(-Infinity), curve(Infinity)]).toEqual([3.75, 0.305, 3.75, 0.305]);
  });

  it("stays between neighbouring points, and is monotone where they are", () => {
    const steps = fc.array(
      fc.tuple(fc.double({ min: 0.01, max: 10, noNaN: true }), fc.double({ min: -1, max: 1, noNaN: true })),
      {
        minLength: 3,
        maxLength: 12,
      },
    );
    fc.assert(
      fc.property(
        steps,
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (drawn, s, t) => {
          const at = Float64Array.from(drawn, (_, k) => drawn.slice(0, k + 1).reduce((sum, [width]) => sum + width, 0));
          const values = Float64Array.from(drawn, ([, value]) => value);
          const through = interpolant(at, values, interpolation);
          for (let k = 1; k < at.length; k++) {
            const [left, right] = [values[k - 1]!, values[k]!];
            const inside = (share: number): number => through(at[k - 1]! + share * (at[k]! - at[k - 1]!));
            const [first, second] = [inside(Math.min(s, t)), inside(Math.max(s, t))];
            // Rounding of a cubic with values of order one.
            expect(first).toBeGreaterThanOrEqual(Math.min(left, right) - 1e-12);
            expect(first).toBeLessThanOrEqual(Math.max(left, right) + 1e-12);
            expect(Math.sign(right - left) * (second - first)).toBeGreaterThanOrEqual(-1e-12);
          }
        },
      ),
    );
  });

  it("gives a straight line back", () => {
    const line = interpolant(
      x,
      x.map((value) => 3 * value - 1),
      interpolation,
    );
    for (const at of [0.5, 0.7, 3, 4.9, 9.99]) expect(line(at)).toBeCloseTo(3 * at - 1, 12);
  });
});

// Fritsch and Butland's slopes by hand, intervals 1 and 1, differences 1 and 3: the middle slope is 6 / (3/1 + 3/3) = 1.5; the end
// slopes (3 * 1 - 3) / 2 = 0 and (3 * 3 - 1) / 2 = 4. At 1/2: 1/2 + (0 - 1.5) / 8 = 0.3125; at 3/2: 5/2 + (1.5 - 4) / 8 = 2.1875.
it.each([
  [0.5, 0.3125],
  [1.5, 2.1875],
])("cubic at %d is %d", (at, expected) => {
  expect(interpolant(Float64Array.of(0, 1, 2), Float64Array.of(0, 1, 4), "monotone-cubic")(at)).toBeCloseTo(
    expected,
    14,
  );
});

it("two points are a line for both", () => {
  for (const interpolation of ["linear", "monotone-cubic"] as const)
    expect(interpolant(Float64Array.of(0, 4), Float64Array.of(1, 3), interpolation)(1)).toBe(1.5);
});
