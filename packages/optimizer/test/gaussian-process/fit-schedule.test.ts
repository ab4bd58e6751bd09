import { expect, it } from "vitest";
import { fittedCount } from "../../src/gaussian-process/fit-schedule.ts";

it.each([
  [0, 0],
  [3, 3],
  [4, 4],
  [9, 9],
  [17, 16],
  [18, 18],
  [300, 289],
])("of %i observations %i are fitted", (count, fitted) => {
  expect(fittedCount(count)).toBe(fitted);
});

it("never lags behind by more than an eighth", () => {
  for (let count = 8; count < 1000; count++) expect(fittedCount(count)).toBeGreaterThan((8 / 9) * count - 1);
});
