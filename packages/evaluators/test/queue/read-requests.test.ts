import type { ResolvedStudy } from "@neurofront/core";
import { expect, it } from "vitest";
import { readRequests } from "../../src/queue/read-requests.ts";

const part = (name: string) => ({ parameters: { [name]: { value: 1 } } });
const study = {
  technologies: [{ name: "a", neuron: part("length_m"), synapse: part("spread"), interconnect: part("pitch_m") }],
  held: { accounting: ["full"] },
} as unknown as ResolvedStudy;

const request = {
  search: "a/full",
  technology: "a",
  accounting: "full",
  candidate: 3,
  design: {
    neuron: { length_m: 1e-8 },
    synapse: { spread: 0.1 },
    interconnect: { pitch_m: "fine" },
    inputVoltage_V: 0.1,
  },
  chips: { from: 0, to: 4 },
};

it("a request of the study is taken, without what does not belong to it", () => {
  const crafted = { ...request, more: 1, design: { ...request.design, neuron: { length_m: 1e-8, other: 2 } } };
  expect(readRequests([crafted], study)).toEqual([request]);
});

it.each<[string, unknown]>([
  ["no list", request],
  ["no request", [null]],
  ["another technology", [{ ...request, technology: "b" }]],
  ["an accounting that the study has not", [{ ...request, accounting: "paper" }]],
  ["a candidate that is no number", [{ ...request, candidate: "3" }]],
  ["chips backwards", [{ ...request, chips: { from: 4, to: 0 } }]],
  ["chips without end", [{ ...request, chips: { from: 0, to: 1e9 } }]],
  ["no design", [{ ...request, design: undefined }]],
  ["a parameter that is missing", [{ ...request, design: { ...request.design, neuron: {} } }]],
  ["a parameter that is no value", [{ ...request, design: { ...request.design, neuron: { length_m: [1] } } }]],
  [
    "a parameter of the prototype",
    [{ ...request, design: { ...request.design, neuron: Object.create({ length_m: 1 }) } }],
  ],
  ["no input voltage", [{ ...request, design: { ...request.design, inputVoltage_V: "0.1" } }]],
])("%s is refused", (_what, value) => {
  expect(() => readRequests(value, study)).toThrow(/^(?:the job|a request) /u);
});
