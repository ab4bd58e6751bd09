import { delay_s, totalEnergy_J } from "@neurofront/core";
import type {
  Accounting,
  Assessment,
  Design,
  Impossible,
  MetricName,
  OwnedLedgerEntry,
  Phase,
  PreparedWorkload,
  ResolvedHeld,
  TechnologyDesign,
} from "@neurofront/core";
import { analyticAccuracy } from "./accuracy-analytic.ts";
import { monteCarloAccuracy } from "./accuracy-monte-carlo.ts";
import { circuitOf } from "./circuit.ts";
import type { CircuitContext, TechnologyModels } from "./circuit.ts";
import { tabulateDecisions } from "./decision.ts";
import { collectSignal, netCurrents_A } from "./signal.ts";
import type { NoiseSources } from "./signal.ts";
import { supplyConversionEntry, synapseStaticEntry } from "./system-ledger.ts";

/** What is equal for every candidate of a study. */
export interface AssessmentContext extends CircuitContext {
  readonly previousOutput: ResolvedHeld["previousOutput"];
  /** Equivalent series drop of the converter that makes the input voltage. */
  readonly converterDrop_V: number;
  readonly noise: NoiseSources;
  /** Address of the chips of a Monte Carlo. */
  readonly seed: number;
}

/**
 * Assess one candidate: map the weights onto synapses of the study's age, solve the array with the neuron's input resistance, decide, and add up energy,
 * delay and area.
 *
 * @param chips Monte Carlo chips to draw; 0 gives the analytic accuracy only
 * @throws whatever a model throws: a model must answer every legal design, so that is a defect of the plugin
 */
export function assess(
  models: TechnologyModels,
  candidate: TechnologyDesign,
  accounting: Accounting,
  context: AssessmentContext,
  chips: number,
): Assessment {
  const { workload, conventions, noise } = context;
  const { inputVoltage_V } = candidate;
  const neuronDesign = candidate.neuron as Design;
  const circuit = circuitOf(models, candidate, context);
  if (circuit.status === "impossible") return impossible(circuit);
  const { synapse, layer, operating, neuron } = circuit;
  const array = models.interconnect.solve(candidate.interconnect, circuit.load);
  if (array.status === "impossible") return impossible(array);

  const signal = collectSignal(layer, array, neuron, synapse, inputVoltage_V, noise);
  const nominal_A = netCurrents_A(signal, workload.clean.patterns, workload.clean.count);
  const limit_A = largestCurrent_A(signal.contribution_A, signal.offset_A, workload.outputCount);
  const tables = tabulateDecisions(
    models.neuron,
    neuronDesign,
    operating,
    context.previousOutput,
    workload.outputCount,
    neuron.thresholdCurrent_A,
    limit_A,
  );
  const accuracy = analyticAccuracy(signal, tables, workload.clean);
  const monteCarlo = chips > 0 ? monteCarloAccuracy(signal, tables, workload, limit_A, chips, context.seed) : undefined;

  const driven_s = array.settling_s + neuron.synapsesDriven_s;
  const meanInputPower_W = array.inputPower_W.reduce((sum, power) => sum + power, 0) / array.inputPower_W.length;
  const synapseStatic = synapseStaticEntry(meanInputPower_W, workload.outputCount, driven_s);
  const ledger: OwnedLedgerEntry[] = [
    { owner: "system", ...synapseStatic },
    { owner: "system", ...supplyConversionEntry(synapseStatic.energy_J, inputVoltage_V, context.converterDrop_V) },
    ...neuron.energy.map((entry) => ({ owner: "neuron" as const, ...entry })),
    ...array.energy.map((entry) => ({ owner: "interconnect" as const, ...entry })),
  ];
  const energy_J = totalEnergy_J(ledger, accounting);
  const phases: Phase[] = [
    { phase: "settle", duration_s: array.settling_s, formula: "array settling" },
    ...neuron.phases,
  ];
  const decision_s = delay_s(phases, conventions.readTiming);
  const area = [...neuron.area, ...array.area];
  const metrics: Partial<Record<MetricName, number>> = {
    energy: energy_J,
    delay: decision_s,
    edp: energy_J * decision_s,
    area: area.reduce((sum, entry) => sum + entry.area_m2, 0),
    accuracy,
    ...(accuracy > 0 ? { energyPerCorrect: energy_J / accuracy } : {}),
    ...(monteCarlo === undefined ? {} : { testAccuracy: monteCarlo.test.mean }),
  };
  return {
    status: "ok",
    violations: [...neuron.violations, ...synapse.violations, ...array.violations],
    metrics,
    ledger,
    phases,
    area,
    quantities: finiteByPart({
      neuron: {
        inputResistance_ohm: neuron.inputResistance_ohm,
        thresholdCurrent_A: neuron.thresholdCurrent_A,
        offsetSpread_V: neuron.offsetSpread_V,
        offsetSpread_A: neuron.offsetSpread_A,
        ...neuron.quantities,
      },
      synapse: {
        conductanceMin_S: synapse.conductanceMin_S,
        conductanceMax_S: synapse.conductanceMax_S,
        levels: synapse.levels,
        ...synapse.quantities,
      },
      interconnect: { settling_s: array.settling_s, meanInputPower_W, ...array.quantities },
      system: {
        columnConductance_S: layer.meanColumnConductance_S,
        columnCurrent_A: operating.columnCurrent_A,
        ...netCurrentSummary(nominal_A, workload),
        deliveredShare: deliveredShare(nominal_A, layer, workload, inputVoltage_V),
      },
    }),
    ...(monteCarlo === undefined ? {} : { monteCarlo }),
  };
}

function impossible(answer: Impossible): Assessment {
  return {
    status: "impossible",
    violations: answer.violations,
    metrics: {},
    ledger: [],
    phases: [],
    area: [],
    quantities: { neuron: {}, synapse: {}, interconnect: {}, system: {} },
  };
}

/** Leave out what is infinite (the resistance of a floating node, the levels of an analog device): archives hold numbers. */
function finiteByPart(quantities: Assessment["quantities"]): Assessment["quantities"] {
  const finite = (part: Readonly<Record<string, number>>): Record<string, number> =>
    Object.fromEntries(Object.entries(part).filter(([, value]) => Number.isFinite(value)));
  return {
    neuron: finite(quantities.neuron),
    synapse: finite(quantities.synapse),
    interconnect: finite(quantities.interconnect),
    system: finite(quantities.system),
  };
}

/** Bound on any net current: all devices of a column pushing one way, with six standard deviations of the offset. */
function largestCurrent_A(contribution_A: Float64Array, offset_A: Float64Array, outputCount: number): number {
  let largest_A = 0;
  for (let output = 0; output < outputCount; output++) {
    let sum_A = 6 * offset_A[output]!;
    for (let index = output; index < contribution_A.length; index += outputCount)
      sum_A += Math.abs(contribution_A[index]!);
    largest_A = Math.max(largest_A, sum_A);
  }
  return largest_A;
}

/** Smallest and median magnitude of the nominal net current that drives a decision the right way. */
function netCurrentSummary(
  nominal_A: Float64Array,
  workload: PreparedWorkload,
): { readonly netCurrentMin_A: number; readonly netCurrentMedian_A: number } {
  const signed = nominal_A.map((current_A, index) => {
    const pattern = Math.floor(index / workload.outputCount);
    return workload.clean.labels[pattern] === index - pattern * workload.outputCount ? current_A : -current_A;
  });
  signed.sort();
  return { netCurrentMin_A: signed[0]!, netCurrentMedian_A: signed[Math.floor(signed.length / 2)]! };
}

/** Least-squares share of the ideal net current (no wires, drivers or neuron resistance) that reaches the neurons. */
function deliveredShare(
  nominal_A: Float64Array,
  layer: { readonly conductance_S: Float64Array },
  workload: PreparedWorkload,
  inputVoltage_V: number,
): number {
  const { inputCount, outputCount, clean } = workload;
  let product = 0;
  let square = 0;
  for (let pattern = 0; pattern < clean.count; pattern++) {
    for (let output = 0; output < outputCount; output++) {
      let ideal_A = 0;
      for (let input = 0; input < inputCount; input++) {
        const pair_S =
          layer.conductance_S[2 * input * outputCount + output]! -
          layer.conductance_S[(2 * input + 1) * outputCount + output]!;
        ideal_A += clean.patterns[pattern * inputCount + input]! * pair_S * inputVoltage_V;
      }
      product += ideal_A * nominal_A[pattern * outputCount + output]!;
      square += ideal_A * ideal_A;
    }
  }
  return square > 0 ? product / square : 0;
}
