import { expect, it } from "vitest";
import { resetEnergy, resetPhases } from "../src/reset.ts";
import { deviceOf, relativeError, workingOperation } from "./device.ts";

const held = deviceOf("A");
const reset = deviceOf("A", { memory: "reset" });

it("a neuron that holds has no preset", () => {
  expect(resetPhases(held, workingOperation(held))).toEqual([]);
  expect(resetEnergy(held, workingOperation(held))).toEqual([]);
});

it.each(["closed-form", "q-phi"] as const)(
  "a reset of 5 uA takes the crossing time at 5 uA and three relaxation times, from 0.1 V, %s",
  (fidelity) => {
    const other = { ...reset, fidelity };
    const operation = workingOperation(other);
    const [phase] = resetPhases(other, operation);
    expect(phase?.phase).toBe("preset");
    // 0.4925 ns by integration, 0.4929 ns in closed form; 127.4 ps of relaxation at 5 uA.
    expect(relativeError(phase!.duration_s, 0.8747e-9)).toBeLessThan(2e-3);
    const [entry] = resetEnergy(other, operation);
    expect(entry?.line).toBe("preset");
    expect(relativeError(entry!.energy_J, 0.1 * 5e-6 * 0.8747e-9)).toBeLessThan(2e-3);
  },
);
