import { expect, it } from "vitest";
import { circuitsOf } from "../src/circuit.ts";
import { conventions, randomWorkload, tinyInterconnect, tinyNeuron, tinySynapse } from "./tiny-technology.ts";

it("hands the array the law of each synapse, which meets its conductance at the input voltage", () => {
  const sinh = (conductance_S: number, volt: number): number => conductance_S * 0.05 * Math.sinh(volt / 0.05);
  const synapse = {
    ...tinySynapse(),
    current_A: (_: unknown, conductance_S: number, volt: number) => sinh(conductance_S, volt),
  };
  const answer = circuitsOf(
    { neuron: tinyNeuron(), synapse, interconnect: tinyInterconnect() },
    { neuron: {}, synapse: {}, interconnect: {}, inputVoltage_V: 0.1 },
    {
      workload: randomWorkload(5),
      conventions,
      noise: { temperature_K: 300 },
      age_s: 0,
    },
  );
  if (answer.status !== "ok") throw new Error("the tiny technology is possible");
  const { load, layer } = answer.circuits[0]!;
  for (const [index, conductance_S] of load.conductance_S.entries()) {
    expect(load.cellCurrent_A!(index, 0.1)).toBeCloseTo(conductance_S * 0.1, 18);
    expect(load.cellCurrent_A!(index, 0.02)).toBeCloseTo(sinh(layer.zeroBias_S[index]!, 0.02), 18);
  }
});
