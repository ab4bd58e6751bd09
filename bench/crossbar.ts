/**
 * Processor time of the crossbar beside scipy's sparse LU of the same nodes, in one run, and of a search's candidates with exact and
 * with certified wires: `node bench/crossbar.ts`.
 */
import assert from "node:assert";
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import charactersPlugin from "@neurofront/characters";
import { defaultsOf, randomAt } from "@neurofront/core";
import type { AnyDesign, ArrayLoad, NeuronModel, SynapseModel, WorkloadModel } from "@neurofront/core";
import dwmNeuronPlugin from "@neurofront/dwm-neuron";
import memristorPlugin from "@neurofront/paper-generic-memristor";
import { assessCandidate } from "@neurofront/system";
import { processorTime_s } from "./processor-time.ts";
import { crossbar, solved, squareLoad } from "./square-array.ts";

/** A Python with numpy and scipy (Debian: python3-numpy, python3-scipy). */
const PYTHON = process.env["PYTHON"] ?? "/usr/bin/python3";

/** Net currents of the only pattern. */
function netCurrents_A(load: ArrayLoad, transfer_S: Float64Array): number[] {
  const { inputCount, outputCount, patterns, inputVoltage_V } = load;
  return Array.from({ length: outputCount }, (_, j) => {
    let sum_S = 0;
    for (let k = 0; k < inputCount; k++) {
      const plus = 2 * k * outputCount + j;
      sum_S += patterns[k]! * (transfer_S[plus]! - transfer_S[plus + outputCount]!);
    }
    return sum_S * inputVoltage_V;
  });
}

const short = (value: number): number => Number(value.toPrecision(3));

const table: Record<string, Record<string, number>> = {};
for (const [side, target_ms] of [
  [64, 20],
  [128, 100],
  [512, 5000],
] as const) {
  const load = squareLoad(side);
  const { currentTransfer_S } = solved(load);
  const again_s = processorTime_s(() => solved(load));
  // The first solution of a shape also finds the order in which nodes are eliminated. Only the latest order is kept, so that
  // a shape is new again behind another one.
  const other = squareLoad(2);
  const newShape_s = processorTime_s(() => [solved(other), solved(load)]);
  const newProcess_ms = Number(
    execFileSync(process.execPath, [join(import.meta.dirname, "crossbar-first.ts"), String(side)]).toString(),
  );
  const python = JSON.parse(
    execFileSync(PYTHON, [join(import.meta.dirname, "crossbar.py")], {
      maxBuffer: 2 ** 28,
      input: JSON.stringify({
        rows: side,
        columns: side,
        conductance_S: [...load.conductance_S],
        driver_ohm: 100,
        wire_ohm: 2.5,
        neuron_ohm: 60,
        source_V: Array.from(
          { length: side },
          (_, row) => load.patterns[row >> 1]! * (row % 2 === 0 ? 1 : -1) * load.inputVoltage_V,
        ),
      }),
    }).toString(),
  ) as { onePattern_s: number; allInputs_s?: number; current_A: number[] };
  // The same work: the same answers.
  const ours_A = netCurrents_A(load, currentTransfer_S);
  const scale_A = Math.max(...ours_A.map(Math.abs));
  assert(ours_A.every((current_A, j) => Math.abs(current_A - python.current_A[j]!) < 1e-9 * scale_A));
  table[`${side} x ${side}`] = {
    "ours, all inputs": short(again_s * 1e3),
    "first of its shape": short(newShape_s * 1e3),
    "first of a process": short(newProcess_ms),
    "splu, one pattern": short(python.onePattern_s * 1e3),
    ...(python.allInputs_s === undefined ? {} : { "splu, all inputs": short(python.allInputs_s * 1e3) }),
    target: target_ms,
  };
}
console.log("Factor and solve, ms");
console.table(table);

const neuron = dwmNeuronPlugin.models[0] as NeuronModel;
const memristor = memristorPlugin.models[0] as SynapseModel;
const letters = charactersPlugin.models[0] as WorkloadModel;
const workload = await letters.prepare(defaultsOf(letters.parameters), 1);

/** Candidates of the domain-wall neuron as the shipped study searches them. */
const random = randomAt(1, "bench", "candidates");
const between = (low: number, high: number): number => low * (high / low) ** random.uniform();
const candidates = Array.from({ length: 200 }, () => ({
  neuron: defaultsOf(neuron.parameters) as AnyDesign,
  synapse: { ...(defaultsOf(memristor.parameters) as AnyDesign), fullScaleCurrent_A: between(0.3e-6, 30e-6) },
  interconnect: { ...(defaultsOf(crossbar.parameters) as AnyDesign), allowedDriverDrop: between(0.003, 0.1) },
  inputVoltage_V: between(5e-3, 500e-3),
}));
const models = { neuron, synapse: memristor, interconnect: crossbar };

interface Assessed {
  readonly accuracy: number;
  /** Whether the currents are those of the corrected ideal lines. */
  readonly isCorrected: boolean;
}

function assessAll(wires: string): Assessed[] {
  return candidates.map((candidate) => {
    const { metrics, quantities } = assessCandidate(
      models,
      { ...candidate, interconnect: { ...candidate.interconnect, wires } },
      "full",
      {
        workload,
        conventions: { readTiming: "overlapped", cmosDelay: "half-cycle", cmosDecision: "cross" },
        previousOutput: "random",
        converterDrop_V: 20e-3,
        positions: "serial",
        noise: {
          deviceSpread: true,
          referenceNoise_V: 1e-3,
          thermalNoise: true,
          temperature_K: 300,
          supplyNoise: 0,
          supplyNoisePer: "chip",
          driverSpread: 0,
        },
        age_s: 0,
        seed: 1,
      },
    ).assessment;
    return { accuracy: metrics.accuracy ?? 0, isCorrected: (quantities.interconnect["wireErrorBound_A"] ?? 0) > 0 };
  });
}

const exact = assessAll("exact");
const certified = assessAll("certified");
// In turns, so that all three meet the same load of the machine.
const least_s = { exact: Infinity, certified: Infinity, ideal: Infinity };
for (let turn = 0; turn < 5; turn++) {
  for (const wires of ["exact", "certified", "ideal"] as const)
    least_s[wires] = Math.min(
      least_s[wires],
      processorTime_s(() => assessAll(wires)),
    );
}
const perSecond = (wires: keyof typeof least_s): number => short(candidates.length / least_s[wires]);
console.log("Candidates of a domain-wall neuron on 26 characters");
console.table({
  exact: { "a second": perSecond("exact") },
  certified: {
    "a second": perSecond("certified"),
    "part corrected, not exact": certified.filter(({ isCorrected }) => isCorrected).length / candidates.length,
    "largest change of the accuracy": short(
      Math.max(...exact.map(({ accuracy }, k) => Math.abs(accuracy - certified[k]!.accuracy))),
    ),
  },
  ideal: { "a second": perSecond("ideal") },
});
