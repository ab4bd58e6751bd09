import { defaultsOf } from "@neurofront/core";
import type { OperatingPoint } from "@neurofront/core";
import { expect, it } from "vitest";
import { firingView } from "../src/firing-view.ts";
import { idealNeuron } from "../src/model.ts";

const operating: OperatingPoint = {
  inputVoltage_V: 0.01,
  temperature_K: 300,
  inputCount: 25,
  outputCount: 26,
  columnConductance_S: 4e-3,
  columnCapacitance_F: 12.5e-15,
  columnCurrent_A: 40e-6,
  conventions: { readTiming: "overlapped", cmosDelay: "half-cycle", cmosDecision: "cross" },
};
const design = defaultsOf(idealNeuron.parameters);

// Section III of the paper: 40 uA on average; exact but for rounding.
it.each([
  [0.01, 0.4e-15],
  [0.1, 4e-15],
])("leaves the synapses their own energy at %d V", (inputVoltage_V, expected_J) => {
  const answer = idealNeuron.characterize(design, { ...operating, inputVoltage_V });
  if (answer.status === "impossible") throw new Error("the ideal neuron has an answer to everything");
  expect(operating.columnCurrent_A * inputVoltage_V * answer.synapsesDriven_s).toBeCloseTo(expected_J, 24);
  expect(answer.energy).toEqual([]);
});

it.each([
  [-1e-9, 1],
  [0, 0.5],
  [1e-9, 0],
])("errs at %d A with chance %d", (netCurrent_A, expected) => {
  expect(idealNeuron.errorProbability(design, operating, { netCurrent_A, mustSwitch: true })).toBe(expected);
});

it("draws its step between minus and plus the span", () => {
  const answer = firingView.compute(design, operating, { span_A: 3e-6, points: 5 });
  if (answer.status === "impossible") throw new Error("the view has an answer to everything");
  expect([...answer.axis.values]).toEqual([-3e-6, -1.5e-6, 0, 1.5e-6, 3e-6]);
  expect([...answer.curves[0]!.values]).toEqual([0, 0, 0.5, 1, 1]);
});
