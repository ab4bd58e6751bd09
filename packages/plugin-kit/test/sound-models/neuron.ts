import type { NeuronModel, OperatingPoint } from "@neurofront/core";
import { spicePulse } from "../../src/spice-pulse.ts";
import { choice, defineNeuron, definePresets, defineView, integer, quantity } from "../../src/define.ts";

const source = { kind: "assumed", note: "an example" } as const;

const parameters = {
  switchingCurrent_A: quantity({
    unit: "A",
    meaning: "net current that switches in half of the decisions",
    source: { kind: "paper", note: "section II", reference: "example2013" },
    low: 1e-7,
    high: 1e-5,
    default: 2e-6,
    scale: "log",
  }),
  length_m: quantity({ unit: "m", meaning: "length of the device", source, low: 1e-8, high: 1e-7, default: 5e-8 }),
  stages: integer({ meaning: "inverters that sense the state", source, low: 1, high: 4, default: 2 }),
  memory: choice({
    options: ["hold", "preset"],
    meaning: "whether it keeps its output or is preset before a decision",
    source,
    default: "hold",
  }),
};

const RESISTANCE_OHM = 60;
const SMALLEST_LENGTH_M = 1.5e-8;

const logistic = (x: number): number => 1 / (1 + Math.exp(-x));

/** A neuron that switches with a logistic chance around its threshold, and is preset where it must not remember. */
export const soundNeuron: NeuronModel = defineNeuron({
  id: "sound-neuron",
  title: "Sound neuron",
  parameters,
  presets: definePresets(parameters, {
    short: { title: "short device", source, values: { length_m: 2e-8, memory: "preset" } },
  }),
  views: [
    defineView({
      id: "trajectory",
      title: "Wall position",
      meaning: "a wall that runs at constant speed from one end of the device to the other",
      settings: { points: integer({ meaning: "points of the curve", source, low: 2, high: 1000, default: 20 }) },
      compute({ length_m }: { readonly length_m: number }, _operating: OperatingPoint, { points }) {
        const share = Float64Array.from({ length: points }, (_, k) => k / (points - 1));
        return {
          status: "ok",
          axis: { name: "time_s", title: "time", unit: "s", values: share.map((x) => (x * length_m) / 50) },
          curves: [{ name: "position_m", title: "position", unit: "m", values: share.map((x) => x * length_m) }],
          axisScale: "linear",
          curveScale: "linear",
          quantities: { wallVelocity_m_s: 50 },
        };
      },
    }),
  ],
  characterize({ switchingCurrent_A, length_m, stages, memory }, { inputVoltage_V, columnConductance_S }) {
    if (length_m < SMALLEST_LENGTH_M) {
      const message = `length_m is ${length_m}; legal is >= ${SMALLEST_LENGTH_M}`;
      const amount = 1 - length_m / SMALLEST_LENGTH_M;
      return { status: "impossible", violations: [{ kind: "impossible", code: "too-short", message, amount }] };
    }
    const evaluate_s = length_m / 50;
    const preset_s = memory === "preset" ? evaluate_s : 0;
    const cycle_s = evaluate_s + preset_s;
    return {
      status: "ok",
      inputResistance_ohm: RESISTANCE_OHM,
      thresholdCurrent_A: switchingCurrent_A,
      offsetSpread_V: 0,
      offsetSpread_A: 0.03 * switchingCurrent_A,
      phases: [
        { phase: "preset", duration_s: preset_s, formula: "length_m / wall velocity if preset" },
        { phase: "evaluate", duration_s: evaluate_s, formula: "length_m / wall velocity" },
      ],
      synapsesDriven_s: evaluate_s,
      cycle_s,
      energy: [
        {
          line: "preset",
          energy_J: switchingCurrent_A ** 2 * RESISTANCE_OHM * preset_s,
          formula: "switchingCurrent_A^2 * resistance_ohm * preset_s",
          inputs: { switchingCurrent_A, resistance_ohm: RESISTANCE_OHM, preset_s },
        },
        {
          line: "sense",
          energy_J: stages * 1e-16 * Math.max(inputVoltage_V, 0.8) ** 2,
          formula: "stages * capacitance_F * max(inputVoltage_V, supply_V)^2",
          inputs: { stages, capacitance_F: 1e-16, inputVoltage_V, supply_V: 0.8 },
        },
      ],
      area: [{ part: "strip", area_m2: 2e-8 * length_m, formula: "width_m * length_m" }],
      violations:
        columnConductance_S > 1e-2
          ? [{ kind: "warning", code: "wide-column", message: "the column conducts more than 10 mS", amount: 0 }]
          : [],
      quantities: { wallVelocity_m_s: 50, loading: columnConductance_S * RESISTANCE_OHM },
    };
  },
  errorProbability({ switchingCurrent_A, memory }, { temperature_K }, { netCurrent_A, mustSwitch }) {
    const spread_A = 0.05 * switchingCurrent_A * (temperature_K / 300);
    const needed_A = mustSwitch || memory === "preset" ? switchingCurrent_A : -switchingCurrent_A;
    return logistic((needed_A - netCurrent_A) / spread_A);
  },
  spice({ length_m }, _operating, arraySettling_s) {
    if (length_m < SMALLEST_LENGTH_M) return { status: "impossible", violations: [] };
    const evaluate_s = length_m / 50;
    const off_s = arraySettling_s + evaluate_s;
    return {
      status: "ok",
      subcircuit: {
        name: "sound_neuron",
        ports: ["in", "out", "vread"],
        parameters: { previous: 0 },
        lines: [`Rin in 0 ${RESISTANCE_OHM}`, "Bout out 0 V = V(vread)*(V(in) > 0 ? 1 : 0)"],
        notes: ["The sign of the input."],
      },
      sources: [{ port: "vread", meaning: "read voltage", waveform: spicePulse(0.8, 0, off_s), ledgerLines: ["read"] }],
      rowsOn_s: 0,
      rowsOff_s: off_s,
      stop_s: 2 * off_s,
      step_s: evaluate_s / 100,
      readAt_s: off_s,
      firesAbove_V: 0.4,
      carriesColumnCapacitance: false,
      measures: [
        { name: "rise_s", meaning: "until the output is up", statement: "trig at=0 targ v(#.out) val=0.4 rise=1" },
        { name: "delay_s", meaning: "with a picosecond for the wire", expression: "@rise_s + 1e-12" },
      ],
    };
  },
});

/** The same with what its author knows of it. */
export const declaredNeuron: NeuronModel = {
  ...soundNeuron,
  trends: [
    { quantity: "delay_s", parameter: "length_m", direction: "rises", because: "the wall runs a longer way" },
    { quantity: "energy_J", parameter: "stages", direction: "rises", because: "more inverters switch" },
    { quantity: "offsetSpread_A", parameter: "switchingCurrent_A", direction: "rises", because: "it is a part of it" },
  ],
  referencePoints: [
    {
      title: "delay of the short preset",
      preset: "short",
      design: { stages: 1 },
      quantity: "delay_s",
      expected: 0.8e-9,
      tolerance: 1e-6,
      source: { kind: "derived", note: "twice 20 nm at 50 m/s", reference: "example2013" },
    },
    {
      title: "loading of a column of 2 mS",
      operating: { columnConductance_S: 2e-3 },
      quantity: "loading",
      expected: 0.12,
      tolerance: 1e-6,
      source,
    },
  ],
};
