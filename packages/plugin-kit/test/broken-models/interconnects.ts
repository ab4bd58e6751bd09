import type { ArrayLoad, ArraySolution, InterconnectModel } from "@neurofront/core";
import { soundInterconnect } from "../sound-models/interconnect.ts";
import type { Broken } from "./broken.ts";

/** The sound interconnect with other members in its solution. */
const solved = (change: (solution: ArraySolution, load: ArrayLoad) => object): InterconnectModel => ({
  ...soundInterconnect,
  solve(design, load) {
    const answer = soundInterconnect.solve(design, load);
    return answer.status === "ok" ? { ...answer, ...change(answer, load) } : answer;
  },
});

const total = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0);

/** The ideal transfer, whatever the load. */
const transferring = (factor: (load: ArrayLoad) => number): InterconnectModel =>
  solved((_solution, load) => ({ currentTransfer_S: load.conductance_S.map((value) => value * factor(load)) }));

/** Writes the transfer of arrays of one size into one buffer. */
function reusing(): InterconnectModel {
  const buffers = new Map<number, Float64Array>();
  return solved(({ currentTransfer_S }) => {
    const { length } = currentTransfer_S;
    if (!buffers.has(length)) buffers.set(length, new Float64Array(length));
    const buffer = buffers.get(length)!;
    buffer.set(currentTransfer_S);
    return { currentTransfer_S: buffer };
  });
}

export const BROKEN_INTERCONNECTS: readonly Broken<InterconnectModel>[] = [
  {
    breaks: "answer-shape",
    how: "one transfer for each pair of rows",
    model: solved(({ currentTransfer_S }) => ({
      currentTransfer_S: currentTransfer_S.slice(currentTransfer_S.length / 2),
    })),
  },
  {
    breaks: "answer-shape",
    how: "one power for all patterns",
    model: solved(() => ({ inputPower_W: Float64Array.of(0) })),
  },
  {
    breaks: "finite-numbers",
    how: "power NaN where nothing is driven",
    model: solved(({ inputPower_W }) => ({
      inputPower_W: inputPower_W.map((power) => (power === 0 ? Number.NaN : power)),
    })),
  },
  {
    breaks: "non-negative-costs",
    how: "negative power",
    model: solved(({ inputPower_W }) => ({ inputPower_W: inputPower_W.map((power) => -power) })),
  },
  { breaks: "non-negative-costs", how: "negative settling", model: solved(() => ({ settling_s: -1e-12 })) },
  {
    breaks: "ledger-lines",
    how: "charges the synapses, as the system does",
    model: solved(({ energy }) => ({ energy: [{ ...energy[0]!, line: "synapse-static" }] })),
  },
  {
    breaks: "ledger-lines",
    how: "charges the read current, as the neuron does",
    model: solved(({ energy }) => ({ energy: [{ ...energy[0]!, line: "read" }] })),
  },
  {
    breaks: "ledger-formula",
    how: "forgets that neurons share the drivers",
    model: solved(({ energy }) => ({
      energy: [{ ...energy[0]!, formula: "3 * inputCount * gateCapacitance_F * supply_V^2 / outputCount" }],
    })),
  },
  {
    breaks: "inputs-untouched",
    how: "scales the conductances in place",
    model: solved((_solution, { conductance_S }) => {
      conductance_S[0]! *= 2;
      return {};
    }),
  },
  { breaks: "no-memory-between-calls", how: "gives away its buffer", model: reusing() },
  {
    breaks: "answer-shape",
    how: "answers with a function",
    model: solved(() => ({ quantities: {}, again: () => 0 })),
  },
  {
    breaks: "column-once",
    how: "a column without number",
    model: { ...soundInterconnect, columnCapacitance_F: () => Number.NaN },
  },
  {
    breaks: "column-once",
    how: "waits for a column that the neuron settles",
    model: solved(({ settling_s }, { neuronSettlesColumn }) => ({
      settling_s: neuronSettlesColumn === true ? settling_s + 1e-12 : settling_s,
    })),
  },
  {
    breaks: "power-passive",
    how: "adds to the power of loaded arrays",
    model: solved(({ inputPower_W }) => ({ inputPower_W: inputPower_W.map((power) => 5e3 * power) })),
  },
  {
    breaks: "power-quadratic",
    how: "power linear in the level",
    model: solved((_solution, { inputCount, patterns, patternCount, conductance_S, inputVoltage_V }) => ({
      inputPower_W: Float64Array.from({ length: patternCount }, (_, pattern) => {
        const level = patterns[pattern * inputCount]!;
        return 1e-3 * Math.min(...conductance_S) * inputVoltage_V ** 2 * Math.abs(level) ** 3;
      }),
    })),
  },
  {
    breaks: "transfer-passive",
    how: "gains current where synapses conduct well",
    model: solved((_solution, { conductance_S }) => ({
      currentTransfer_S: conductance_S.map((value) => value * (1 + 1e4 * total(conductance_S))),
    })),
  },
  {
    breaks: "transfer-passive",
    how: "its least synapse draws current out of a neuron",
    model: solved(({ currentTransfer_S }, { conductance_S }) => {
      const least_S = Math.min(...conductance_S);
      const isWeak = Math.max(...conductance_S) < 1e-9 || conductance_S.length <= 2;
      return {
        currentTransfer_S: currentTransfer_S.map((value, at) =>
          conductance_S[at] === least_S && !isWeak ? -value : value,
        ),
      };
    }),
  },
  {
    breaks: "neuron-loading",
    how: "neurons of more resistance take more current",
    model: transferring(({ neuronInputResistance_ohm, conductance_S }) => {
      const loading = Math.min(neuronInputResistance_ohm, 1e9) * total(conductance_S);
      return (1 + loading) / (1 + loading + total(conductance_S) * 1e3);
    }),
  },
  { breaks: "weak-synapse-limit", how: "loses a tenth of every current", model: transferring(() => 0.9) },
  {
    breaks: "spice-form",
    how: "leaves out its last column",
    model: {
      ...soundInterconnect,
      spice(design, load, cells) {
        const form = soundInterconnect.spice!(design, load, cells);
        return form.status === "impossible"
          ? form
          : { ...form, lines: form.lines.filter((line) => !line.startsWith("Rb0 ")) };
      },
    },
  },
];
