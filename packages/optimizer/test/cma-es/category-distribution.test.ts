import { randomAt } from "@neurofront/core";
import { describe, expect, it } from "vitest";
import { CategoryDistribution } from "../../src/cma-es/category-distribution.ts";

describe("the distribution of categories", () => {
  const drawn = (distribution: CategoryDistribution, part: number) => {
    const random = randomAt("categories");
    return (
      Array.from({ length: 4000 }, () => distribution.draw(random)[0]!).filter((own) => own === part).length / 4000
    );
  };

  it("starts uniform, and learns what is selected up to a margin", () => {
    const distribution = new CategoryDistribution([4, 2]);
    // Four standard deviations of a binomial share.
    expect(Math.abs(drawn(distribution, 3) - 0.25)).toBeLessThan(4 * Math.sqrt((0.25 * 0.75) / 4000));
    for (let generation = 0; generation < 200; generation++) distribution.adapt([[3, 0]], Float64Array.of(1));
    // Two categories stay both the same with a chance of 0.73 at the margin.
    const most = Math.sqrt(0.73);
    expect(Math.abs(drawn(distribution, 3) - most)).toBeLessThan(4 * Math.sqrt((most * (1 - most)) / 4000));
    expect(drawn(distribution, 0)).toBeGreaterThan(0.02);
  });
});
