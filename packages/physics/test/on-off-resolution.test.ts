import { expect, it } from "vitest";
import { onOffResolution } from "../src/on-off-resolution.ts";

// Half a unit of the last digit.
it.each([
  [2, 0.2],
  [4, 0.43],
  [10, 0.69],
  [30, 0.88],
  [100, 0.96],
])("an on/off ratio of %d leaves %d of the resolution", (ratio, expected) => {
  expect(Math.abs(onOffResolution(1e-6, ratio * 1e-6) - expected)).toBeLessThan(0.005);
});
