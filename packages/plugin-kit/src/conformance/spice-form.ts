import { isDeepStrictEqual } from "node:util";
import type {
  Answer,
  ArrayLoad,
  Design,
  Model,
  OperatingPoint,
  SpiceCells,
  SpiceMeasure,
  SpiceNeuron,
  SpiceSubcircuit,
  SynapseOperating,
} from "@neurofront/core";
import type { Rule } from "./rule.ts";
import { okTrials, where } from "./trial.ts";
import type { Tried } from "./trial.ts";

type Subject = Tried<object, object, unknown>;

/** What the array settles in while a neuron is tried. */
const ARRAY_SETTLING_S = 1e-12;

/** Arrays of more cells than this are long to write and show nothing that smaller ones do not. */
const LARGEST_ARRAY = 400;

/** Fails when ngspice could not read what a model writes. */
const spiceForm: Rule<Subject> = {
  code: "spice-form",
  law: "A SPICE form has the ports of its role, all connected, plain elements with finite numbers, and is the same when asked again; a design without one says no-spice-form.",
  *breaches(subject) {
    for (const trial of okTrials(subject)) {
      let problem: string | undefined;
      try {
        problem = problemOf(subject.model, trial.design, trial.circuit);
      } catch (error) {
        problem = `threw ${String(error)}`;
      }
      if (problem !== undefined) yield `${problem} ${where(trial)}`;
    }
  },
};

function problemOf(model: Model, design: Design, circuit: object): string | undefined {
  if (!("spice" in model) || model.spice === undefined) return undefined;
  if (model.role === "neuron")
    return problemOfAnswer(() => model.spice!(design, circuit as OperatingPoint, ARRAY_SETTLING_S), problemOfNeuron);
  if (model.role === "synapse")
    return problemOfAnswer(
      () => ({ status: "ok", ...model.spice!(design, circuit as SynapseOperating) }),
      problemOfDevice,
    );
  const load = circuit as ArrayLoad;
  if (load.conductance_S.length > LARGEST_ARRAY) return undefined;
  const names = (letter: string, count: number): string[] =>
    Array.from({ length: count }, (_, index) => `${letter}${index}`);
  return problemOfAnswer(
    () => model.spice!(design, load, cellsOf(load)),
    (form) => problemOfSubcircuit(form, [...names("r", 2 * load.inputCount), ...names("c", load.outputCount)]),
  );
}

function problemOfDevice(device: SpiceSubcircuit): string | undefined {
  return (
    problemOfSubcircuit(device, ["row", "column"]) ?? ("g" in device.parameters ? undefined : "has no parameter g")
  );
}

function cellsOf(load: ArrayLoad): SpiceCells {
  return {
    subcircuit: "cell",
    // Every cell there, so that every port has to be connected.
    conductance_S: load.conductance_S.map((value) => value || 1e-6),
    columnCount: load.outputCount,
    columnCapacitance: true,
  };
}

function problemOfAnswer<Form>(
  ask: () => Answer<Form>,
  problemOfForm: (form: Form) => string | undefined,
): string | undefined {
  const answer = ask();
  if (answer.status === "impossible")
    return answer.violations.some(({ code }) => code === NO_FORM)
      ? undefined
      : `is impossible although the model has a character; a design that has no SPICE form says so by "${NO_FORM}"`;
  return isDeepStrictEqual(ask(), answer) ? problemOfForm(answer) : "differs when asked again";
}

function problemOfSubcircuit(subcircuit: SpiceSubcircuit, ports: readonly string[]): string | undefined {
  const { name, parameters, lines, notes } = subcircuit;
  if (!/^[a-z][a-z0-9_]*$/u.test(name)) return `has the name "${name}"; legal: lower-case letters, digits, underscores`;
  if (!isDeepStrictEqual([...subcircuit.ports], [...ports]))
    return `has the ports ${subcircuit.ports.join(" ")}; wanted: ${ports.join(" ")}`;
  const broken = [...lines, ...notes].find((line) => /\p{Cc}/u.test(line));
  if (broken !== undefined) return `has a line break in ${JSON.stringify(broken)}`;
  const strange = lines.find((line) => !/^(?:[A-Za-z]\w* |\.param )/u.test(line));
  if (strange !== undefined) return `has the line "${strange}", which is no element`;
  const unfinished = lines.find((line) => /\b(?:NaN|undefined|Infinity)\b/u.test(line));
  if (unfinished !== undefined) return `has no finite number in "${unfinished}"`;
  const infinite = Object.entries(parameters).find(([, value]) => !Number.isFinite(value));
  if (infinite !== undefined) return `has the parameter ${infinite.join(" = ")}`;
  const words = new Set(lines.flatMap((line) => line.split(/[\s(),]+/u)));
  const open = ports.find((port) => !words.has(port));
  return open === undefined ? undefined : `leaves the port ${open} open`;
}

function problemOfNeuron(neuron: SpiceNeuron): string | undefined {
  const { subcircuit, sources, rowsOn_s, rowsOff_s, readAt_s, stop_s, step_s, firesAbove_V } = neuron;
  const problem = problemOfSubcircuit(subcircuit, ["in", "out", ...sources.map(({ port }) => port)]);
  if (problem !== undefined) return problem;
  if (!("previous" in subcircuit.parameters)) return "has no parameter previous";
  const inOrder = [0, rowsOn_s, rowsOff_s, stop_s].every((time_s, k, all) => k === 0 || time_s >= all[k - 1]!);
  if (!inOrder || !(rowsOff_s > rowsOn_s) || !(stop_s < Infinity))
    return `drives its rows from ${rowsOn_s} s to ${rowsOff_s} s of ${stop_s} s`;
  if (!(step_s > 0 && step_s < stop_s)) return `has a step of ${step_s} s in ${stop_s} s`;
  if (!(readAt_s > 0 && readAt_s <= stop_s)) return `is read at ${readAt_s} s of ${stop_s} s`;
  if (!Number.isFinite(firesAbove_V)) return `fires above ${firesAbove_V} V`;
  for (const { port, waveform } of sources) {
    const rising = waveform.every(
      ([time_s, volt], k) => Number.isFinite(volt) && (k === 0 ? time_s === 0 : time_s > waveform[k - 1]![0]),
    );
    if (waveform.length === 0 || !rising) return `has a waveform at ${port} whose times do not increase from 0`;
  }
  return problemOfMeasures(neuron.measures);
}

function problemOfMeasures(measures: readonly SpiceMeasure[]): string | undefined {
  const known = new Set<string>();
  for (const measure of measures) {
    if (!/^[a-z][a-z0-9_]*$/u.test(measure.name) || known.has(measure.name))
      return `measures "${measure.name}", which is no name of its own in lower case`;
    const text = "statement" in measure ? measure.statement : measure.expression;
    if (/\p{Cc}/u.test(text)) return `has a line break in the measure ${measure.name}`;
    const unknown = [...text.matchAll(/@(?<name>\w+)/gu)].find(({ groups }) => !known.has(groups!["name"]!));
    if (unknown !== undefined) return `measures ${measure.name} with ${unknown[0]}, which is not measured before`;
    known.add(measure.name);
  }
  return undefined;
}

/** Code of the violation of a design that the model computes but cannot write for SPICE. */
const NO_FORM = "no-spice-form";

/** What the SPICE forms of models keep. */
export const SPICE_RULES: readonly Rule<Subject>[] = [spiceForm];
