import type { NeuronModel } from "@neurofront/core";
import { describe, expect, it } from "vitest";
import { tabulateDecisions } from "../src/decision.ts";
import { lookUp, tabulateError } from "../src/error-table.ts";
import { operatingPoint, tinyNeuron } from "./tiny-technology.ts";

/** Errs in 3 of 10 decisions when it must switch, in 1 of 10 when it may stay. */
const forgetful: NeuronModel = {
  ...tinyNeuron(),
  errorProbability: (_design, _operating, { mustSwitch }) => (mustSwitch ? 0.3 : 0.1),
};

const tabulate = (neuron: NeuronModel, previous: "sequence" | "random" | "opposite", outputs: number): number[] => {
  const tables = tabulateDecisions(neuron, {}, operatingPoint, previous, 1 / outputs, 0, 1e-6);
  return [lookUp(tables.wantedOn, 0), lookUp(tables.wantedOff, 0)];
};

describe("what the neuron held before", () => {
  it.each([
    // previous output, outputs, error of an output that must fire, and of one that must not
    ["opposite", 4, 0.3, 0.3],
    ["random", 4, 0.2, 0.2],
    ["sequence", 4, 0.75 * 0.3 + 0.25 * 0.1, 0.25 * 0.3 + 0.75 * 0.1],
    ["sequence", 26, (25 * 0.3 + 0.1) / 26, (0.3 + 25 * 0.1) / 26],
    ["sequence", 1, 0.1, 0.3],
  ] as const)("%s with %d outputs", (previous, outputs, on, off) => {
    const [foundOn, foundOff] = tabulate(forgetful, previous, outputs);
    expect(foundOn).toBeCloseTo(on, 14);
    expect(foundOff).toBeCloseTo(off, 14);
  });

  it.each([2, 3, 8])("sequence counts every pair of %d patterns once", (outputs) => {
    // Output 0, over all pairs (pattern before, pattern now): it must switch when what is wanted differs.
    const mustSwitch = { on: [0, 0], off: [0, 0] };
    for (let before = 0; before < outputs; before++)
      for (let now = 0; now < outputs; now++) {
        const counts = now === 0 ? mustSwitch.on : mustSwitch.off;
        counts[(before === 0) === (now === 0) ? 1 : 0]! += 1;
      }
    const error = ([switching, holding]: number[]): number =>
      (0.3 * switching! + 0.1 * holding!) / (switching! + holding!);
    const [on, off] = tabulate(forgetful, "sequence", outputs);
    expect(on).toBeCloseTo(error(mustSwitch.on), 14);
    expect(off).toBeCloseTo(error(mustSwitch.off), 14);
  });

  it("a threshold is asked for switching only", () => {
    const neuron = tinyNeuron({ threshold_A: 2e-6 });
    const tables = tabulateDecisions(neuron, {}, operatingPoint, "sequence", 1 / 8, 2e-6, 10e-6);
    // Between minus and plus the threshold the old output stays: wrong where it had to switch.
    expect(lookUp(tables.wantedOn, 1e-6)).toBeCloseTo(7 / 8, 12);
    expect(lookUp(tables.wantedOff, 1e-6)).toBeCloseTo(1 / 8, 12);
    expect(lookUp(tables.wantedOn, 3e-6)).toBe(0);
    expect(lookUp(tables.wantedOn, -3e-6)).toBe(1);
    const worst = tabulateDecisions(neuron, {}, operatingPoint, "opposite", 1 / 8, 2e-6, 10e-6);
    expect(lookUp(worst.wantedOff, 1e-6)).toBe(1);
  });

  it.each(["sequence", "random", "opposite"] as const)("without memory it does not matter: %s", (previous) => {
    const neuron = tinyNeuron({ noise_A: 1e-6 });
    const tables = tabulateDecisions(neuron, {}, operatingPoint, previous, 1 / 3, 0, 10e-6);
    expect(tables.wantedOn).toBe(tables.wantedOff);
    expect(tables.wantedOn).toStrictEqual(
      tabulateError(
        (netCurrent_A) => neuron.errorProbability({}, operatingPoint, { netCurrent_A, mustSwitch: true }),
        10e-6,
        0,
      ),
    );
  });

  it("design and operating point reach the neuron", () => {
    const seen = new Set<unknown>();
    const neuron: NeuronModel = {
      ...tinyNeuron(),
      errorProbability: (design, operating) => {
        seen.add(design).add(operating);
        return 0.5;
      },
    };
    const design = { width_m: 1e-8 };
    tabulateDecisions(neuron, design, operatingPoint, "random", 1 / 8, 0, 1e-6);
    expect([...seen]).toStrictEqual([design, operatingPoint]);
  });
});
