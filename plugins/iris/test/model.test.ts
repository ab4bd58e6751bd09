import { defaultsOf, randomAt } from "@neurofront/core";
import { networkAccuracy } from "@neurofront/training";
import { describe, expect, it } from "vitest";
import { iris } from "../src/model.ts";

const defaults = defaultsOf(iris.parameters);

describe("the iris workload", () => {
  // 100 flowers: 0.01 is one of them.
  it.each([
    ["hinge", 6, 0.97],
    ["perceptron", 6, 0.98],
    ["ridge", 6, 0.97],
    ["l1-max-margin", 10, 1],
    ["least-current", 10, 1],
  ] as const)("is told by %s with %d bits a feature in %d of the flowers", async (recipe, bitsPerFeature, accuracy) => {
    const { quantities } = await iris.prepare({ ...defaults, recipe, bitsPerFeature }, 1);
    expect(Math.abs(quantities["idealAccuracy"]! - accuracy)).toBeLessThanOrEqual(0.02);
    expect(quantities["idealUnseenAccuracy"]).toBeGreaterThan(0.78);
  });

  it("says how many outputs no weights separate", async () => {
    const unseparated = async (bitsPerFeature: number) =>
      (await iris.prepare({ ...defaults, recipe: "l1-max-margin", bitsPerFeature }, 1)).quantities[
        "unseparatedOutputs"
      ];
    expect(await unseparated(6)).toBe(2);
    expect(await unseparated(10)).toBe(0);
  });

  it("needs a hidden layer where the lengths are analogue levels", async () => {
    const accuracy = async (hiddenNeurons: number) =>
      (await iris.prepare({ ...defaults, encoding: "analogue", hiddenNeurons }, 1)).quantities["idealAccuracy"]!;
    expect(await accuracy(10)).toBeGreaterThan((await accuracy(0)) + 0.05);
  });

  it("gains by training for the dead zone", async () => {
    const accuracy = async (deadZone: number) => {
      const { layers, clean } = await iris.prepare({ ...defaults, deadZone }, 1);
      return networkAccuracy(layers, clean, { threshold: 0.67, rule: "hold" }, randomAt(1, "test"));
    };
    // 0.84 and 0.92 were measured.
    expect(await accuracy(0.67)).toBeGreaterThan((await accuracy(0)) + 0.04);
  });

  it("measures the unseen flowers again for every copy, more copies leaving the first alone", async () => {
    const few = await iris.prepare({ ...defaults, samplesPerFlower: 2 }, 1);
    expect(few.test.count).toBe(100);
    const exact = await iris.prepare({ ...defaults, measurementSpread_m: 0, samplesPerFlower: 1 }, 1);
    expect(exact.quantities["idealTestAccuracy"]).toBe(exact.quantities["idealUnseenAccuracy"]);
  });
});
