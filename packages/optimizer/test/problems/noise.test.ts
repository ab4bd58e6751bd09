import { describe, expect, it } from "vitest";
import { withBernoulliNoise, withGaussianNoise } from "../../src/problems/noise.ts";
import { technologies } from "../../src/problems/technologies.ts";
import { zdt1 } from "../../src/problems/zdt.ts";

const point = Float64Array.from(zdt1.dimensions, () => 0.25);
const exact = zdt1.evaluate(point).objectives;

describe.each([
  ["normal", withGaussianNoise(zdt1, 0.2, 1)],
  ["counted", withBernoulliNoise(zdt1, 50, 5, 1)],
])("%s noise", (_title, noisy) => {
  it("has the exact objectives as its mean and the spread that it states", () => {
    const count = 2000;
    const answers = Array.from({ length: count }, (_, replicate) => noisy.evaluate(point, replicate));
    for (const [m, value] of exact.entries()) {
      const mean = answers.reduce((sum, { objectives }) => sum + objectives[m]!, 0) / count;
      const variance = answers.reduce((sum, { objectives }) => sum + (objectives[m]! - mean) ** 2, 0) / (count - 1);
      const stated = answers.reduce((sum, { standardErrors }) => sum + standardErrors![m]! ** 2, 0) / count;
      // Four standard errors of the mean; the spread of a spread of 2000 is 1.6 %, the stated one is drawn towards a half.
      expect(Math.abs(mean - value)).toBeLessThan(4 * Math.sqrt(variance / count));
      expect(Math.sqrt(variance / stated)).toBeGreaterThan(0.85);
      expect(Math.sqrt(variance / stated)).toBeLessThan(1.1);
    }
  });

  it("is the same for the same replicate", () => {
    expect(noisy.evaluate(point, 3)).toStrictEqual(noisy.evaluate(point, 3));
    expect(noisy.evaluate(point, 3)).not.toStrictEqual(noisy.evaluate(point, 4));
  });
});

it("an impossible design has no noise", () => {
  const impossible = Float64Array.of(0.6, 0.5, 0.5, 0.3, 0.1, 0.4);
  expect(withGaussianNoise(technologies, 1, 1).evaluate(impossible)).toStrictEqual(technologies.evaluate(impossible));
});
