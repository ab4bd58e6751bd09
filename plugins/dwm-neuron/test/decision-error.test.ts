import { describe, expect, it } from "vitest";
import { crossingErrorOf, decisionErrorProbability, writeErrorProbability } from "../src/decision-error.ts";
import { readErrorProbability } from "../src/read-path.ts";
import { deviceOf, workingOperation } from "./device.ts";

const device = deviceOf("A");

describe.each(["closed-form", "q-phi", "langevin"] as const)("fidelity %s", (fidelity) => {
  it("without temperature is the step at the switching current", () => {
    const other = { ...device, fidelity };
    const errorAt = crossingErrorOf(other, workingOperation(other), 0);
    expect([-1e-3, 0, 1.999e-6, 2e-6, 1e-3].map(errorAt)).toEqual([1, 1, 1, 0, 0]);
  });

  it("a wall that must hold sees the strip from its other end", () => {
    const other = { ...device, fidelity };
    for (const netCurrent_A of [-3e-6, -1e-7, 0, 1e-6, 5e-6]) {
      const hold = writeErrorProbability(other, 300, { netCurrent_A, mustSwitch: false });
      const mirrored = writeErrorProbability(other, 300, { netCurrent_A: -netCurrent_A, mustSwitch: true });
      expect(hold).toBe(1 - mirrored);
    }
  });

  it("a neuron that is reset errs as the mean of one that crosses and one that stays, and evenly at rest", () => {
    const held = { ...device, fidelity };
    const reset = { ...held, memory: "reset" as const };
    for (const netCurrent_A of [-2e-6, 0, 1e-6, 4e-6]) {
      const mean =
        (writeErrorProbability(held, 300, { netCurrent_A, mustSwitch: true }) +
          writeErrorProbability(held, 300, { netCurrent_A, mustSwitch: false })) /
        2;
      for (const mustSwitch of [true, false])
        expect(writeErrorProbability(reset, 300, { netCurrent_A, mustSwitch })).toBeCloseTo(mean, 14);
    }
    expect(writeErrorProbability(reset, 300, { netCurrent_A: 0, mustSwitch: true })).toBe(0.5);
  });
});

it("answers are the same whichever device or temperature was asked for before", () => {
  const devices = [device, { ...device, memory: "reset" as const }, { ...device, switchingCurrent_A: 3e-6 }];
  const decision = { netCurrent_A: 1e-6, mustSwitch: true };
  const answers = (): number[] =>
    [300, 350].flatMap((temperature_K) => devices.map((one) => decisionErrorProbability(one, temperature_K, decision)));
  const first = answers();
  expect(new Set(first).size).toBe(6);
  expect(answers()).toStrictEqual(first);
});

it("a wrong read of a wrong write is right", () => {
  const decision = { netCurrent_A: 1e-6, mustSwitch: true };
  const write = writeErrorProbability(device, 300, decision);
  const read = readErrorProbability(device);
  expect(decisionErrorProbability(device, 300, decision)).toBeCloseTo(write + read - 2 * write * read, 15);
});
