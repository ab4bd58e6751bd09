/**
 * Candidates of the shipped study in ngspice against their assessment: for each technology the best design that a search of the
 * study found, rounded. The whole array at its operating point; and a network of its first neurons, with the array made for
 * them, through a whole decision, since a decision of all 26 takes ngspice minutes.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { denseLayer } from "@neurofront/core";
import type { AnyDesign, NeuronCharacter, PreparedWorkload, TechnologyDesign } from "@neurofront/core";
import { spiceNetlist } from "@neurofront/spice";
import { assessmentContexts, firstDesign, parseStudy, resolveStudy, searchesOf } from "@neurofront/study";
import { circuitsOf } from "@neurofront/system";
import { describe, expect, it } from "vitest";
import { composeCatalog } from "../../packages/cli/src/composition.ts";
import { simulate, valueOf, withoutNgspice } from "./ngspice.ts";
import { line_J, phase_s } from "./single-neuron.ts";

const path = join(import.meta.dirname, "../../studies/spin-vs-cmos.json");
const catalog = composeCatalog();
const runnable = await resolveStudy(parseStudy(readFileSync(path, "utf8"), path, catalog), catalog);
const contextOf = assessmentContexts(runnable);

/** Searched parameters of the best design by energy-delay product, accounting `full`. */
const BEST: Readonly<Record<string, { neuron: AnyDesign; current_A: number; drop: number; inputVoltage_V: number }>> = {
  dwm: {
    neuron: { length_m: 172.8e-9, width_m: 10.05e-9, thickness_m: 2.044e-9, switchingCurrent_A: 4.671e-6 },
    current_A: 16.08e-6,
    drop: 0.02784,
    inputVoltage_V: 0.1306,
  },
  lsv: {
    neuron: {
      injectorDetectorDistance_m: 62.4e-9,
      magnetLength_m: 34.82e-9,
      magnetWidth_m: 37.58e-9,
      magnetThickness_m: 0.6007e-9,
      presetOverdrive: 52.81,
      presetDuration_s: 0.1974e-9,
      evaluation_s: 0.8812e-9,
      fallTime_s: 0.508e-9,
    },
    current_A: 172.2e-6,
    drop: 0.01186,
    inputVoltage_V: 0.2224,
  },
  "opamp-paper": { neuron: {}, current_A: 1.305e-6, drop: 0.003024, inputVoltage_V: 0.4868 },
  opamp: {
    neuron: {
      supplyVoltage_V: 0.8958,
      tailCurrent_A: 15.36e-6,
      pairInversion: 0.09229,
      mirrorInversion: 0.3071,
      outputCurrent_A: 30.34e-6,
      outputLength_m: 116.6e-9,
      compensationCapacitance_F: 9.4e-15,
      feedbackConductance_S: 8.436e-6,
      resolution: 0.05358,
    },
    current_A: 5.896e-6,
    drop: 0.003804,
    inputVoltage_V: 0.4182,
  },
  latch: {
    neuron: {
      pairWidth_m: 1.793e-6,
      pairLength_m: 72.1e-9,
      supplyVoltage_V: 1.062,
      resolution: 0.0125,
      settlingTimeConstants: 1.494,
    },
    current_A: 25.55e-6,
    drop: 0.01634,
    inputVoltage_V: 0.3369,
  },
};

function designOf(technology: string): TechnologyDesign {
  const fixed = firstDesign(
    runnable,
    searchesOf(runnable.resolved).find(({ name }) => name === `${technology}/full`)!,
  );
  const { neuron, current_A, drop, inputVoltage_V } = BEST[technology]!;
  return {
    neuron: { ...fixed.neuron, ...neuron },
    synapse: { ...fixed.synapse, fullScaleCurrent_A: current_A },
    interconnect: { ...fixed.interconnect, allowedDriverDrop: drop },
    inputVoltage_V,
  };
}

/** The network with its first outputs only. */
function firstOutputs(workload: PreparedWorkload, outputCount: number): PreparedWorkload {
  const layer = workload.layers[0]!;
  const weights = Float64Array.from({ length: layer.inputCount * outputCount }, (_, index) => {
    const input = Math.floor(index / outputCount);
    return layer.weights[input * layer.outputCount + (index - input * outputCount)]!;
  });
  return { ...workload, layers: [denseLayer(weights, outputCount)] };
}

interface Neuron {
  readonly j: number;
  readonly current_A: number;
  readonly conductance_S: number;
}

/** Simulate a candidate and put the models' numbers beside it. */
async function candidateOf(technology: string, outputCount: number, only: "operating point" | "decision") {
  const models = runnable.models.get(technology)!;
  const design = designOf(technology);
  const context = contextOf(design);
  const circuit = circuitsOf(models, design, { ...context, workload: firstOutputs(context.workload, outputCount) });
  if (circuit.status === "impossible") throw new Error(JSON.stringify(circuit.violations));
  const { load, operating, layer, neuron } = circuit.circuits[0]!;
  const solution = models.interconnect.solve(design.interconnect, load);
  if (solution.status === "impossible") throw new Error(JSON.stringify(solution.violations));
  const candidate = { models, design, operating, load, zeroBias_S: layer.zeroBias_S, neuron, solution };
  const netlist = spiceNetlist(candidate, { pattern: 0, about: [technology], sources: [] });
  const values = await simulate(only === "decision" ? netlist : netlist.replace(/^tran [\s\S]*?^quit$/mu, "quit"));
  const neurons = Array.from({ length: outputCount }, (_, j): Neuron => {
    let current_A = 0;
    for (let row = 0; row < 2 * load.inputCount; row++) {
      const level_V = load.patterns[row >> 1]! * load.inputVoltage_V;
      current_A += (row % 2 === 0 ? level_V : -level_V) * solution.currentTransfer_S[row * outputCount + j]!;
    }
    return { j, current_A, conductance_S: layer.columnConductance_S[j]! };
  });
  /** The character of a neuron on the column that it has. */
  const characterOf = ({ conductance_S }: Neuron, changes: AnyDesign = {}): NeuronCharacter => {
    const answer = models.neuron.characterize(
      { ...design.neuron, ...changes },
      { ...operating, columnConductance_S: conductance_S, columnCurrent_A: conductance_S * load.inputVoltage_V },
    );
    if (answer.status === "impossible") throw new Error(JSON.stringify(answer.violations));
    return answer;
  };
  return { values, neurons, neuron, design, load, solution, characterOf };
}
type Candidate = Awaited<ReturnType<typeof candidateOf>>;

/** Largest difference of the net currents over the largest. */
function currentError({ values, neurons }: Candidate): number {
  const fullScale_A = Math.max(...neurons.map(({ current_A }) => Math.abs(current_A)));
  const errors = neurons.map(({ j, current_A }) => Math.abs(valueOf(values, `net_current_a_${j}`) - current_A));
  return Math.max(...errors) / fullScale_A;
}

/** Neurons whose output is on the wrong side when it is read. */
function wrongDecisions({ values, neurons }: Candidate, firesAbove_V: number): Neuron[] {
  return neurons.filter(({ j, current_A }) => valueOf(values, `out_v_${j}`) > firesAbove_V !== current_A > 0);
}

/** Relative deviations of a measured time from the one expected of each neuron. */
function timeErrors({ values, neurons }: Candidate, name: string, expected_s: (neuron: Neuron) => number): number[] {
  return neurons.map((neuron) => valueOf(values, `${name}_${neuron.j}`) / expected_s(neuron) - 1);
}

const largest = (errors: readonly number[]): number => Math.max(...errors.map(Math.abs));

/** Energy of the rows over static power times the time they are driven and the charging of the row lines, less 1. */
function rowEnergyError({ values, neuron, solution, load }: Candidate): number {
  const static_J = solution.inputPower_W[0]! * (solution.settling_s + neuron.synapsesDriven_s);
  let charging_J = 0;
  for (let k = 0; k < load.inputCount; k++)
    charging_J += 2 * solution.quantities["rowCapacitance_F"]! * (load.patterns[k]! * load.inputVoltage_V) ** 2;
  return valueOf(values, "rows_j") / (static_J + charging_J) - 1;
}

/** Energy of a source, mean over the neurons. */
const energy_J = ({ values, neurons }: Candidate, source: string): number =>
  valueOf(values, `${source}_j`) / neurons.length;

/** Of the largest net current; ngspice prints twelve digits after the point. */
const currentTolerance = 1e-9;

describe.skipIf(withoutNgspice)("a candidate of each technology in ngspice", () => {
  it.each(["dwm", "lsv", "opamp-paper", "latch"])(
    "%s: net currents of the whole array",
    async (technology) => {
      expect(currentError(await candidateOf(technology, 26, "operating point"))).toBeLessThan(currentTolerance);
    },
    60_000,
  );

  it("dwm: decision, delay and energy", async () => {
    const candidate = await candidateOf("dwm", 4, "decision");
    const { neuron, design, solution } = candidate;
    expect(currentError(candidate)).toBeLessThan(currentTolerance);
    expect(wrongDecisions(candidate, 0.5)).toEqual([]);
    // Closed form of the model at each neuron's own current against the q-phi equations.
    const crossing_s = (own: Neuron): number =>
      solution.settling_s +
      phase_s(candidate.characterOf(own, { switchingCurrent_A: Math.abs(own.current_A) }), "evaluate");
    expect(largest(timeErrors(candidate, "delay_s", crossing_s))).toBeLessThan(0.06);
    expect(Math.abs(rowEnergyError(candidate))).toBeLessThan(0.02);
    // The model leaves out what charges the read node; one of four neurons fires, so that the mean over both states is missed.
    const charging_J =
      ((design.neuron["readNodeCapacitance_F"] as number) * (design.neuron["readVoltage_V"] as number) ** 2) / 4;
    expect(Math.abs(energy_J(candidate, "vread") / (line_J(neuron, "read") + charging_J) - 1)).toBeLessThan(0.15);
  });

  it("lsv: decision, delay and energy", async () => {
    const candidate = await candidateOf("lsv", 4, "decision");
    const { neuron, values } = candidate;
    expect(currentError(candidate)).toBeLessThan(currentTolerance);
    expect(wrongDecisions(candidate, 0.5)).toEqual([]);
    const { presetResidual, transferEfficiency, switchingSpinCurrent_A, relaxation_s } = neuron.quantities;
    for (const { j } of candidate.neurons)
      expect(Math.abs(Math.abs(valueOf(values, `residual_tilt_${j}`)) / presetResidual! - 1)).toBeLessThan(0.03);
    // u = m0 e^y + i (e^y - 1) reaches that of |z| = 0.9; the signal acts less as the magnet leaves the equator, which the
    // linear law overrates: the netlist is slower.
    const fall_s = ({ current_A }: Neuron): number => {
      const overdrive = (transferEfficiency! * Math.abs(current_A)) / switchingSpinCurrent_A!;
      const level = 0.9 / Math.sqrt(1 - 0.9 ** 2);
      return relaxation_s! * Math.log((level + overdrive) / (overdrive - presetResidual!));
    };
    expect(largest(timeErrors(candidate, "fall_s", fall_s))).toBeLessThan(0.3);
    expect(Math.abs(energy_J(candidate, "vpreset") / line_J(neuron, "preset") - 1)).toBeLessThan(1e-3);
    expect(Math.abs(rowEnergyError(candidate))).toBeLessThan(0.02);
  });

  it("latch: decision, delay and energy", async () => {
    const candidate = await candidateOf("latch", 4, "decision");
    const { neuron, values, load, solution } = candidate;
    expect(currentError(candidate)).toBeLessThan(currentTolerance);
    expect(wrongDecisions(candidate, 0.531)).toEqual([]);
    // The clock comes at the same time for all: the mean column's settling, and each latch's own delay at what it sampled.
    const decided_s = (own: Neuron): number => {
      const sampled = Math.abs(valueOf(values, `sampled_v_${own.j}`)) / load.inputVoltage_V;
      return (
        solution.settling_s +
        phase_s(neuron, "settle") +
        phase_s(candidate.characterOf(own, { resolution: sampled }), "latch")
      );
    };
    expect(largest(timeErrors(candidate, "delay_s", decided_s))).toBeLessThan(0.01);
    expect(Math.abs(energy_J(candidate, "vdd") / line_J(neuron, "sense") - 1)).toBeLessThan(1e-3);
    // Rows also charge the nodes, from the level of the decision before; a decision lasts a few of their time constants.
    expect(rowEnergyError(candidate)).toBeGreaterThan(0);
    expect(rowEnergyError(candidate)).toBeLessThan(0.15);
  });

  it("opamp-paper: decision, delay and energy", async () => {
    const candidate = await candidateOf("opamp-paper", 4, "decision");
    const { neuron, design } = candidate;
    expect(currentError(candidate)).toBeLessThan(currentTolerance);
    expect(wrongDecisions(candidate, 0.4868)).toEqual([]);
    // Finite gain speeds the loop up by 1 + 1/(A beta), the model leaves it out. The netlist
    // takes the level at the end of the rows for the final one, which a column of much conductance has not reached by then.
    const rows_s = candidate.solution.settling_s + neuron.synapsesDriven_s;
    const timeConstants = design.neuron["settlingTimeConstants"] as number;
    const settling_s = (own: Neuron): number => {
      const character = candidate.characterOf(own);
      const loopGain = (design.neuron["openLoopGain"] as number) * character.quantities["feedbackFactor"]!;
      const time_s = phase_s(character, "settle") / timeConstants / (1 + 1 / loopGain);
      const level = Math.expm1(-rows_s / time_s) * Math.expm1(-timeConstants);
      return -time_s * Math.log1p(-level) + phase_s(character, "evaluate");
    };
    // The capacitance of the column makes the loop one of second order near critical damping, which is within 3 % after 5.3 of its
    // natural times where one pole takes 3.5 of the longer one: up to 36 % sooner, and never later.
    const errors = timeErrors(candidate, "delay_s", settling_s);
    expect(Math.max(...errors)).toBeLessThan(0.03);
    expect(Math.min(...errors)).toBeGreaterThan(-0.4);
    expect(Math.abs(energy_J(candidate, "vdd") / line_J(neuron, "neuron-static") - 1)).toBeLessThan(1e-3);
    // Until the amplifier has settled the node is not held, and the rows deliver another current.
    expect(Math.abs(rowEnergyError(candidate))).toBeLessThan(0.15);
  });

  it("opamp: decision, delay and energy", async () => {
    const candidate = await candidateOf("opamp", 4, "decision");
    const { neuron } = candidate;
    // The net currents are beyond what the output's swing can hold through the feedback resistor, so that only the sign of the
    // loop is left to compare.
    for (const { j, current_A } of candidate.neurons)
      expect(Math.sign(valueOf(candidate.values, `net_current_a_${j}`))).toBe(Math.sign(current_A));
    expect(wrongDecisions(candidate, 0.4479)).toEqual([]);
    // The model's time is for a net current that just fills the swing; more turns the output sooner. It has its derating for
    // further poles, which the netlist contains.
    const decision_s = (own: Neuron): number => {
      const character = candidate.characterOf(own);
      return phase_s(character, "settle") + phase_s(character, "evaluate");
    };
    expect(Math.max(...timeErrors(candidate, "delay_s", decision_s))).toBeLessThan(0.15);
    const crowbar_J = neuron.energy.find(({ inputs }) => "crowbar_W" in inputs)!.energy_J;
    expect(Math.abs(energy_J(candidate, "vdd") / (line_J(neuron, "neuron-static") + crowbar_J) - 1)).toBeLessThan(1e-3);
    expect(Math.abs(rowEnergyError(candidate))).toBeLessThan(0.15);
  });
});
