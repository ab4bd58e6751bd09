import { randomAt } from "@neurofront/core";
import { describe, expect, it } from "vitest";
import { gapToNext } from "../../src/operators/gap.ts";

describe("the gap to the next success", () => {
  it.each([0.03, 0.2, 0.5, 0.9])("has the mean of a geometric distribution of %d", (probability) => {
    const random = randomAt("gap", probability);
    const count = 20_000;
    let sum = 0;
    for (let k = 0; k < count; k++) sum += gapToNext(probability, random);
    const mean = (1 - probability) / probability;
    const deviation = Math.sqrt(1 - probability) / probability;
    // Four standard errors.
    expect(Math.abs(sum / count - mean)).toBeLessThan((4 * deviation) / Math.sqrt(count));
  });

  it("knows the certain and the impossible", () => {
    const random = randomAt("gap");
    expect(gapToNext(1, random)).toBe(0);
    expect(gapToNext(3, random)).toBe(0);
    expect(gapToNext(0, random)).toBe(Infinity);
  });
});
