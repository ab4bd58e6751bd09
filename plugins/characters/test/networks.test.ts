import { defaultsOf, randomAt } from "@neurofront/core";
import { networkAccuracy } from "@neurofront/training";
import { describe, expect, it } from "vitest";
import { characters } from "../src/model.ts";

const defaults = defaultsOf(characters.parameters);
const small = { ...defaults, samplesPerLetter: 5, margin: 1, trainingSpread: 0.1, hiddenDrive: "unipolar" as const };
/** 2 uA on synapses of 3 uA full scale. */
const DEAD_ZONE = { threshold: 0.67, rule: "hold" } as const;

async function accuracyOf(design: typeof defaults): Promise<number> {
  const { layers, clean } = await characters.prepare(design, 1);
  return networkAccuracy(layers, clean, DEAD_ZONE, randomAt(1, "test"));
}

describe("letters with a dead zone of 2 uA on synapses of 3 uA", () => {
  // Another implementation of the same recipe, without knowledge of the zone, reaches 0.75 and 0.90, taken as +- 0.05.
  it.each([
    [25, 0.75],
    [40, 0.9],
  ])("are recognised by %d hidden neurons trained for it in more than %d", async (hiddenNeurons, reference) => {
    const accuracy = await accuracyOf({ ...small, hiddenNeurons, deadZone: 0.67, epochs: 200 });
    expect(accuracy).toBeGreaterThan(reference + 0.05);
  });

  it("are lost by the largest margin and kept by the least current", async () => {
    // 0.298 and 1 were measured; the margin of 20 % of a small sum is inside the zone.
    expect(await accuracyOf(small)).toBeLessThan(0.35);
    expect(await accuracyOf({ ...small, recipe: "least-current", margin: 0.1, deadZone: 0.67 })).toBe(1);
  });
});

describe("letters with fewer levels", () => {
  it("cost nothing on sixteen levels", async () => {
    const { quantities } = await characters.prepare({ ...small, quantisation: "after", levels: 16 }, 1);
    expect(quantities["idealAccuracy"]).toBe(1);
  });
});

describe("letters of typefaces", () => {
  it("are told on the faces that were trained on, and on most of those that were not", async () => {
    const { quantities, clean, test } = await characters.prepare(
      {
        ...defaults,
        glyphs: "fonts",
        gridSide: 8,
        recipe: "perceptron",
        epochs: 60,
        samplesPerLetter: 1,
        flipProbability: 0,
      },
      1,
    );
    expect([clean.count, test.count]).toEqual([312, 104]);
    expect(quantities["idealAccuracy"]).toBeGreaterThan(0.95);
    expect(quantities["idealTestAccuracy"]).toBeGreaterThan(0.75);
  });
});

it("takes weights of a file in place of a training", async () => {
  const trained = await characters.prepare({ ...defaults, samplesPerLetter: 1 }, 1);
  const { weights } = trained.layers[0]!;
  const rows = Array.from({ length: 26 }, (_, k) =>
    [...weights.subarray(26 * k, 26 * (k + 1))].map((weight) => 3 * weight),
  );
  const bytes = new TextEncoder().encode(JSON.stringify(rows));
  const given = await characters.prepare({ ...defaults, samplesPerLetter: 1 }, 1, {
    weights: { path: "w.json", bytes },
  });
  for (const [at, weight] of given.layers[0]!.weights.entries()) expect(weight).toBeCloseTo(weights[at]!, 14);
  expect(given.quantities["idealAccuracy"]).toBe(1);
});
