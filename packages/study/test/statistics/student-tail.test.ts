import { expect, it } from "vitest";
import { studentTail } from "../../src/statistics/student-tail.ts";

// Percentage points of Student's t, Abramowitz and Stegun (1964), table 26.10: three decimals of t.
it.each([
  [6.314, 1, 0.05],
  [2.92, 2, 0.05],
  [2.353, 3, 0.05],
  [4.541, 3, 0.01],
  [2.015, 5, 0.05],
  [2.764, 10, 0.01],
  [1.697, 30, 0.05],
  [2.617, 120, 0.005],
  [0, 7, 0.5],
])("t = %d with %i degrees of freedom is exceeded with chance %d", (t, freedom, chance) => {
  expect(Math.abs(studentTail(t, freedom) / chance - 1)).toBeLessThan(2e-3);
  expect(studentTail(-t, freedom)).toBeCloseTo(1 - studentTail(t, freedom), 12);
});
