import { randomAt } from "@neurofront/core";
import { expect, it } from "vitest";
import { chanceThatBelow } from "../../src/statistics/paired-difference.ts";

/** Two candidates on common chips: what chips do to both is ten times what they do to each alone. */
function pairs(count: number, gap: number, run: number): [number[], number[]] {
  const random = randomAt(5, "pairs", run);
  const common = Array.from({ length: count }, () => 0.1 * random.normal());
  return [
    common.map((shift) => shift + 0.01 * random.normal()),
    common.map((shift) => shift + gap + 0.01 * random.normal()),
  ];
}

it("is below 5 % in 5 % of pairs without a difference", () => {
  let low = 0;
  for (let run = 0; run < 4000; run++) if (chanceThatBelow(...pairs(8, 0, run)) < 0.05) low++;
  // Four standard errors of 4 000 coins of 5 %.
  expect(Math.abs(low / 4000 - 0.05)).toBeLessThan(0.014);
});

it("sees a difference of a fifth of the common scatter in eight pairs, where the values alone show nothing", () => {
  let paired = 0;
  let unpaired = 0;
  for (let run = 0; run < 400; run++) {
    const [a, b] = pairs(8, 0.02, run);
    if (chanceThatBelow(a, b) < 0.05) paired++;
    if (chanceThatBelow(a, b.toReversed()) < 0.05) unpaired++;
  }
  expect(paired / 400).toBeGreaterThan(0.9);
  expect(unpaired / 400).toBeLessThan(0.2);
});

it.each([
  ["two pairs", [0, 0], [1, 1], 1],
  ["equal differences above 0", [0, 1, 2], [1, 2, 3], 0],
  ["no difference at all", [1, 2, 3], [1, 2, 3], 1],
])("%s", (_name, a, b, expected) => {
  expect(chanceThatBelow(a, b)).toBe(expected);
});
