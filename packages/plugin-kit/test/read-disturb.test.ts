import fc from "fast-check";
import { expect, it } from "vitest";
import { readDisturbViolation } from "../src/read-disturb.ts";

const disturb = {
  stateChange: 1e-10,
  conductanceChange: 2e-9,
  inputVoltage_V: 0.1,
  readsPerWrite: 1e6,
  tolerated: 0.05,
};

it.each([
  { title: "a motion within the spread", given: {}, found: { kind: "warning", amount: 0 } },
  // 1e9 * 2e-9 = 2 = 0.05 (1 + 39).
  { title: "more reads", given: { readsPerWrite: 1e9 }, found: { kind: "invalid", amount: expect.closeTo(39, 9) } },
  { title: "no spread", given: { tolerated: 0 }, found: { kind: "invalid", amount: expect.closeTo(2e-3, 12) } },
])("judges $title", ({ given, found }) => {
  expect(readDisturbViolation({ ...disturb, ...given })).toMatchObject({ code: "read-disturb", ...found });
});

it("has nothing to say about a read that moves nothing", () => {
  expect(readDisturbViolation({ ...disturb, stateChange: 0, conductanceChange: 0 })).toBeUndefined();
});

it("reports any motion at all", () => {
  fc.assert(
    fc.property(fc.double({ min: 1e-300, max: 1, noNaN: true }), (stateChange) => {
      expect(readDisturbViolation({ ...disturb, stateChange, conductanceChange: stateChange })).toMatchObject({
        code: "read-disturb",
      });
    }),
  );
});
