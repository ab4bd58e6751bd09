import { API_VERSION, denseLayer, randomAt } from "@neurofront/core";
import type {
  NeuronModel,
  InterconnectModel,
  OptimizerModel,
  Plugin,
  Provenance,
  SynapseModel,
  WorkloadModel,
} from "@neurofront/core";

const source: Provenance = { kind: "assumed", note: "made for tests" };

/** A sign neuron with a length, a choice, an integer and a preset. */
export const smallNeuron: NeuronModel = {
  role: "neuron",
  id: "small-neuron",
  title: "Small neuron",
  parameters: {
    length_m: {
      kind: "quantity",
      unit: "m",
      meaning: "length of the free domain",
      source,
      low: 1e-9,
      high: 1e-6,
      default: 6e-8,
      scale: "log",
    },
    switchingCurrent_A: {
      kind: "quantity",
      unit: "A",
      meaning: "switching current",
      source,
      low: 1e-7,
      high: 1e-4,
      default: 2e-6,
      scale: "log",
    },
    tolerance: {
      kind: "quantity",
      unit: "1",
      meaning: "tolerance",
      source,
      low: 0,
      high: 1,
      default: 0.03,
      scale: "linear",
    },
    mode: { kind: "choice", options: ["paper", "physical"], meaning: "mode", source, default: "paper" },
    layers: { kind: "integer", meaning: "layers", source, low: 1, high: 4, default: 1 },
  },
  presets: { A: { title: "short", source, values: { length_m: 4e-8, mode: "physical" } } },
  characterize(design, operating) {
    const length_m = design["length_m"] as number;
    const switchingCurrent_A = design["switchingCurrent_A"] as number;
    if (length_m > 0.9e-6)
      return {
        status: "impossible",
        violations: [{ kind: "impossible", code: "too-long", message: "too long", amount: length_m / 0.9e-6 - 1 }],
      };
    const evaluation_s = (1e-9 * (length_m / 60e-9) * 2e-6) / switchingCurrent_A;
    return {
      status: "ok",
      inputResistance_ohm: 60,
      thresholdCurrent_A: 0,
      offsetSpread_V: 0,
      offsetSpread_A: 1e-8,
      phases: [{ phase: "evaluate", duration_s: evaluation_s, formula: "evaluation_s" }],
      synapsesDriven_s: evaluation_s,
      cycle_s: evaluation_s,
      energy: [
        {
          line: "read",
          energy_J: switchingCurrent_A * operating.inputVoltage_V * evaluation_s,
          formula: "switchingCurrent_A * inputVoltage_V * evaluation_s",
          inputs: { switchingCurrent_A, inputVoltage_V: operating.inputVoltage_V, evaluation_s },
        },
        { line: "clock", energy_J: 2e-15, formula: "clockEnergy_J", inputs: { clockEnergy_J: 2e-15 } },
      ],
      area: [{ part: "free domain", area_m2: length_m * 20e-9, formula: "length_m * 20 nm" }],
      violations:
        length_m < 5e-9
          ? [{ kind: "invalid", code: "too-short", message: "too short", amount: 5e-9 / length_m - 1 }]
          : [],
      quantities: { evaluation_s },
    };
  },
  errorProbability: (_design, _operating, { netCurrent_A }) => 1 / (1 + Math.exp(netCurrent_A / 2e-7)),
};

/** A synapse whose conductance is what the wanted current needs. */
const smallSynapse: SynapseModel = {
  role: "synapse",
  id: "small-synapse",
  title: "Small synapse",
  parameters: {
    fullScaleCurrent_A: {
      kind: "quantity",
      unit: "A",
      meaning: "current of the largest conductance",
      source,
      low: 1e-8,
      high: 1e-4,
      default: 3e-6,
      scale: "log",
    },
  },
  characterize: (design, operating) => ({
    status: "ok",
    conductanceMin_S: (design["fullScaleCurrent_A"] as number) / operating.inputVoltage_V / 30,
    conductanceMax_S: (design["fullScaleCurrent_A"] as number) / operating.inputVoltage_V,
    levels: 16,
    stuckAtMin: 0,
    stuckAtMax: 0,
    isSeparable: true,
    area_m2: 1e-14,
    pitch_m: 1e-7,
    capacitance_F: 1e-16,
    violations: [],
    quantities: {},
  }),
  programmingSpread_S: (_design, _operating, target_S) => 0.1 * target_S,
  readNoise: () => 0,
  aged: (_design, _operating, conductance_S) => ({ mean_S: conductance_S, spread_S: 0 }),
  current_A: (_design, conductance_S, voltage_V) => conductance_S * voltage_V,
};

/** Perfect wires; only the neurons' own resistance loads the columns. */
const smallInterconnect: InterconnectModel = {
  role: "interconnect",
  id: "small-array",
  title: "Ideal array",
  parameters: {},
  columnCapacitance_F: (_design, { inputCount, synapseCapacitance_F }) => 2 * inputCount * synapseCapacitance_F,
  solve(_design, load) {
    const rows = 2 * load.inputCount;
    const currentTransfer_S = new Float64Array(load.conductance_S.length);
    for (let output = 0; output < load.outputCount; output++) {
      let column_S = 0;
      for (let row = 0; row < rows; row++) column_S += load.conductance_S[row * load.outputCount + output]!;
      const loading =
        load.neuronInputResistance_ohm === Infinity ? 1 : 1 / (1 + load.neuronInputResistance_ohm * column_S);
      for (let row = 0; row < rows; row++)
        currentTransfer_S[row * load.outputCount + output] =
          load.conductance_S[row * load.outputCount + output]! * loading;
    }
    const inputPower_W = new Float64Array(load.patternCount);
    for (let pattern = 0; pattern < load.patternCount; pattern++)
      for (let row = 0; row < rows; row++)
        for (let output = 0; output < load.outputCount; output++)
          inputPower_W[pattern]! +=
            load.conductance_S[row * load.outputCount + output]! *
            (load.inputVoltage_V * load.patterns[pattern * load.inputCount + (row >> 1)]!) ** 2;
    return {
      status: "ok",
      currentTransfer_S,
      inputPower_W,
      settling_s: 0,
      energy: [],
      area: [],
      violations: [],
      quantities: {},
    };
  },
};

const smallWorkload: WorkloadModel = {
  role: "workload",
  id: "small-letters",
  title: "Three patterns of four inputs",
  parameters: {
    flipProbability: {
      kind: "quantity",
      unit: "1",
      meaning: "chance that a test pixel is flipped",
      source,
      low: 0,
      high: 0.5,
      default: 0.03,
      scale: "linear",
    },
  },
  prepare(design, seed) {
    const patterns = Float64Array.from([1, 1, -1, 1, -1, 1, 1, 1, 1, -1, 1, 1]);
    const weights = Float64Array.from([1, -1, 0.2, 1, 0.3, -1, -1, 1, 1, -0.4, -0.5, -0.3]);
    const random = randomAt(seed, "small-letters");
    const test = patterns.map((level, index) =>
      index % 4 !== 3 && random.uniform() < (design["flipProbability"] as number) ? -level : level,
    );
    const labels = Int32Array.from([0, 1, 2]);
    return Promise.resolve({
      layers: [denseLayer(weights, 3)],
      clean: { patterns, labels, count: 3 },
      test: { patterns: test, labels, count: 3 },
      quantities: {},
    });
  },
};

const smallOptimizer: OptimizerModel = {
  role: "optimizer",
  id: "small-random",
  title: "Uniform draws",
  parameters: {},
  create(_settings, { dimensions, seed }) {
    let next = 0;
    let notes = ["Uniform draws."];
    return {
      takeNotes() {
        const taken = notes;
        notes = [];
        return taken;
      },
      ask: (count) =>
        Array.from({ length: count }, () => {
          const id = next++;
          const random = randomAt(seed, id);
          return { id, coordinates: Float64Array.from(dimensions, () => random.uniform()) };
        }),
      tell: () => undefined,
    };
  },
};

const reference = { key: "test2026", type: "misc", author: "Nobody", title: "Nothing", year: 2026 } as const;

/** One plugin with a small model of every role. */
export const smallPlugin: Plugin = {
  id: "small",
  version: "1.2.3",
  apiVersion: API_VERSION,
  title: "Small models",
  references: [reference],
  models: [smallNeuron, smallSynapse, smallInterconnect, smallWorkload, smallOptimizer],
  discrepancies: [
    {
      id: "S1",
      statement: "one is two",
      problem: "it is one",
      treatment: "one",
      reference: "test2026",
      check: () => [{ quantity: "one", unit: "1", stated: 2, found: 1 }],
    },
  ],
  publishedPoints: [
    { id: "p", title: "published", reference: "test2026", energy_J: 1e-15, delay_s: 1e-9, note: "made" },
  ],
};

/** Another plugin, whose synapse drifts by a power law; it may lend that to the small synapse. */
export const driftingPlugin: Plugin = {
  id: "drifting",
  version: "0.3.0",
  apiVersion: API_VERSION,
  title: "A synapse that drifts",
  references: [{ ...reference, key: "drift2026" }],
  models: [
    {
      ...smallSynapse,
      id: "drifting-synapse",
      title: "Drifting synapse",
      parameters: {
        ...smallSynapse.parameters,
        exponent: {
          kind: "quantity",
          unit: "1",
          meaning: "drift exponent",
          source,
          low: 0,
          high: 0.5,
          default: 0.05,
          scale: "linear",
        },
      },
      presets: { strong: { title: "strong drift", source, values: { exponent: 0.2 } } },
      aged: (design, _operating, conductance_S, age_s) => ({
        mean_S: conductance_S * (1 + age_s) ** -(design["exponent"] as number),
        spread_S: 0,
      }),
    } satisfies SynapseModel,
  ],
};

/** Source hashes of the small models. */
export const smallHashes: Readonly<Record<string, string>> = { engine: "0e0e", small: "5a5a", drifting: "d1d1" };

/** A legal study of the small models. */
export const smallStudy = `{
  "title": "Small study",
  "held": {
    "temperature": "300 K",
    "workload": { "use": "small-letters" },
    "accounting": ["paper", "full"]
  },
  "variation": { "chips": 20 },
  "technologies": {
    "small": {
      "neuron": { "use": "small-neuron", "length": { "range": ["10 nm", "200 nm"] }, "switchingCurrent": "2 uA" },
      "synapse": { "use": "small-synapse" },
      "interconnect": { "use": "small-array" },
      "inputVoltage": { "range": ["10 mV", "200 mV"], "scale": "log" }
    }
  },
  "objectives": [{ "minimize": "energy" }, { "minimize": "delay" }],
  "constraints": [{ "metric": "accuracy", "atLeast": "80 %" }],
  "optimizer": { "use": "small-random" },
  "budget": { "evaluations": 120 },
  "seed": 7
}
`;

/** Networks that {@link trainablePlugin} has trained, in order. */
export const trained: number[] = [];

/** As the small plugin, with a workload whose first weight and one more parameter are a training's. */
export const trainablePlugin: Plugin = {
  ...smallPlugin,
  models: [
    ...smallPlugin.models.filter(({ role }) => role !== "workload"),
    {
      ...smallWorkload,
      trainable: ["margin", "recipe"],
      parameters: {
        ...smallWorkload.parameters,
        margin: {
          kind: "quantity",
          unit: "1",
          meaning: "the first weight",
          source,
          low: -1,
          high: 1,
          default: 1,
          scale: "linear",
        },
        recipe: { kind: "choice", options: ["plain", "fancy"], meaning: "recipe", source, default: "plain" },
      },
      async prepare(design, seed) {
        const margin = design["margin"] as number;
        trained.push(margin);
        const prepared = await smallWorkload.prepare(design, seed);
        const weights = prepared.layers[0]!.weights.with(0, margin);
        return { ...prepared, layers: [denseLayer(weights, 3)], quantities: { margin } };
      },
    } satisfies WorkloadModel,
  ],
};
