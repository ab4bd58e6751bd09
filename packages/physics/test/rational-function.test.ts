import { expect, it } from "vitest";
import { rational } from "../src/rational-function.ts";

it("takes coefficients from the highest power down", () => {
  // (x² + 2x + 3)/(0x² + 4x + 5) at 2, in exact binary fractions up to the division.
  expect(rational([1, 2, 3], [0, 4, 5], 2)).toBe(11 / 13);
});
