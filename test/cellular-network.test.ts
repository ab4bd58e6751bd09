/** Letters trained for a near-neighbour array, on real plugins: the array takes them from the radius on that they were trained for. */
import cellularPlugin from "@neurofront/cellular";
import charactersPlugin from "@neurofront/characters";
import { defaultsOf } from "@neurofront/core";
import type { Assessment, Model, Plugin, PreparedWorkload } from "@neurofront/core";
import idealNeuronPlugin from "@neurofront/ideal-neuron";
import memristorPlugin from "@neurofront/paper-generic-memristor";
import { assess } from "@neurofront/system";
import { describe, expect, it } from "vitest";
import { usualConditions } from "./usual-conditions.ts";

function modelOf<Role extends Model["role"]>({ models }: Plugin, role: Role): Extract<Model, { role: Role }> {
  return models.find((model) => model.role === role) as Extract<Model, { role: Role }>;
}

const letters = modelOf(charactersPlugin, "workload");
const neuron = modelOf(idealNeuronPlugin, "neuron");
const synapse = modelOf(memristorPlugin, "synapse");
const interconnect = modelOf(cellularPlugin, "interconnect");

const trained = (chosen: object): Promise<PreparedWorkload> =>
  letters.prepare({ ...defaultsOf(letters.parameters), samplesPerLetter: 1, ...chosen }, 1);

function onArray(workload: PreparedWorkload, gridWidth: number, radius: number): Assessment {
  const design = {
    neuron: defaultsOf(neuron.parameters),
    synapse: defaultsOf(synapse.parameters),
    interconnect: { ...defaultsOf(interconnect.parameters), gridWidth, radius },
    inputVoltage_V: 0.1,
  };
  return assess({ neuron, synapse, interconnect }, design, "full", { ...usualConditions, workload }, 2);
}

describe("letters trained for a neighbourhood", () => {
  it.each([
    ["largest margin", { neighbourhood: 2 }, 5, 2],
    ["ridge", { neighbourhood: 2, recipe: "ridge" }, 5, 2],
    ["largest margin on 7 x 7 zones", { neighbourhood: 3, gridSide: 7 }, 7, 3],
    ["25 hidden neurons", { neighbourhood: 2, hiddenNeurons: 25, epochs: 200 }, 5, 2],
    ["kernels and hidden neurons", { neighbourhood: 2, kernels: 4, hiddenNeurons: 20, epochs: 5 }, 5, 2],
  ])(
    "by %s run on a cellular array of that radius, and on none of a smaller one",
    async (_how, chosen, width, radius) => {
      const workload = await trained(chosen);
      expect(onArray(workload, width, radius).status).toBe("ok");
      expect(onArray(workload, width, radius - 1).violations).toMatchObject([{ code: "weight-outside-neighbourhood" }]);
    },
  );

  // By one layer, and by two, which reach further.
  it.each([
    [{ neighbourhood: 1 }, 13],
    [{ neighbourhood: 2 }, 19],
    [{ neighbourhood: 3 }, 25],
    [{ neighbourhood: 4 }, 26],
    [{ neighbourhood: 1, hiddenNeurons: 25, epochs: 200 }, 17],
    [{ neighbourhood: 2, hiddenNeurons: 25, epochs: 200 }, 25],
    [{ neighbourhood: 3, hiddenNeurons: 25, epochs: 200 }, 26],
  ])("and %o are told as far as they are seen: %d of them", async (chosen, letterCount) => {
    expect(26 * (await trained(chosen)).quantities["idealAccuracy"]!).toBeCloseTo(letterCount, 10);
  });

  it("are what the array asks for: weights everywhere do not run on it", async () => {
    expect(onArray(await trained({}), 5, 2).violations).toMatchObject([{ code: "weight-outside-neighbourhood" }]);
  });
});
