import type { AreaEntry, LedgerEntry } from "./ledger.ts";
import type { MetricName } from "./metric.ts";
import type { Phase } from "./neuron.ts";
import type { AnyDesign } from "./parameter.ts";
import type { Violation } from "./violation.ts";

/** A candidate in SI: what each part is built with, and the level of its inputs. */
export interface TechnologyDesign {
  readonly neuron: AnyDesign;
  readonly synapse: AnyDesign;
  readonly interconnect: AnyDesign;
  readonly inputVoltage_V: number;
}

/** Accuracy over chips drawn at random, with a 95 % interval for its mean over patterns and chips. */
export interface MonteCarloAccuracy {
  readonly chips: number;
  readonly mean: number;
  readonly low: number;
  readonly high: number;
  /** Over chips. */
  readonly p05: number;
  readonly p50: number;
  readonly p95: number;
}

/** A ledger entry with the part that wrote it. */
export interface OwnedLedgerEntry extends LedgerEntry {
  readonly owner: "neuron" | "synapse" | "interconnect" | "system";
}

/** Everything that is known about one candidate under the workload. */
export interface Assessment {
  readonly status: "ok" | "impossible";
  /** Broken rules and warnings of all parts, and of the study's constraints. */
  readonly violations: readonly Violation[];
  /** Empty when impossible. */
  readonly metrics: Readonly<Partial<Record<MetricName, number>>>;
  /** Every line, whether the accounting counts it or not. */
  readonly ledger: readonly OwnedLedgerEntry[];
  readonly phases: readonly Phase[];
  readonly area: readonly AreaEntry[];
  /** Derived numbers by part; names carry the unit. */
  readonly quantities: Readonly<
    Record<"neuron" | "synapse" | "interconnect" | "system", Readonly<Record<string, number>>>
  >;
  /** Present when chips were drawn. */
  readonly monteCarlo?: { readonly clean: MonteCarloAccuracy; readonly test: MonteCarloAccuracy };
}
