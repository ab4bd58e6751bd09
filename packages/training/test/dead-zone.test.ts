import { describe, expect, it } from "vitest";
import { NO_DEAD_ZONE, firingChance } from "../src/dead-zone.ts";

describe("the chance to fire", () => {
  const hold = { threshold: 0.5, rule: "hold" } as const;
  const preset = { threshold: 0.5, rule: "preset" } as const;

  it.each([
    ["a sign neuron below zero", -1e-9, NO_DEAD_ZONE, 0],
    ["a sign neuron at zero", 0, NO_DEAD_ZONE, 0],
    ["a sign neuron above zero", 1e-9, NO_DEAD_ZONE, 1],
    ["a holding neuron below its zone", -0.51, hold, 0],
    ["a holding neuron in its zone, either state", -0.4, hold, 0.5],
    ["a holding neuron in its zone, either state", 0.5, hold, 0.5],
    ["a holding neuron above its zone", 0.51, hold, 1],
    ["a preset neuron in its zone", 0.4, preset, 0],
    ["a preset neuron above its zone", 0.51, preset, 1],
  ])("%s at %d", (_which, netInput, deadZone, chance) => {
    expect(firingChance(netInput, deadZone)).toBe(chance);
  });
});
