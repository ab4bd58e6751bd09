/**
 * Processor time of a candidate's accuracy beside numpy, in one run: `node bench/network.ts`. A candidate is assessed whole, with
 * neurons that have noise, on 260 disturbed letters and the 26 clean ones, and meets chips that other candidates have met before;
 * numpy draws its chips and judges sign neurons on the 260 letters.
 */
import assert from "node:assert";
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import characters from "@neurofront/characters";
import { defaultsOf } from "@neurofront/core";
import type { InterconnectModel, NeuronModel, SynapseModel, WorkloadModel } from "@neurofront/core";
import crossbar from "@neurofront/crossbar";
import idealNeuron from "@neurofront/ideal-neuron";
import memristor from "@neurofront/paper-generic-memristor";
import type { AssessmentContext } from "@neurofront/system";
import { assessCandidate } from "../packages/system/src/assess.ts";
import { processorTime_s } from "./processor-time.ts";

/** A Python with numpy (Debian: python3-numpy). */
const PYTHON = process.env["PYTHON"] ?? "/usr/bin/python3";

const CHIPS = 100;
const SPREAD = 0.1;
const INPUT_VOLTAGE_V = 0.1;
/** Offset of the neurons, as a part of the input voltage. */
const OFFSET = 0.02;

const letters = characters.models[0] as WorkloadModel;
const neuron = idealNeuron.models[0] as NeuronModel;
const synapse = memristor.models[0] as SynapseModel;
const interconnect = crossbar.models[0] as InterconnectModel;
// 260 disturbed images.
const workload = await letters.prepare({ ...defaultsOf(letters.parameters), samplesPerLetter: 10 }, 1);
const context: AssessmentContext = {
  workload,
  conventions: { readTiming: "overlapped", cmosDelay: "half-cycle", cmosDecision: "settle" },
  previousOutput: "random",
  positions: "serial",
  converterDrop_V: 0,
  noise: {
    deviceSpread: true,
    referenceNoise_V: 1e-4,
    thermalNoise: true,
    temperature_K: 300,
    supplyNoise: 0,
    supplyNoisePer: "chip",
    driverSpread: 0,
  },
  age_s: 0,
  seed: 1,
};
const models = {
  neuron: {
    ...neuron,
    characterize: (...given: Parameters<NeuronModel["characterize"]>) => ({
      ...neuron.characterize(...given),
      offsetSpread_V: OFFSET * INPUT_VOLTAGE_V,
    }),
  } as NeuronModel,
  synapse,
  interconnect,
};
const candidate = {
  neuron: defaultsOf(neuron.parameters),
  synapse: { ...defaultsOf(synapse.parameters), onOffRatio: 30, levels: 256, programmingSpread: SPREAD },
  interconnect: { ...defaultsOf(interconnect.parameters), wireResistance_ohm: 0, driver: "ideal" },
  inputVoltage_V: INPUT_VOLTAGE_V,
};

/** Wires of 45 nm and drivers that are sized, with the certified approximation. */
const wired = { ...candidate, interconnect: { ...defaultsOf(interconnect.parameters), wires: "certified" } };

const assessed = () => assessCandidate(models, candidate, "full", context);
const drawn = assessed().drawChips!({ from: 0, to: CHIPS });
const mean = (values: ArrayLike<number>): number =>
  Array.from(values).reduce((sum, value) => sum + value, 0) / values.length;

const chips_s = processorTime_s(() => assessed().drawChips!({ from: 0, to: CHIPS }));
const wiredChips_s = processorTime_s(() =>
  assessCandidate(models, wired, "full", context).drawChips!({ from: 0, to: CHIPS }),
);
const analytic_s = processorTime_s(() => assessed());
const [layer] = workload.layers;
const found = JSON.parse(
  execFileSync(PYTHON, [join(import.meta.dirname, "network.py")], {
    maxBuffer: 2 ** 26,
    input: JSON.stringify({
      chips: CHIPS,
      spread: SPREAD,
      offset: OFFSET,
      leastConductance: 1 / 30,
      weights: Array.from(layer!.weights),
      outputCount: layer!.outputCount,
      patterns: Array.from(workload.test.patterns),
      labels: Array.from(workload.test.labels),
    }),
  }).toString(),
) as Record<"chips_s" | "analytic_s" | "accuracy", number>;
// The same work: the same answers, within four standard errors of 100 chips.
assert(Math.abs(mean(drawn.test) - found.accuracy) < 0.04);

const short = (value: number): number => Number(value.toPrecision(3));
console.table({
  "100 chips over 260 images, ms": {
    ours: short(chips_s * 1e3),
    numpy: short(found.chips_s * 1e3),
    "ours / theirs": short(chips_s / found.chips_s),
    target_ms: 15,
  },
  "the same with certified wires, ms": { ours: short(wiredChips_s * 1e3), target_ms: 40 },
  "analytic assessment, ms": {
    ours: short(analytic_s * 1e3),
    numpy: short(found.analytic_s * 1e3),
    "ours / theirs": short(analytic_s / found.analytic_s),
  },
});
