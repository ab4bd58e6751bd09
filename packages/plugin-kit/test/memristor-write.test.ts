import { expect, it } from "vitest";
import { writeBetweenEnds } from "../src/memristor-write.ts";

const fast = { voltage_V: 2, transit: { duration_s: 1e-9, energy_J: 5e-12, largestCurrent_A: 3e-3 } };
const slow = { voltage_V: -1, transit: { duration_s: 1e-6, energy_J: 1e-12, largestCurrent_A: 1e-4 } };

it.each([
  { title: "reset", set: fast, reset: slow },
  { title: "set", set: slow, reset: fast },
])("costs the slower direction, $title", ({ title, set, reset }) => {
  const { write, violations } = writeBetweenEnds(set, reset);
  expect(write).toMatchObject({ voltage_V: -1, duration_s: 1e-6, energy_J: 1e-12 });
  expect(write?.formula).toContain(`${title}, the slower direction`);
  expect(violations).toEqual([]);
});

it("reports both directions", () => {
  expect(writeBetweenEnds(fast, slow).quantities).toEqual({
    setDuration_s: 1e-9,
    setEnergy_J: 5e-12,
    setLargestCurrent_A: 3e-3,
    resetDuration_s: 1e-6,
    resetEnergy_J: 1e-12,
    resetLargestCurrent_A: 1e-4,
  });
});

it("has no cost and a reason when a direction does not get to its end", () => {
  const found = writeBetweenEnds(fast, { voltage_V: -1, transit: undefined });
  expect(found).not.toHaveProperty("write");
  expect(found.violations).toMatchObject([{ kind: "invalid", code: "reset-incomplete", amount: 1 }]);
  expect(found.quantities).not.toHaveProperty("resetDuration_s");
  expect(writeBetweenEnds({ voltage_V: 1, transit: undefined }, slow).violations).toMatchObject([
    { code: "set-incomplete" },
  ]);
});
