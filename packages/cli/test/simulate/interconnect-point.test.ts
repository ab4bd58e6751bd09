import type { InterconnectModel } from "@neurofront/core";
import { expect, it } from "vitest";
import { arrayLoad, completeCircuit } from "../../src/simulate/circuit.ts";
import { interconnectPoint } from "../../src/simulate/interconnect-point.ts";

/** Passes four fifths of the current of every second synapse, and has no other. */
const half: InterconnectModel = {
  role: "interconnect",
  id: "half",
  title: "Every second synapse",
  parameters: {},
  columnCapacitance_F: () => 0,
  solve: (_design, { conductance_S, patternCount }) => ({
    status: "ok",
    currentTransfer_S: conductance_S.map((value_S, cell) => (cell % 2 === 0 ? 0.8 * value_S : 0)),
    inputPower_W: new Float64Array(patternCount),
    settling_s: 0,
    energy: [],
    area: [],
    violations: [],
    quantities: {},
  }),
};

it("takes the transfer of the synapses that are built", () => {
  const load = arrayLoad(completeCircuit("interconnect", { inputCount: 4, outputCount: 3 }));
  const { numbers } = interconnectPoint(half, {}, load);
  for (const name of ["transferMean", "transferLeast"])
    expect(numbers.find((one) => one.name === name)?.value).toBeCloseTo(0.8, 12);
});
