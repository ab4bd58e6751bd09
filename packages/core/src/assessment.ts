import type { CornerAssessment } from "./corner.ts";
import type { AreaEntry, LedgerEntry } from "./ledger.ts";
import type { MetricName } from "./metric.ts";
import type { Phase } from "./neuron.ts";
import type { AnyDesign } from "./parameter.ts";
import type { Sampling } from "./sampling.ts";
import type { Violation } from "./violation.ts";

/** A candidate in SI: what each part is built with, and the level of its inputs. */
export interface TechnologyDesign {
  readonly neuron: AnyDesign;
  readonly synapse: AnyDesign;
  readonly interconnect: AnyDesign;
  readonly inputVoltage_V: number;
  /** How the network was trained, where the technology chooses its own training. */
  readonly training?: AnyDesign;
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

/** Derived numbers by part; names carry the unit. */
export type QuantitiesByPart = Readonly<
  Record<"neuron" | "synapse" | "interconnect" | "system", Readonly<Record<string, number>>>
>;

/** What is known about one layer of a network, on its own array. Energies and delay are of one decision of one neuron. */
export interface LayerAssessment {
  readonly inputCount: number;
  readonly outputCount: number;
  readonly positions: number;
  readonly energy_J: number;
  readonly delay_s: number;
  /** Of one neuron. */
  readonly area_m2: number;
  readonly ledger: readonly OwnedLedgerEntry[];
  readonly phases: readonly Phase[];
  readonly area: readonly AreaEntry[];
  readonly quantities: QuantitiesByPart;
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
  readonly quantities: QuantitiesByPart;
  /**
   * Present unless the network is one layer that decides once. Then ledger and phases above are means over all decisions of an
   * inference, areas over all neurons, and of the quantities those stand above that all layers share.
   */
  readonly layers?: readonly LayerAssessment[];
  /** At each corner of the study, in its order; absent where it names none, or the design is impossible. */
  readonly corners?: readonly CornerAssessment[];
  /** Present when chips were drawn; `sampling` when a search drew them. */
  readonly monteCarlo?: {
    readonly clean: MonteCarloAccuracy;
    readonly test: MonteCarloAccuracy;
    readonly sampling?: Sampling;
  };
  /** Name of the fidelity that gave these numbers; absent where the technology has but one. */
  readonly fidelity?: string;
  /** What the lower fidelities had said, lowest first; absent where there is none. */
  readonly lower?: readonly LowerFidelity[];
}

/** The numbers of a candidate at a fidelity below that of its assessment. */
export interface LowerFidelity {
  readonly fidelity: string;
  readonly status: Assessment["status"];
  readonly metrics: Assessment["metrics"];
  /** As of the candidate: minimised; empty when impossible. */
  readonly objectives: readonly number[];
  readonly violation: number;
}
