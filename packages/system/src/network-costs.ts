import { decisionCount } from "@neurofront/core";
import type {
  AreaEntry,
  Assessment,
  LayerAssessment,
  MetricName,
  OwnedLedgerEntry,
  Phase,
  ResolvedHeld,
  TrainedLayer,
} from "@neurofront/core";
import { poolingDelay_s } from "./system-ledger.ts";

/** A layer with what it costs. */
export interface CostedLayer {
  readonly trained: TrainedLayer;
  readonly costs: LayerAssessment;
  /** As the interconnect has them; undefined where it leaves them to the study. */
  readonly copies: number | undefined;
  /** From one decision of an array to its next: at least its delay. */
  readonly cycle_s: number;
}

/** Metrics and entries of a whole network, before anything is known of its accuracy. */
export type NetworkCosts = Pick<Assessment, "metrics" | "ledger" | "phases" | "area" | "quantities" | "layers">;

/**
 * Add up the layers. Decisions are weighted as often as they are made in an inference, areas as often as a neuron is there.
 *
 * Layers work one after the other. In serial use a layer's array takes its P positions in P cycles; the last decision is known a
 * delay after its cycle has begun. In parallel use P copies decide at once. An interconnect may have copies of its own number, which
 * share the positions out. Not counted: idle arrays while other layers work, and, but for interconnects that count them, the switches
 * and registers that bring stored activations to the rows.
 */
export function networkCosts(layers: readonly CostedLayer[], positions: ResolvedHeld["positions"]): NetworkCosts {
  const copiesOf = ({ trained, copies }: CostedLayer): number =>
    copies ?? (positions === "parallel" ? trained.positions : 1);
  const decisions = shares(layers, ({ trained }) => decisionCount(trained));
  const neurons = shares(layers, (layer) => copiesOf(layer) * layer.trained.outputCount);
  const energy_J = weightedMean(decisions, ({ costs }) => costs.energy_J);
  const decision_s = weightedMean(decisions, ({ costs }) => costs.delay_s);
  const metrics: Partial<Record<MetricName, number>> = {
    energy: energy_J,
    delay: decision_s,
    edp: energy_J * decision_s,
    area: weightedMean(neurons, ({ costs }) => costs.area_m2),
    energyPerInference: sum(layers, ({ trained, costs }) => decisionCount(trained) * costs.energy_J),
    inferenceDelay: sum(layers, (layer) => layerDelay_s(layer, copiesOf(layer))),
    networkArea: sum(layers, (layer) => copiesOf(layer) * layer.trained.outputCount * layer.costs.area_m2),
  };
  const [only] = layers;
  if (layers.length === 1 && only!.trained.positions === 1) {
    const { ledger, phases, area, quantities } = only!.costs;
    return { metrics, ledger, phases, area, quantities };
  }
  return {
    metrics,
    ledger: meanLedger(decisions),
    phases: meanPhases(decisions),
    area: meanArea(neurons),
    quantities: {
      neuron: {},
      synapse: only!.costs.quantities.synapse,
      interconnect: {},
      system: { layers: layers.length, decisionsPerInference: sum(layers, ({ trained }) => decisionCount(trained)) },
    },
    layers: layers.map(({ costs }) => costs),
  };
}

function layerDelay_s({ trained, costs, cycle_s }: CostedLayer, copies: number): number {
  const pooling_s = trained.pool === undefined ? 0 : poolingDelay_s(trained.pool);
  return costs.delay_s + (Math.ceil(trained.positions / copies) - 1) * cycle_s + pooling_s;
}

/** A layer and its share of a whole; shares add up to 1. */
interface WeightedLayer {
  readonly layer: CostedLayer;
  readonly share: number;
}

function shares(layers: readonly CostedLayer[], countOf: (layer: CostedLayer) => number): WeightedLayer[] {
  const whole = sum(layers, countOf);
  return layers.map((layer) => ({ layer, share: countOf(layer) / whole }));
}

function sum(layers: readonly CostedLayer[], of: (layer: CostedLayer) => number): number {
  return layers.reduce((total, layer) => total + of(layer), 0);
}

function weightedMean(weighted: readonly WeightedLayer[], of: (layer: CostedLayer) => number): number {
  return weighted.reduce((total, { layer, share }) => total + share * of(layer), 0);
}

/** Values by key, layer by layer in one array each; keys in the order in which they are met. */
function byKey<Entry>(
  weighted: readonly WeightedLayer[],
  entriesOf: (costs: LayerAssessment) => readonly Entry[],
  keyOf: (entry: Entry) => string,
  valueOf: (entry: Entry) => number,
): { readonly first: Entry; readonly values: number[] }[] {
  const found = new Map<string, { first: Entry; values: number[] }>();
  for (const [index, { layer }] of weighted.entries())
    for (const entry of entriesOf(layer.costs)) {
      const key = keyOf(entry);
      const known = found.get(key) ?? { first: entry, values: weighted.map(() => 0) };
      known.values[index]! += valueOf(entry);
      found.set(key, known);
    }
  return [...found.values()];
}

function meanOf(weighted: readonly WeightedLayer[], values: readonly number[]): number {
  return weighted.reduce((total, { share }, index) => total + share * values[index]!, 0);
}

const MEAN_OF_DECISIONS = "mean over the layers, weighted by their decisions";

function meanLedger(weighted: readonly WeightedLayer[]): OwnedLedgerEntry[] {
  return byKey(
    weighted,
    ({ ledger }) => ledger,
    ({ owner, line }) => `${owner} ${line}`,
    ({ energy_J }) => energy_J,
  ).map(({ first: { owner, line }, values }) => ({
    owner,
    line,
    energy_J: meanOf(weighted, values),
    formula: weighted.map((_, index) => `share${index + 1} * layer${index + 1}_J`).join(" + "),
    inputs: Object.fromEntries(
      weighted.flatMap(({ share }, index) => [
        [`share${index + 1}`, share],
        [`layer${index + 1}_J`, values[index]!],
      ]),
    ),
  }));
}

function meanPhases(weighted: readonly WeightedLayer[]): Phase[] {
  return byKey(
    weighted,
    ({ phases }) => phases,
    ({ phase }) => phase,
    ({ duration_s }) => duration_s,
  ).map(({ first: { phase }, values }) => ({
    phase,
    duration_s: meanOf(weighted, values),
    formula: MEAN_OF_DECISIONS,
  }));
}

function meanArea(weighted: readonly WeightedLayer[]): AreaEntry[] {
  return byKey(
    weighted,
    ({ area }) => area,
    ({ part }) => part,
    ({ area_m2 }) => area_m2,
  ).map(({ first: { part }, values }) => ({
    part,
    area_m2: meanOf(weighted, values),
    formula: "mean over the layers, weighted by their neurons",
  }));
}
