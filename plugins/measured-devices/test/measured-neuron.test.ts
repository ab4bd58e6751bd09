import { defaultsOf } from "@neurofront/core";
import type { NeuronModel } from "@neurofront/core";
import { describe, expect, it } from "vitest";
import { measuredNeuron } from "../src/measured-neuron.ts";
import { characterOf, modelOf, operating } from "./devices.ts";

const linear = modelOf(measuredNeuron) as NeuronModel;
const at = (switchingCurrent_A: number, model = linear) => {
  const { phases, energy, violations } = characterOf(model, { switchingCurrent_A }) as ReturnType<
    typeof characterOf
  > & {
    phases: { duration_s: number }[];
    energy: { energy_J: number }[];
  };
  return { delay_s: phases[0]!.duration_s, energy_J: energy[0]!.energy_J, violations };
};

describe("between its points", () => {
  it.each([
    // The points of the example.
    [0.5e-6, 3.75e-9, 0.06e-15],
    [10e-6, 0.305e-9, 1.83e-15],
    // Halfway between 2 and 5 uA: means of 1.04 and 0.492 ns, 0.25 and 0.74 fJ.
    [3.5e-6, 0.766e-9, 0.495e-15],
  ])("%d A takes %d s and %d J", (current_A, delay_s, energy_J) => {
    const found = at(current_A);
    // But for rounding.
    expect(found.delay_s / delay_s).toBeCloseTo(1, 12);
    expect(found.energy_J / energy_J).toBeCloseTo(1, 12);
    expect(found.violations).toEqual([]);
  });

  it("the cubic bends below the chord of a convex curve", () => {
    const cubic = modelOf(measuredNeuron, measuredNeuron.example, "monotone-cubic") as NeuronModel;
    expect(at(3.5e-6, cubic).delay_s).toBeLessThan(at(3.5e-6).delay_s);
    expect(at(2e-6, cubic).delay_s / 1.04e-9).toBeCloseTo(1, 12);
  });
});

describe("outside its points", () => {
  it.each([
    [0.3e-6, 0.4, "switchingCurrent is 300 nA; measured is 500 nA to 10 uA"],
    [15e-6, 0.5, "switchingCurrent is 15 uA; measured is 500 nA to 10 uA"],
  ])("%d A is invalid by %d of the bound", (current_A, amount, message) => {
    expect(at(current_A).violations).toEqual([
      { kind: "invalid", code: "outside-measured-points", message, amount: expect.closeTo(amount, 12) },
    ]);
  });

  it("a study may go no further than twice", () => {
    expect(linear.parameters["switchingCurrent_A"]).toMatchObject({ low: 0.25e-6, high: 20e-6 });
  });
});

it.each([
  // Threshold, and one and two standard deviations of 5 % beyond it: Phi(0), Phi(-1), Phi(-2).
  [2e-6, true, 0.5],
  [2.1e-6, true, 0.158655],
  [2.2e-6, true, 0.0227501],
  [-2e-6, false, 0.5],
  [0, false, 0],
])("with %d A it errs, switching %s, with %d", (netCurrent_A, mustSwitch, expected) => {
  const design = { ...defaultsOf(linear.parameters), switchingCurrent_A: 2e-6 };
  expect(linear.errorProbability(design, operating, { netCurrent_A, mustSwitch })).toBeCloseTo(expected, 6);
});
