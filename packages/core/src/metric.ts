import type { Unit } from "./units.ts";

/** A number that objectives and constraints of a study may name. */
export interface MetricDeclaration {
  readonly title: string;
  readonly unit: Unit;
  readonly better: "less" | "more";
  readonly meaning: string;
}

/**
 * Every metric of an assessment. Energies are per neuron and decision under the study's accounting, unless they say inference:
 * one pattern through the whole network. Of a network of several layers, energy and delay of a decision are means over all
 * decisions of an inference, and the area of a neuron the mean over all neurons.
 *
 * Metrics marked Monte Carlo are computed only where a study asks for them or a run verifies its best designs.
 */
export const METRICS = {
  energy: {
    title: "energy",
    unit: "J",
    better: "less",
    meaning: "energy of one decision of one neuron, the lines the accounting counts",
  },
  delay: {
    title: "delay",
    unit: "s",
    better: "less",
    meaning: "delay of one decision: array settling and the neuron's phases",
  },
  edp: { title: "energy-delay product", unit: "J s", better: "less", meaning: "energy times delay" },
  area: {
    title: "area",
    unit: "m^2",
    better: "less",
    meaning: "area of one neuron with its synapses and its share of the drivers",
  },
  accuracy: {
    title: "accuracy",
    unit: "1",
    better: "more",
    meaning:
      "exact one-hot accuracy on the clean patterns: chance that exactly the right output fires, mean over chips and patterns",
  },
  testAccuracy: {
    title: "test accuracy",
    unit: "1",
    better: "more",
    meaning: "exact one-hot accuracy on the disturbed test patterns, Monte Carlo mean over chips",
  },
  energyPerCorrect: {
    title: "energy per correct decision",
    unit: "J",
    better: "less",
    meaning: "energy of one decision divided by the accuracy",
  },
  energyPerInference: {
    title: "energy per inference",
    unit: "J",
    better: "less",
    meaning: "energy of all decisions that recognise one pattern: every neuron of every layer at every position",
  },
  inferenceDelay: {
    title: "inference delay",
    unit: "s",
    better: "less",
    meaning:
      "from the inputs of the first layer to the outputs of the last, one layer after the other, the positions of a layer as the study says",
  },
  energyPerCorrectInference: {
    title: "energy per correct inference",
    unit: "J",
    better: "less",
    meaning: "energy of one inference divided by the accuracy",
  },
  networkArea: {
    title: "network area",
    unit: "m^2",
    better: "less",
    meaning:
      "area of all neurons of the network with their synapses and drivers, copies for parallel positions included",
  },
} as const satisfies Readonly<Record<string, MetricDeclaration>>;

/** The name of a metric. */
export type MetricName = keyof typeof METRICS;

/** Quantile of a metric over chips. */
export type Quantile = "p05" | "p50" | "p95";

/**
 * Statistic of a metric. The analytic estimate gives the mean, and `worst`, the worst of the means at the nominal conditions and
 * at every corner of the study; quantiles need Monte Carlo samples.
 */
export type Statistic = "mean" | "worst" | Quantile;

/** Shares of the chips below the quantiles. */
export const QUANTILE_SHARES: Readonly<Record<Quantile, number>> = { p05: 0.05, p50: 0.5, p95: 0.95 };

/** True where a number is an estimate from drawn chips; all others are exact. */
export function isEstimated({
  metric,
  statistic,
}: {
  readonly metric: MetricName;
  readonly statistic: Statistic;
}): boolean {
  return isQuantile(statistic) || metric === "testAccuracy";
}

/** True for a quantile over chips. */
export function isQuantile(statistic: Statistic): statistic is Quantile {
  return statistic in QUANTILE_SHARES;
}
