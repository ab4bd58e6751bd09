import { expect, it } from "vitest";
import type { TechnologyDesign } from "../src/assessment.ts";
import { searchedValue, withSearchedValue } from "../src/searched-parameters.ts";

const design: TechnologyDesign = {
  neuron: { length_m: 1e-8, "a.b": 2 },
  synapse: { kind: "wide" },
  interconnect: {},
  inputVoltage_V: 0.1,
};

it.each([
  ["neuron.length_m", 1e-8, 2e-8, { ...design, neuron: { length_m: 2e-8, "a.b": 2 } }],
  ["neuron.a.b", 2, 3, { ...design, neuron: { length_m: 1e-8, "a.b": 3 } }],
  ["synapse.kind", "wide", "narrow", { ...design, synapse: { kind: "narrow" } }],
  ["inputVoltage_V", 0.1, 0.2, { ...design, inputVoltage_V: 0.2 }],
] as const)("%s is read and replaced where it stands", (name, value, other, changed) => {
  expect(searchedValue(design, name)).toBe(value);
  expect(withSearchedValue(design, name, other)).toStrictEqual(changed);
});
