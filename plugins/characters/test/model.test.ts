import { defaultsOf } from "@neurofront/core";
import { describe, expect, it } from "vitest";
import { characters } from "../src/model.ts";

const defaults = defaultsOf(characters.parameters);

describe("the characters workload", () => {
  it("prepares 26 columns of largest magnitude 1, 26 letters and 1040 disturbed ones", async () => {
    for (const recipe of ["l1-max-margin", "ridge"] as const) {
      const prepared = await characters.prepare({ ...defaults, recipe }, 1);
      const [layer] = prepared.layers;
      expect([layer!.inputCount, layer!.outputCount, layer!.positions]).toStrictEqual([26, 26, 1]);
      expect([prepared.clean.count, prepared.test.count]).toStrictEqual([26, 1040]);
      for (let output = 0; output < 26; output++) {
        const column = layer!.weights.filter((_, at) => at % 26 === output);
        expect(Math.max(...column.map(Math.abs))).toBe(1);
      }
      expect(prepared.quantities["idealAccuracy"]).toBe(1);
    }
  });

  it("is the same for the same design and seed, and trains without the seed", async () => {
    const first = await characters.prepare(defaults, 5);
    expect(await characters.prepare(defaults, 5)).toStrictEqual(first);
    const other = await characters.prepare(defaults, 6);
    expect(other.layers).toStrictEqual(first.layers);
    expect(other.test.patterns).not.toStrictEqual(first.test.patterns);
  });

  it("resolves twelve times finer by margin than by ridge training", async () => {
    const margin = await characters.prepare(defaults, 1);
    const ridge = await characters.prepare({ ...defaults, recipe: "ridge" }, 1);
    expect(margin.quantities["smallestResolution"]).toBeCloseTo(0.2, 9);
    expect(margin.quantities["medianResolution"]).toBeCloseTo(1 / 3, 9);
    // 20 % against 1.716 %.
    expect(margin.quantities["smallestResolution"]! / ridge.quantities["smallestResolution"]!).toBeCloseTo(11.65, 2);
  });
});
