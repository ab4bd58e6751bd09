import { denseLayer } from "@neurofront/core";
import type { SynapseModel, TrainedLayer, WeightMapping } from "@neurofront/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mapWeights } from "../src/mapping.ts";
import type { MappedLayer } from "../src/mapping.ts";
import { tinySynapse } from "./tiny-technology.ts";

const operating = { inputVoltage_V: 0.01, temperature_K: 300 };

/** One input a weight, one output. */
function column(weights: readonly number[]): TrainedLayer {
  return denseLayer(Float64Array.from(weights), 1);
}

const usual: WeightMapping = { pairOffset: "one-sided", rangeShare: 1 };

function mapped(trained: TrainedLayer, synapse: SynapseModel, at = operating, age_s = 0, mapping = usual): MappedLayer {
  const character = synapse.characterize({}, at);
  if (character.status !== "ok") throw new Error("the tiny synapse is always possible");
  return mapWeights(trained, synapse, {}, character, at, age_s, mapping);
}

describe("pairs of conductances", () => {
  // Gmin = 10 uS, Gmax = 110 uS. Five levels lie at 10, 35, 60, 85 and 110 uS.
  it.each([
    [1, Infinity, 110, 10],
    [-1, Infinity, 10, 110],
    [0, Infinity, 10, 10],
    [0.3, Infinity, 40, 10],
    [-0.3, Infinity, 10, 40],
    [0.3, 5, 35, 10],
    [-0.4, 5, 10, 60],
    [0.124, 5, 10, 10],
    [0.126, 5, 35, 10],
    [0.6, 2, 110, 10],
    [-0.4, 2, 10, 10],
  ])("weight %d on %d levels: %d and %d uS", (weight, levels, positive_uS, negative_uS) => {
    const synapse = tinySynapse({ conductanceMin_S: 10e-6, conductanceMax_S: 110e-6, levels });
    const { conductance_S } = mapped(column([weight]), synapse);
    // Rounding of one product and one sum.
    expect(conductance_S[0]! * 1e6).toBeCloseTo(positive_uS, 10);
    expect(conductance_S[1]! * 1e6).toBeCloseTo(negative_uS, 10);
  });

  // The same synapse with five levels.
  it.each([
    ["balanced", 1, 1, 110, 10],
    ["balanced", 1, 0, 60, 60],
    ["balanced", 1, 0.5, 85, 35],
    ["balanced", 0.5, 1, 85, 35],
    ["reference", 1, 1, 110, 60],
    ["reference", 1, -1, 10, 60],
    ["one-sided", 0.5, 1, 60, 10],
    ["one-sided", 0.5, -0.5, 10, 35],
    // An eighth of the range is half a level and rounds up, less is lost.
    ["one-sided", 0.5, 0.24, 10, 10],
  ] as const)("%s on %d of the range: weight %d is %d and %d uS", (pairOffset, rangeShare, weight, plus, minus) => {
    const synapse = tinySynapse({ conductanceMin_S: 10e-6, conductanceMax_S: 110e-6, levels: 5 });
    const { conductance_S } = mapped(column([weight]), synapse, operating, 0, { pairOffset, rangeShare });
    expect(conductance_S[0]! * 1e6).toBeCloseTo(plus, 10);
    expect(conductance_S[1]! * 1e6).toBeCloseTo(minus, 10);
  });

  it("rows 2k and 2k + 1 belong to input k; columns add up", () => {
    const trained = denseLayer(Float64Array.of(1, -1, 0.5, 0), 2);
    const layer = mapped(trained, tinySynapse({ conductanceMin_S: 1, conductanceMax_S: 3 }));
    expect([...layer.conductance_S]).toStrictEqual([3, 1, 1, 3, 2, 1, 1, 1]);
    expect([...layer.columnConductance_S]).toStrictEqual([7, 6]);
    expect(layer.meanColumnConductance_S).toBe(6.5);
  });

  it("are the secants at the input level, and so are those of stuck devices", () => {
    const synapse = tinySynapse({ conductanceMin_S: 1, conductanceMax_S: 3, bend: (voltage_V) => 1 + voltage_V ** 2 });
    const layer = mapped(column([0.5]), synapse, { inputVoltage_V: 0.5, temperature_K: 300 });
    expect([...layer.conductance_S]).toStrictEqual([2.5, 1.25]);
    expect([layer.conductanceMin_S, layer.conductanceMax_S]).toStrictEqual([1.25, 3.75]);
  });

  it("stay between the least and the largest, at most half a level from the weight", () => {
    const weights = fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(weights, fc.integer({ min: 2, max: 64 }), (list, levels) => {
        const layer = mapped(column(list), tinySynapse({ conductanceMin_S: 1, conductanceMax_S: 31, levels }));
        for (const [input, weight] of list.entries()) {
          const [positive_S, negative_S] = [layer.conductance_S[2 * input]!, layer.conductance_S[2 * input + 1]!];
          expect(Math.min(positive_S, negative_S)).toBe(1);
          expect(Math.max(positive_S, negative_S)).toBeLessThanOrEqual(31 + 1e-12);
          expect(Math.abs((positive_S - negative_S) / 30 - weight)).toBeLessThanOrEqual(0.5 / (levels - 1) + 1e-12);
        }
      }),
    );
  });

  it("change sides when the weight changes its sign", () => {
    const weights = fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(weights, fc.constantFrom(2, 16, Infinity), (list, levels) => {
        const synapse = tinySynapse({ levels, spread: 0.1 });
        const layer = mapped(column(list), synapse);
        const mirrored = mapped(column(list.map((weight) => -weight)), synapse);
        for (let row = 0; row < 2 * list.length; row++)
          expect(mirrored.conductance_S[row ^ 1]).toBe(layer.conductance_S[row]);
      }),
    );
  });
});

describe("spread", () => {
  it("is relative to the conductance at zero bias, for which the device was programmed", () => {
    const synapse: SynapseModel = {
      ...tinySynapse({ conductanceMin_S: 1, conductanceMax_S: 4, bend: () => 2 }),
      programmingSpread_S: (_design, _operating, target_S) => 0.1 + 0.01 * target_S,
    };
    const { relativeSpread } = mapped(column([1]), synapse);
    expect(relativeSpread[0]).toBeCloseTo(0.14 / 4, 14);
    expect(relativeSpread[1]).toBeCloseTo(0.11, 14);
  });

  it("of a device that does not conduct is zero, not undefined", () => {
    const synapse: SynapseModel = { ...tinySynapse({ conductanceMin_S: 0 }), programmingSpread_S: () => 1e-6 };
    expect(mapped(column([1]), synapse).relativeSpread[1]).toBe(0);
  });
});
