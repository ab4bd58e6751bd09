import type {
  Accounting,
  Assessment,
  Corner,
  CornerAssessment,
  Design,
  Impossible,
  PreparedWorkload,
  ResolvedHeld,
  TechnologyDesign,
  Violation,
} from "@neurofront/core";
import { analyticAccuracy } from "./accuracy-analytic.ts";
import { chipNetwork, monteCarloAccuracy } from "./accuracy-monte-carlo.ts";
import type { ChipAccuracies, ChipNetwork, ChipRange, JudgedSets } from "./accuracy-monte-carlo.ts";
import { summariseChips } from "./chip-statistics.ts";
import { circuitsOf } from "./circuit.ts";
import type { Circuit, CircuitContext, TechnologyModels } from "./circuit.ts";
import type { DecidingLayer } from "./deciding-layer.ts";
import { designAtCorner } from "./design-at-corner.ts";
import { tabulateDecisions } from "./decision.ts";
import { layerCosts } from "./layer-costs.ts";
import type { SolvedLayer } from "./layer-costs.ts";
import { networkCosts } from "./network-costs.ts";
import { collectSignal } from "./signal.ts";
import type { NoiseSources, Signal } from "./signal.ts";

/** What is equal for every candidate of a study. */
export interface AssessmentContext extends CircuitContext {
  readonly previousOutput: ResolvedHeld["previousOutput"];
  readonly positions: ResolvedHeld["positions"];
  /** Equivalent series drop of the converter that makes the input voltage. */
  readonly converterDrop_V: number;
  readonly noise: NoiseSources;
  /** Address of the chips of a Monte Carlo. */
  readonly seed: number;
  /** Where every candidate is assessed besides, without chips. */
  readonly corners?: readonly Corner[];
}

/** A candidate with its analytic assessment, whose chips can be drawn block by block. */
export interface AssessedCandidate {
  /** Without Monte Carlo. */
  readonly assessment: Assessment;
  /** Accuracies of a range of chips; absent where the design is impossible. */
  readonly drawChips?: (chips: ChipRange) => ChipAccuracies;
}

/**
 * Assess one candidate: map the weights of every layer onto synapses of the study's age, solve each array with the neuron's
 * input resistance, decide, and add up energy, delay and area.
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
  const { assessment, drawChips } = assessCandidate(models, candidate, accounting, context);
  return chips > 0 && drawChips !== undefined
    ? withChips(assessment, drawChips({ from: 0, to: chips }), context.workload)
    : assessment;
}

/**
 * The same without chips, which can be drawn afterwards as a caller needs them.
 *
 * @throws as {@link assess}
 */
export function assessCandidate(
  models: TechnologyModels,
  candidate: TechnologyDesign,
  accounting: Accounting,
  context: AssessmentContext,
): AssessedCandidate {
  const nominal = assessUnder(models, candidate, accounting, context);
  if (context.corners === undefined || nominal.assessment.status === "impossible") return nominal;
  const corners = context.corners.map((corner) => assessAtCorner(models, candidate, accounting, context, corner));
  return { ...nominal, assessment: { ...nominal.assessment, corners } };
}

/** What a design that stays as it is is worth under the conditions of a corner. */
function assessAtCorner(
  models: TechnologyModels,
  candidate: TechnologyDesign,
  accounting: Accounting,
  context: AssessmentContext,
  corner: Corner,
): CornerAssessment {
  const design = designAtCorner(models, candidate, corner);
  const { status, metrics, violations } =
    design.status === "impossible"
      ? { ...design, metrics: {} }
      : assessUnder(models, design.candidate, accounting, {
          ...context,
          noise: { ...context.noise, temperature_K: corner.temperature_K },
          inputVoltageFactor: corner.inputVoltageFactor,
        }).assessment;
  return { ...corner, status, metrics, violations: violations.filter(({ kind }) => kind !== "warning") };
}

/** The candidate under the conditions of the context alone. */
function assessUnder(
  models: TechnologyModels,
  candidate: TechnologyDesign,
  accounting: Accounting,
  context: AssessmentContext,
): AssessedCandidate {
  const { workload, noise } = context;
  const found = circuitsOf(models, candidate, context);
  if (found.status === "impossible") return impossible(found);
  const { synapse, circuits } = found;
  const solved: SolvedLayer[] = [];
  for (const circuit of circuits) {
    const array = models.interconnect.solve(candidate.interconnect, circuit.load);
    requireUntouched(circuit);
    if (array.status === "impossible") return impossible(array);
    const signal = collectSignal(circuit.layer, array, circuit.neuron, synapse, circuit.load.inputVoltage_V, noise);
    solved.push({ circuit, array, signal });
  }
  const network = solved.map(({ circuit, signal }) => decidingLayer(models, candidate, circuit, signal, context));
  const sets = judgedSets(workload, circuits);
  const accuracy = analyticAccuracy(network, workload.clean, sets.clean.wanted);
  const costs = networkCosts(
    solved.map((layer) => {
      const own = layerCosts(layer, synapse, accounting, context.converterDrop_V);
      const { trained, neuron } = layer.circuit;
      return {
        trained,
        costs: own,
        copies: layer.array.copies,
        cycle_s: Math.max(own.delay_s, layer.array.settling_s + neuron.cycle_s),
      };
    }),
    context.positions,
  );
  let chips: ChipNetwork | undefined;
  return {
    assessment: {
      status: "ok",
      ...costs,
      metrics: {
        ...costs.metrics,
        accuracy,
        ...(accuracy > 0
          ? {
              energyPerCorrect: costs.metrics.energy! / accuracy,
              energyPerCorrectInference: costs.metrics.energyPerInference! / accuracy,
            }
          : {}),
      },
      violations: [
        ...ofLayers(circuits.map(({ neuron }) => neuron.violations)),
        ...synapse.violations,
        ...ofLayers(solved.map(({ array }) => array.violations)),
      ],
    },
    drawChips(range) {
      chips ??= chipNetwork(network, sets);
      return monteCarloAccuracy(chips, range, context.seed);
    },
  };
}

/** An assessment with what chips have added: statistics of their accuracies, blocks of chips one after the other. */
export function withChips(
  assessment: Assessment,
  chips: ChipAccuracies,
  workload: Pick<PreparedWorkload, "clean" | "test">,
): Assessment {
  const clean = summariseChips(chips.clean, workload.clean.count);
  const test = summariseChips(chips.test, workload.test.count);
  return {
    ...assessment,
    metrics: { ...assessment.metrics, testAccuracy: test.mean },
    monteCarlo: { clean, test },
  };
}

/** The interconnect works on a copy of the patterns, which are every candidate's: one that changes them harms only itself. */
function requireUntouched({ activity, load }: Circuit): void {
  const { levels } = activity.shown;
  for (let index = 0; index < levels.length; index++)
    if (levels[index] !== load.patterns[index]) throw new Error("the interconnect changes the patterns it is given");
}

function decidingLayer(
  models: TechnologyModels,
  candidate: TechnologyDesign,
  { trained, activity, operating, neuron }: Circuit,
  signal: Signal,
  context: AssessmentContext,
): DecidingLayer {
  const limit_A = largestCurrent_A(signal);
  const tables = tabulateDecisions(
    models.neuron,
    candidate.neuron as Design,
    operating,
    context.previousOutput,
    activity.firingShare,
    neuron.thresholdCurrent_A,
    limit_A,
  );
  return { trained, signal, tables, meanSquareLevel: activity.meanSquareLevel, limit_A };
}

function judgedSets({ clean, test }: PreparedWorkload, circuits: readonly Circuit[]): JudgedSets {
  return {
    clean: { name: "clean", data: clean, wanted: circuits.map(({ activity }) => activity.wanted.clean) },
    test: { name: "test", data: test, wanted: circuits.map(({ activity }) => activity.wanted.test) },
    words: circuits[0]!.activity.words,
  };
}

/** What the parts of each layer found; of several layers each says where. */
function ofLayers(found: readonly (readonly Violation[])[]): Violation[] {
  return found.flatMap((violations, index) =>
    found.length === 1
      ? violations
      : violations.map((violation) => ({ ...violation, message: `layer ${index + 1}: ${violation.message}` })),
  );
}

function impossible(answer: Impossible): AssessedCandidate {
  return {
    assessment: {
      status: "impossible",
      violations: answer.violations,
      metrics: {},
      ledger: [],
      phases: [],
      area: [],
      quantities: { neuron: {}, synapse: {}, interconnect: {}, system: {} },
    },
  };
}

/** Bound on any net current: all devices of a column pushing one way, with six standard deviations of the offset. */
function largestCurrent_A({ contribution_A, offset_A, outputCount }: Signal): number {
  let largest_A = 0;
  for (let output = 0; output < outputCount; output++) {
    let sum_A = 6 * offset_A[output]!;
    for (let index = output; index < contribution_A.length; index += outputCount)
      sum_A += Math.abs(contribution_A[index]!);
    largest_A = Math.max(largest_A, sum_A);
  }
  return largest_A;
}
