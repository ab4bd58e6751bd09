import type {
  Decision,
  Design,
  LedgerEntry,
  NeuronCharacter,
  NeuronModel,
  OperatingPoint,
  SpiceNeuron,
  ViewData,
  Violation,
} from "@neurofront/core";
import { declaredNeuron, soundNeuron } from "../sound-models/neuron.ts";
import type { Broken } from "./broken.ts";

type Change = (character: NeuronCharacter, design: Design, operating: OperatingPoint) => object;

/** The sound neuron with other members in its character. */
const characterized = (change: Change): NeuronModel => ({
  ...soundNeuron,
  characterize(design, operating) {
    const answer = soundNeuron.characterize(design, operating);
    return answer.status === "ok" ? { ...answer, ...change(answer, design, operating) } : answer;
  },
});

/** The sound neuron with another error probability. */
const erring = (change: (p: number, decision: Decision, design: Design) => number): NeuronModel => ({
  ...soundNeuron,
  errorProbability: (design, operating, decision) =>
    change(soundNeuron.errorProbability(design, operating, decision), decision, design),
});

const withEnergy = (entry: Partial<LedgerEntry> | { readonly line: string }): NeuronModel =>
  characterized(({ energy }) => ({ energy: [{ ...energy[1]!, ...entry }] }));

const violating = (violation: Partial<Violation>): NeuronModel =>
  characterized(() => ({
    violations: [{ kind: "invalid", code: "too-wide", message: "too wide", amount: 1, ...violation }],
  }));

const impossible = (violations: readonly Violation[], when: (design: Design) => boolean): NeuronModel => ({
  ...soundNeuron,
  characterize: (design, operating) =>
    when(design) ? { status: "impossible", violations } : soundNeuron.characterize(design, operating),
});

const isShort = ({ length_m }: Design): boolean => Number(length_m) < 1.5e-8;

/** Counts its calls. */
function counting(): NeuronModel {
  let calls = 0;
  return characterized(() => ({ quantities: { calls: calls++ } }));
}

/** Keeps the voltage of the first operating point it saw with each design. */
function cachingTooMuch(): NeuronModel {
  const known = new Map<string, number>();
  return characterized((_character, design, { inputVoltage_V }) => {
    const key = JSON.stringify(design);
    if (!known.has(key) || known.size > 20) known.set(key, inputVoltage_V);
    return { quantities: { inputVoltage_V: known.get(key)! } };
  });
}

/** The sound neuron with a broken view. */
const viewing = (change: (data: ViewData) => object, declared: object = {}): NeuronModel => ({
  ...soundNeuron,
  views: soundNeuron.views!.map((view) => ({
    ...view,
    ...declared,
    compute(design, operating, settings) {
      const answer = view.compute(design, operating, settings);
      return answer.status === "ok" ? { ...answer, ...change(answer) } : answer;
    },
  })),
});

/** The sound neuron with another SPICE form; the subcircuit is changed member by member. */
const writing = (change: object | (() => object)): NeuronModel => ({
  ...soundNeuron,
  spice(design, operating, arraySettling_s) {
    const form = soundNeuron.spice!(design, operating, arraySettling_s);
    if (form.status === "impossible") return form;
    const changed = (typeof change === "function" ? change() : change) as Partial<SpiceNeuron>;
    return { ...form, ...changed, subcircuit: { ...form.subcircuit, ...changed.subcircuit } };
  },
});
let counter = 0;
function thrown(): never {
  throw new Error("no netlist");
}

const curve = (values: (value: number) => number): NeuronModel =>
  viewing(({ curves }) => ({ curves: curves.map((one) => ({ ...one, values: one.values.map(values) })) }));

const trend = declaredNeuron.trends![0]!;
const point = declaredNeuron.referencePoints![0]!;

const declaring = (change: object): NeuronModel => ({ ...soundNeuron, trends: [{ ...trend, ...change }] });

const withTrend = (model: NeuronModel): NeuronModel => ({ ...model, trends: [trend] });

const meeting = (change: object): NeuronModel => ({ ...soundNeuron, referencePoints: [{ ...point, ...change }] });

/** Takes longer than it may, where its speed is measured only: at the defaults in the first circuit. */
const slow: NeuronModel = {
  ...soundNeuron,
  characterize(design, operating) {
    const isFirst = operating.inputVoltage_V === 0.01 && operating.columnConductance_S === 1e-5;
    for (
      const end_ms = performance.now() + (isFirst && design["memory"] === "hold" ? 110 : 0);
      performance.now() < end_ms;
    );
    return soundNeuron.characterize(design, operating);
  },
};

export const BROKEN_NEURONS: readonly Broken<NeuronModel>[] = [
  { breaks: "trend-declared", how: "over what is no parameter", model: declaring({ parameter: "lenght_m" }) },
  { breaks: "trend-declared", how: "over a choice", model: declaring({ parameter: "memory" }) },
  { breaks: "trend-declared", how: "of a quantity it does not give", model: declaring({ quantity: "power_W" }) },
  { breaks: "trend-declared", how: "without a reason", model: declaring({ because: "" }) },
  { breaks: "trend-declared", how: "in no direction", model: declaring({ direction: "grows" }) },
  { breaks: "trend-holds", how: "the other way", model: declaring({ direction: "falls" }) },
  {
    breaks: "trend-holds",
    how: "of what does not depend on it",
    model: declaring({ parameter: "switchingCurrent_A" }),
  },
  {
    breaks: "trend-holds",
    how: "from a maximum on no longer",
    model: withTrend(
      characterized(({ phases }, { length_m }) => ({
        phases: phases.map((phase) => ({
          ...phase,
          duration_s: phase.duration_s * ((length_m as number) > 9.5e-8 ? 0.5 : 1),
        })),
        cycle_s: 1,
      })),
    ),
  },
  { breaks: "reference-point-declared", how: "no title", model: meeting({ title: " " }) },
  { breaks: "reference-point-declared", how: "no such preset", model: meeting({ preset: "long" }) },
  {
    breaks: "reference-point-declared",
    how: "sets what is not declared",
    model: meeting({ design: { width_m: 1e-8 } }),
  },
  { breaks: "reference-point-declared", how: "sets a value out of range", model: meeting({ design: { stages: 9 } }) },
  { breaks: "reference-point-declared", how: "expects NaN", model: meeting({ expected: Number.NaN }) },
  { breaks: "reference-point-declared", how: "no tolerance", model: meeting({ tolerance: 0 }) },
  { breaks: "reference-point-declared", how: "no note", model: meeting({ source: { kind: "literature", note: "" } }) },
  { breaks: "reference-point-met", how: "a percent off", model: meeting({ expected: 0.808e-9 }) },
  { breaks: "reference-point-met", how: "of a quantity it does not give", model: meeting({ quantity: "power_W" }) },
  { breaks: "reference-point-met", how: "at an impossible design", model: meeting({ design: { length_m: 1e-8 } }) },
  { breaks: "answers-quickly", how: "integrates for a tenth of a second", model: slow },
  { breaks: "view-declarations", how: "no meaning", model: viewing(() => ({}), { meaning: "" }) },
  { breaks: "view-declarations", how: "id with blanks", model: viewing(() => ({}), { id: "wall position" }) },
  {
    breaks: "view-data",
    how: "runs backwards",
    model: viewing(({ axis }) => ({ axis: { ...axis, values: axis.values.toReversed() } })),
  },
  { breaks: "view-data", how: "infinite", model: curve((value) => 1 / value) },
  { breaks: "view-data", how: "nothing but gaps", model: curve(() => Number.NaN) },
  { breaks: "view-data", how: "zero on a logarithmic scale", model: viewing(() => ({ curveScale: "log" })) },
  { breaks: "view-data", how: "unit not in SI", model: viewing(() => ({ quantities: { speed_km_h: 1 } })) },
  {
    breaks: "never-throws",
    how: "throws at a corner",
    model: characterized((character, { length_m, stages }) => {
      if (length_m === 1e-7 && stages === 4) throw new RangeError("no root between 0 and 1");
      return character;
    }),
  },
  {
    breaks: "never-throws",
    how: "error probability throws at a large current",
    model: erring((p, { netCurrent_A }) => {
      if (netCurrent_A > 0.5) throw new Error("current too large");
      return p;
    }),
  },
  { breaks: "answer-shape", how: "no phases", model: characterized(() => ({ phases: undefined })) },
  {
    breaks: "answer-shape",
    how: "a phase of another name",
    model: characterized(() => ({ phases: [{ phase: "wait", duration_s: 0, formula: "0" }] })),
  },
  { breaks: "answer-shape", how: "no status", model: characterized(() => ({ status: "fine" })) },
  {
    breaks: "same-input-same-answer",
    how: "random",
    // The fault itself: no address, so no second call can agree with the first.
    model: characterized(() => ({ quantities: { draw: Math.random() } })),
  },
  { breaks: "same-input-same-answer", how: "counts its calls", model: counting() },
  { breaks: "no-memory-between-calls", how: "keeps answers to another operating point", model: cachingTooMuch() },
  {
    breaks: "inputs-untouched",
    how: "doubles a parameter in place",
    model: characterized((_character, design) => {
      (design as { length_m: number }).length_m *= 2;
      return {};
    }),
  },
  {
    breaks: "inputs-untouched",
    how: "changes a parameter and puts it back",
    model: characterized((_character, design) => {
      const open = design as { length_m: number };
      const kept = open.length_m;
      open.length_m = 1;
      open.length_m = kept;
      return {};
    }),
  },
  {
    breaks: "inputs-untouched",
    how: "changes the conventions",
    model: characterized((_character, _design, { conventions }) => {
      (conventions as { readTiming: string }).readTiming = "never";
      return {};
    }),
  },
  { breaks: "impossible-reason", how: "impossible without a violation", model: impossible([], isShort) },
  {
    breaks: "impossible-reason",
    how: "ok with a violation of kind impossible",
    model: violating({ kind: "impossible" }),
  },
  { breaks: "violation-form", how: "code in capitals", model: violating({ code: "TooWide" }) },
  { breaks: "violation-form", how: "no message", model: violating({ message: "" }) },
  { breaks: "violation-form", how: "infinite amount", model: violating({ amount: Infinity }) },
  { breaks: "violation-form", how: "negative amount", model: violating({ amount: -1 }) },
  { breaks: "violation-form", how: "warning that counts", model: violating({ kind: "warning" }) },
  { breaks: "violation-form", how: "writes the study's constraints", model: violating({ kind: "constraint" }) },
  {
    breaks: "named-designs-work",
    how: "the preset is impossible",
    model: impossible(
      [{ kind: "impossible", code: "too-short", message: "too short", amount: 1 }],
      ({ length_m }) => Number(length_m) < 2.5e-8,
    ),
  },
  { breaks: "finite-numbers", how: "infinite energy", model: withEnergy({ energy_J: Infinity }) },
  { breaks: "finite-numbers", how: "delay NaN", model: characterized(() => ({ cycle_s: Number.NaN })) },
  {
    breaks: "finite-numbers",
    how: "infinite quantity",
    model: characterized(() => ({ quantities: { ratio: 1 / 0 } })),
  },
  {
    breaks: "non-negative-costs",
    how: "negative area",
    model: characterized(() => ({ area: [{ part: "strip", area_m2: -1e-15, formula: "-width_m * length_m" }] })),
  },
  { breaks: "non-negative-costs", how: "negative energy", model: withEnergy({ energy_J: -1e-15, formula: "-1e-15" }) },
  { breaks: "non-negative-costs", how: "negative spread", model: characterized(() => ({ offsetSpread_V: -1e-3 })) },
  { breaks: "quantity-names", how: "not SI", model: characterized(() => ({ quantities: { length_nm: 50 } })) },
  {
    breaks: "quantity-names",
    how: "underscore without a unit",
    model: characterized(() => ({ quantities: { wall_width: 1e-8 } })),
  },
  { breaks: "ledger-lines", how: "a line of the system", model: withEnergy({ line: "synapse-static" }) },
  { breaks: "ledger-lines", how: "a line of the interconnect", model: withEnergy({ line: "row-drivers" }) },
  { breaks: "ledger-lines", how: "no such line", model: withEnergy({ line: "coffee" }) },
  {
    breaks: "ledger-formula",
    how: "gives half of its energy",
    model: withEnergy({ formula: "stages * capacitance_F * supply_V^2 / 2" }),
  },
  {
    breaks: "ledger-formula",
    how: "names what is not an input",
    model: withEnergy({ formula: "stages * charge_C * supply_V" }),
  },
  { breaks: "ledger-formula", how: "prose", model: withEnergy({ formula: "half of C V^2" }) },
  { breaks: "formula-stated", how: "energy without a formula", model: withEnergy({ formula: "" }) },
  {
    breaks: "formula-stated",
    how: "phase without a formula",
    model: characterized(({ phases }) => ({ phases: [{ ...phases[1]!, formula: " " }] })),
  },
  {
    breaks: "cycle-holds-decision",
    how: "cycle of half a decision",
    model: characterized(({ cycle_s }) => ({ cycle_s: cycle_s / 2 })),
  },
  {
    breaks: "cycle-holds-decision",
    how: "synapses driven for longer than the cycle",
    model: characterized(({ cycle_s }) => ({ synapsesDriven_s: 2 * cycle_s })),
  },
  {
    breaks: "error-probability-range",
    how: "above 1",
    model: erring((p, { netCurrent_A }) => (netCurrent_A < -0.5 ? 1.2 : p)),
  },
  {
    breaks: "error-probability-range",
    how: "NaN at zero current",
    model: erring((p, { netCurrent_A }) => (netCurrent_A === 0 ? Number.NaN : p)),
  },
  {
    breaks: "error-probability-falling",
    how: "rises at large currents, past the breakdown of the wall",
    model: erring((p, { netCurrent_A }) => (netCurrent_A > 1e-3 ? 0.1 : p)),
  },
  {
    breaks: "error-probability-hold",
    how: "holding is the harder decision",
    model: erring((p, { mustSwitch }) => (mustSwitch ? p : 1 - 0.9 * (1 - p))),
  },
  {
    breaks: "error-probability-threshold",
    how: "needs twice its threshold",
    model: {
      ...soundNeuron,
      errorProbability: (design, operating, { netCurrent_A, mustSwitch }) =>
        soundNeuron.errorProbability(design, operating, {
          netCurrent_A: netCurrent_A - (mustSwitch ? Number(design["switchingCurrent_A"]) : 0),
          mustSwitch,
        }),
    },
  },
  {
    breaks: "error-probability-ends",
    how: "holds its output against any current",
    model: erring((p, { mustSwitch }) => (mustSwitch ? p : 0.4 * p)),
  },
  ...(
    [
      ["reads after the end", { readAt_s: 1 }],
      ["never drives its rows", { rowsOff_s: 0 }],
      ["endless steps", { step_s: Number.NaN }],
      ["measures with what it does not know", { measures: [{ name: "delay_s", meaning: "", expression: "@rise_s" }] }],
      ["no port for a source", { sources: [] }],
      ["forgets what it held", { subcircuit: { parameters: {} } }],
      ["a command in a note", { subcircuit: { notes: ["x\n.control"] } }],
      ["a command among its elements", { subcircuit: { lines: ["Rin in 0 1", ".control", "Rout out vread 1"] } }],
      ["NaN for a resistance", { subcircuit: { lines: ["Rin in 0 NaN", "Rout out vread 1"] } }],
      ["an open output", { subcircuit: { lines: ["Rin in vread 1"] } }],
      ["a name with blanks", { subcircuit: { name: "sound neuron" } }],
    ] as const
  ).map(([how, change]) => ({ breaks: "spice-form", how, model: writing(change) })),
  { breaks: "spice-form", how: "throws", model: { ...soundNeuron, spice: thrown } },
  { breaks: "spice-form", how: "another one each time", model: writing(() => ({ firesAbove_V: counter++ })) },
  {
    breaks: "spice-form",
    how: "impossible although it has a character",
    model: { ...soundNeuron, spice: () => ({ status: "impossible", violations: [] }) },
  },
];
