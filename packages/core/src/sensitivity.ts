import type { MetricName } from "./metric.ts";

/** Values of metrics; those without a value are absent. */
export type MetricValues = Readonly<Partial<Record<MetricName, number>>>;

/** A design that differs from another in one parameter, assessed. */
export interface ChangedDesign {
  /** What the parameter was changed to. */
  readonly value: number | string;
  /** Empty when impossible. */
  readonly metrics: MetricValues;
  /** Codes of the rules and constraints it breaks; empty when feasible. */
  readonly broken: readonly string[];
}

/** How a design reacts to one of its free parameters. */
export interface ParameterSensitivity {
  /** For example `neuron.length_m`. */
  readonly name: string;
  readonly unit: string;
  readonly value: number | string;
  /**
   * d ln(metric) / d ln(parameter): by how many per cent the metric grows for one per cent more. Absent for whole numbers, choices
   * and metrics that are not positive, and where the designs beside this one have no answer.
   */
  readonly elasticity: MetricValues;
  /** The design with this parameter changed by more, where that was asked for. */
  readonly changes: readonly ChangedDesign[];
}

/** How a candidate reacts to each of its free parameters. */
export interface DesignSensitivity {
  readonly search: string;
  readonly candidate: number;
  readonly metrics: MetricValues;
  readonly parameters: readonly ParameterSensitivity[];
}
