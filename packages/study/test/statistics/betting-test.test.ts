import { randomAt } from "@neurofront/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { evidenceAbove, evidenceBelow } from "../../src/statistics/betting-test.ts";

/** What 95 % confidence needs. */
const NEEDED = Math.log(20);

type Draw = (random: ReturnType<typeof randomAt>) => number;

const coin =
  (chance: number): Draw =>
  (random) =>
    Number(random.uniform() < chance);
/** A share of perfect chips, the others anywhere up to `worst`. */
const mixture =
  (perfect: number, worst: number): Draw =>
  (random) =>
    random.uniform() < perfect ? 1 : worst * random.uniform();
const uniform =
  (low: number, high: number): Draw =>
  (random) =>
    low + (high - low) * random.uniform();

function sample(draw: Draw, count: number, run: number): number[] {
  const random = randomAt(17, "betting", run);
  return Array.from({ length: count }, () => draw(random));
}

/** Of 2 000 samples of 500, those where the evidence ever reaches what 95 % needs. */
function wrongShare(draw: Draw, limit: number, evidence: typeof evidenceAbove): number {
  let wrong = 0;
  for (let run = 0; run < 2000; run++) if (evidence(sample(draw, 500, run), limit) >= NEEDED) wrong++;
  return wrong / 2000;
}

// The mean is exactly the limit: the worst that may happen. Ville: at most 5 % ever. Four standard errors of 2 000 coins of 5 %
// are 2 %.
describe("looking after every one of 500 observations errs in at most 5 % of samples", () => {
  it.each<[string, Draw, number]>([
    ["coins of 95 %", coin(0.95), 0.95],
    ["coins of a half", coin(0.5), 0.5],
    ["coins of 5 %", coin(0.05), 0.05],
    ["nine of ten perfect", mixture(0.9, 1), 0.95],
    ["half perfect, the rest close", uniform(0.9, 1), 0.95],
    ["skewed", mixture(0.98, 0.5), 0.985],
  ])("%s", (_name, draw, mean) => {
    expect(wrongShare(draw, mean, evidenceAbove)).toBeLessThan(0.07);
    expect(wrongShare(draw, mean, evidenceBelow)).toBeLessThan(0.07);
  });
});

describe("evidence", () => {
  it.each([
    // Perfect chips against 95 %: the capital grows by 1 + 0.9 * 0.05 / 0.95 a chip, so log 20 needs 65.
    [1, 0.95, 65],
    [1, 0.9, 32],
    [1, 0.5, 5],
  ])("of chips of %d above %d needs %i of them", (value, limit, chips) => {
    const least = Array.from({ length: 200 }, (_, k) => k + 1).find(
      (count) => evidenceAbove(new Float64Array(count).fill(value), limit) >= NEEDED,
    );
    expect(least).toBe(chips);
  });

  it.each([
    // Hopeless chips show it at once.
    [0, 0.95, 2],
    [0.5, 0.95, 3],
    [0.9, 0.95, 5],
  ])("of chips of %d below %d needs at most %i of them", (value, limit, chips) => {
    expect(evidenceBelow(new Float64Array(chips).fill(value), limit)).toBeGreaterThan(NEEDED);
  });

  it("never shrinks with more observations, and is never negative", () => {
    const values = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(values, fc.double({ min: 0, max: 1, noNaN: true }), (all, limit) => {
        for (const evidence of [evidenceAbove, evidenceBelow]) {
          const [part, whole] = [evidence(all.slice(0, -1), limit), evidence(all, limit)];
          expect(part).toBeGreaterThanOrEqual(0);
          expect(whole).toBeGreaterThanOrEqual(part);
        }
      }),
    );
  });

  it.each([
    ["no mean is above 1", [1, 1], 1, 0],
    ["every mean is above what is below 0", [0, 0], -0.1, Infinity],
    ["one value above 0 shows a mean above 0", [0, 1e-9], 0, Infinity],
    ["zeros show no mean above 0", [0, 0], 0, 0],
  ])("%s", (_name, values, limit, expected) => {
    expect(evidenceAbove(values, limit)).toBe(expected);
  });
});
