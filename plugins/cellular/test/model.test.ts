import { defaultsOf, randomAt } from "@neurofront/core";
import type { ArrayLoad } from "@neurofront/core";
import { describe, expect, it } from "vitest";
import { cellular } from "../src/model.ts";
import { cellularParameters } from "../src/parameters.ts";

const side = 6;
const sources = side * side;
const inputCount = sources + 1;
const base_S = 1e-5;

/** A 3 x 3 template with a bias at each place of a grid, random weights. */
function templateLoad(reach: number): ArrayLoad {
  const random = randomAt(1, "cellular-test");
  const conductance_S = new Float64Array(2 * inputCount * sources).fill(base_S);
  for (let neuron = 0; neuron < sources; neuron++)
    for (let input = 0; input < inputCount; input++) {
      const across = Math.abs((input % side) - (neuron % side));
      const along = Math.abs(Math.floor(input / side) - Math.floor(neuron / side));
      const isNear = input === sources || Math.max(across, along) <= reach;
      const row = 2 * input + (random.uniform() < 0.5 ? 0 : 1);
      if (isNear) conductance_S[row * sources + neuron] = base_S * (1 + 4 * random.uniform());
    }
  return {
    inputCount,
    outputCount: sources,
    conductance_S,
    patterns: Float64Array.from({ length: 2 * inputCount }, () => (random.uniform() < 0.5 ? -1 : 1)),
    patternCount: 2,
    inputVoltage_V: 0.1,
    neuronInputResistance_ohm: 1000,
    temperature_K: 300,
    synapsePitch_m: 100e-9,
    synapseCapacitance_F: 0.1e-15,
    cycle_s: 1e-9,
  };
}

type Design = Parameters<typeof cellular.solve>[0];
const design: Design = { ...defaultsOf(cellularParameters), gridWidth: side, radius: 1 };

function solved(change: Partial<Design> = {}, load: Partial<ArrayLoad> = {}) {
  const answer = cellular.solve({ ...design, ...change }, { ...templateLoad(1), ...load });
  if (answer.status !== "ok") throw new Error(answer.violations[0]!.message);
  return answer;
}

/** Net current of neuron j for the first pattern. */
function net_A(transfer_S: Float64Array, { patterns, inputVoltage_V }: ArrayLoad, neuron: number): number {
  let sum_A = 0;
  for (let row = 0; row < 2 * inputCount; row++) {
    const sign = row % 2 === 0 ? 1 : -1;
    sum_A += sign * transfer_S[row * sources + neuron]! * inputVoltage_V * patterns[row >> 1]!;
  }
  return sum_A;
}

describe("cellular array", () => {
  it("tends to the ideal net currents as its resistances vanish", () => {
    const load = templateLoad(1);
    const errors = [1, 0.1, 0.01].map((factor) => {
      const answer = solved(
        { driverResistance_ohm: 1000 * factor, wireResistance_ohm_m: 1e8 * factor },
        { neuronInputResistance_ohm: 100 * factor },
      );
      return Array.from({ length: sources }, (_, j) => {
        const ideal_A = net_A(load.conductance_S, load, j);
        return Math.abs(net_A(answer.currentTransfer_S, load, j) - ideal_A);
      }).reduce((most, error) => Math.max(most, error));
    });
    // Linear in the resistances once they are small; 10 % for the next order.
    expect(errors[0]!).toBeGreaterThan(errors[1]!);
    expect(errors[1]! / errors[2]!).toBeGreaterThan(9);
    expect(errors[1]! / errors[2]!).toBeLessThan(11);
  });

  it.each([
    [2, 1],
    [2, 2],
    [1, 1],
  ])("weights that reach %i places are possible from that radius on (%i)", (reach, radius) => {
    const answer = cellular.solve({ ...design, radius }, templateLoad(reach));
    expect(answer.status).toBe(radius >= reach ? "ok" : "impossible");
  });

  it("names the share of weight outside, which shrinks as the radius grows", () => {
    const amounts = [1, 2, 3, 4].map((radius) => {
      const [violation] = cellular.solve({ ...design, radius }, templateLoad(side)).violations;
      expect(violation).toMatchObject({ kind: "impossible", code: "weight-outside-neighbourhood" });
      return violation!.amount;
    });
    for (const [k, amount] of amounts.entries()) {
      expect(amount).toBeGreaterThan(0);
      expect(amount).toBeLessThan(k === 0 ? 1 : amounts[k - 1]!);
    }
    expect(cellular.solve({ ...design, radius: side - 1 }, templateLoad(side)).status).toBe("ok");
  });

  it("builds only what the neighbourhood needs: larger ones take more area, energy and time", () => {
    const sizes = [1, 2, 4].map((radius) => solved({ radius }));
    const area_m2 = sizes.map(({ area }) => area.reduce((sum, part) => sum + part.area_m2, 0));
    const energy_J = sizes.map(({ energy }) => energy.reduce((sum, line) => sum + line.energy_J, 0));
    const settling_s = sizes.map((answer) => answer.settling_s);
    for (const values of [area_m2, energy_J, settling_s]) expect(values).toEqual(values.toSorted((a, b) => a - b));
    // (2 (3 side - 2)^2 + 2 side^2) / side^2 = 16.2 rows for 3 x 3 places cut off at the edges of the grid, with the bias.
    expect(sizes[0]!.quantities["synapsesPerNeuron"]).toBeCloseTo((2 * (3 * side - 2) ** 2) / sources + 2, 12);
  });

  it("leaves each neuron to itself: a synapse of one changes no current of another", () => {
    const load = templateLoad(1);
    const conductance_S = load.conductance_S.slice();
    conductance_S[0] = 10 * base_S;
    const before = solved().currentTransfer_S;
    const after = solved({}, { conductance_S }).currentTransfer_S;
    const others = (transfer_S: Float64Array) => transfer_S.filter((_, index) => index % sources !== 0);
    expect(others(after)).toEqual(others(before));
    expect(after[0]).toBeGreaterThan(before[0]!);
  });

  it.each([
    ["driver-too-narrow", "impossible", { driverResistance_ohm: 1e4 }, {}],
    ["wires-too-cold", "impossible", {}, { temperature_K: 77 }],
    ["wires-too-hot", "invalid", {}, { temperature_K: 500 }],
  ])("says %s", (code, kind, change, load) => {
    const { violations } = cellular.solve({ ...design, ...change }, { ...templateLoad(1), ...load });
    expect(violations).toMatchObject([{ code, kind }]);
    expect(violations[0]!.amount).toBeGreaterThan(0);
  });

  it("has no answer without a conducting synapse on a floating column", () => {
    const answer = cellular.solve(design, {
      ...templateLoad(1),
      conductance_S: new Float64Array(2 * inputCount * sources),
      neuronInputResistance_ohm: Infinity,
    });
    expect(answer.violations[0]?.code).toBe("not-connected");
  });
});
