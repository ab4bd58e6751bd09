import { dominates, randomAt } from "@neurofront/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hypervolume } from "../../src/pareto/hypervolume.ts";
import { hypervolumeContributions } from "../../src/pareto/hypervolume-contributions.ts";

type Points = readonly (readonly number[])[];

/** None dominates another; repetitions stay. */
function frontOf(points: Points): Points {
  return points.filter((point) => !points.some((other) => dominates(other, point)));
}

describe.each([2, 3])("with %i objectives", (objectiveCount) => {
  const coarse = fc.array(
    fc.array(
      fc.integer({ min: 0, max: 6 }).map((n) => n / 6),
      { minLength: objectiveCount, maxLength: objectiveCount },
    ),
    { maxLength: 30 },
  );
  const fine = fc.array(
    fc.array(fc.double({ min: 0, max: 1.1, noNaN: true }), { minLength: objectiveCount, maxLength: objectiveCount }),
    { maxLength: 40 },
  );

  it.each([
    ["many ties", coarse],
    ["points also outside of the reference", fine],
  ])("is what the hypervolume loses without the point: %s", (_title, points) => {
    fc.assert(
      fc.property(points, (some) => {
        const front = frontOf(some);

        const reference = Array.from({ length: objectiveCount }, () => 1);
        const whole = hypervolume(front, reference);
        const found = hypervolumeContributions(Float64Array.from(front.flat()), reference);
        for (const [index, point] of front.entries()) {
          const first = front.findIndex((other) => other.every((value, k) => value === point[k]));
          const lost =
            whole -
            hypervolume(
              front.filter((_, k) => k !== index),
              reference,
            );
          // A repeated point alone dominates nothing; the sweep gives its share to the first of them.
          const repeated = front.some((other, k) => k !== index && other.every((value, m) => value === point[m]));
          if (repeated && first === index) continue;
          // Differences of volumes up to 1: rounding.
          expect(Math.abs(found[index]! - lost)).toBeLessThan(1e-14 * 100);
        }
      }),
      { numRuns: 300 },
    );
  });
});

it("of points on a sphere is small and positive", () => {
  const random = randomAt("sphere");
  const points = Array.from({ length: 200 }, () => {
    const direction = [random.uniform(), random.uniform(), random.uniform()];
    const length = Math.hypot(...direction);
    return direction.map((value) => value / length);
  });
  const shares = hypervolumeContributions(Float64Array.from(points.flat()), [1.1, 1.1, 1.1]);
  expect(shares.every((share) => share > 0 && share < 0.02)).toBe(true);
});

it("refuses more objectives", () => {
  expect(() => hypervolumeContributions(new Float64Array(4), [1, 1, 1, 1])).toThrow("not for 4");
});
