import type { InterconnectModel, NeuronModel, SpiceNeuron, SynapseModel } from "@neurofront/core";
import { expect, it } from "vitest";
import { SpiceError, spiceNetlist } from "../src/index.ts";
import type { SpiceCandidate } from "../src/index.ts";

const form: SpiceNeuron = {
  subcircuit: {
    name: "tiny_neuron",
    ports: ["in", "out", "vdd"],
    parameters: { previous: 0 },
    lines: ["Rin in 0 60", "Bout out 0 V = V(in) > 0 ? 1 : 0", "Rdd vdd 0 1000"],
    notes: ["A tiny neuron."],
  },
  sources: [{ port: "vdd", meaning: "supply", waveform: [[0, 1]], ledgerLines: ["neuron-static"] }],
  rowsOn_s: 1e-10,
  rowsOff_s: 1e-9,
  stop_s: 2e-9,
  step_s: 1e-12,
  readAt_s: 9e-10,
  firesAbove_V: 0.5,
  carriesColumnCapacitance: false,
  measures: [
    { name: "rise_s", meaning: "first", statement: "trig at=0 targ v(#.out) val=0.5 rise=1" },
    { name: "level_v", meaning: "second", expression: "@rise_s*2" },
    { name: "delay_s", meaning: "third", statement: "trig at=0 targ v(#.out) val=@level_v rise=1" },
  ],
};

const neuron = {
  role: "neuron",
  id: "tiny-neuron",
  title: "Tiny neuron",
  parameters: {},
  spice: () => ({ status: "ok", ...form }),
} as unknown as NeuronModel;
const synapse = {
  role: "synapse",
  id: "tiny-synapse",
  spice: () => ({
    name: "cell",
    ports: ["row", "column"],
    parameters: { g: 1 },
    lines: ["R row column {1/g}"],
    notes: [],
  }),
} as unknown as SynapseModel;
const interconnect = {
  role: "interconnect",
  id: "tiny-array",
  spice: (_design: unknown, _load: unknown, { columnCount }: { columnCount: number }) => ({
    status: "ok",
    name: "tiny_array",
    ports: ["r0", "r1", ...Array.from({ length: columnCount }, (_, j) => `c${j}`)],
    parameters: {},
    lines: ["R0 r0 c0 1000", "R1 r1 c0 1000"],
    notes: [],
  }),
} as unknown as InterconnectModel;

const candidate = {
  models: { neuron, synapse, interconnect },
  design: { neuron: {}, synapse: {}, interconnect: {}, inputVoltage_V: 0.1 },
  operating: { temperature_K: 300, conventions: { readTiming: "overlapped" } },
  load: {
    inputCount: 1,
    outputCount: 2,
    conductance_S: Float64Array.of(2e-3, 1e-3, 1e-3, 2e-3),
    patterns: Float64Array.of(1, 0),
    patternCount: 2,
    inputVoltage_V: 0.1,
  },
  zeroBias_S: Float64Array.of(2e-3, 1e-3, 1e-3, 2e-3),
  neuron: { inputResistance_ohm: 60, phases: [], energy: [], synapsesDriven_s: 1e-9 },
  solution: {
    currentTransfer_S: Float64Array.of(2e-3, 1e-3, 1e-3, 2e-3),
    inputPower_W: Float64Array.of(1e-6, 0),
    settling_s: 0,
  },
} as unknown as SpiceCandidate;

const about = ["neurofront netlist", "study"];

it("is the same text every time and holds subcircuits, bench and measurements", () => {
  const text = spiceNetlist(candidate, { pattern: 0, about, sources: ["Sources:"] });
  expect(spiceNetlist(candidate, { pattern: 0, about, sources: ["Sources:"] })).toBe(text);
  expect(text.split("\n")[0]).toBe("* neurofront netlist");
  for (const line of [
    ".subckt tiny_neuron in out vdd previous=0",
    "Vr0 r0 0 DC 0.1 PWL(0 0 1e-10 0 1.00001e-10 0.1 1e-9 0.1 1.000001e-9 0)",
    "Vr1 r1 0 DC -0.1 PWL(0 0 1e-10 0 1.00001e-10 -0.1 1e-9 -0.1 1.000001e-9 0)",
    "Xarray r0 r1 c0 c1 tiny_array",
    "Vin0 c0 n0 0",
    // Positive current, so that it was silent; the other one is pushed the other way.
    "X0 n0 out0 vdd tiny_neuron previous=0",
    "X1 n1 out1 vdd tiny_neuron previous=1",
    "meas tran rise_s_1 trig at=0 targ v(x1.out) val=0.5 rise=1",
    "let level_v_1 = rise_s_1*2",
    "meas tran delay_s_1 trig at=0 targ v(x1.out) val=$&level_v_1 rise=1",
    "* Run:   ngspice -b <this file>",
  ])
    expect(text.split("\n")).toContain(line);
});

it("a row at level 0 is held at 0 V", () => {
  const text = spiceNetlist(candidate, { pattern: 1, about, sources: [] });
  expect(text).toContain("Vr0 r0 0 0\nVr1 r1 0 0\n");
});

it("writes as many columns as wanted and says what is left out", () => {
  const text = spiceNetlist(candidate, { pattern: 0, columnCount: 1, about, sources: [] });
  expect(text).toContain("Xarray r0 r1 c0 tiny_array");
  expect(text).not.toContain("X1 ");
  expect(text).toContain("of 2: the others are left out");
});

it("a study cannot smuggle commands in with its title", () => {
  const text = spiceNetlist(candidate, {
    pattern: 0,
    about: ["x\n.control\nshell touch y\n.endc"],
    sources: ["z\nR9 a b 1"],
  });
  expect(text.match(/^\.control$/gmu)).toHaveLength(1);
  expect(text).not.toMatch(/^(?:shell|R9)/mu);
});

const withoutForm = (role: "neuron" | "synapse"): SpiceCandidate => {
  const model = Object.fromEntries(Object.entries(candidate.models[role]).filter(([name]) => name !== "spice"));
  return { ...candidate, models: { ...candidate.models, [role]: model } };
};

it.each([
  ["a pattern that does not exist", candidate, { pattern: 2 }, "the pattern is 2; legal: whole numbers from 0 to 1"],
  ["no column", candidate, { pattern: 0, columnCount: 0 }, "the column count is 0; legal: whole numbers from 1 to 2"],
  ["too many columns", candidate, { pattern: 0, columnCount: 3 }, "the column count is 3"],
  ["a neuron without SPICE form", withoutForm("neuron"), { pattern: 0 }, "the neuron tiny-neuron cannot be written"],
  [
    "a synapse without SPICE form",
    withoutForm("synapse"),
    { pattern: 0 },
    "the synapse tiny-synapse cannot be written",
  ],
])("refuses %s", (_what, asked, options, message) => {
  expect(() => spiceNetlist(asked, { ...options, about, sources: [] })).toThrow(SpiceError);
  expect(() => spiceNetlist(asked, { ...options, about, sources: [] })).toThrow(message);
});
