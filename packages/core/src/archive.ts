import type { Assessment, TechnologyDesign } from "./assessment.ts";
import type { Accounting } from "./ledger.ts";
import type { MetricName, Statistic } from "./metric.ts";
import type { Corner } from "./corner.ts";
import type { Conventions } from "./operating.ts";
import type { AnyDesign } from "./parameter.ts";
import type { PublishedPoint, Reference, Discrepancy } from "./provenance.ts";
import type { SynapseEffect } from "./synapse-effect.ts";

/** One candidate as an archive keeps it; its assessment is the last one. */
export interface CandidateRecord {
  /** Name of the search: technology, slash, accounting, for example `dwm/full`. */
  readonly search: string;
  /** 0, 1, 2, ... within the search. */
  readonly candidate: number;
  readonly coordinates: readonly number[];
  readonly design: TechnologyDesign;
  readonly assessment: Assessment;
  /** Minimised objectives in the study's order; empty when impossible. */
  readonly objectives: readonly number[];
  /** Sum of relative violations; 0 is feasible. */
  readonly violation: number;
}

/** What the optimizer of a search decided, for the log of the run. */
export interface SearchNote {
  readonly search: string;
  /** 0, 1, 2, ... within the search. */
  readonly number: number;
  /** Candidates assessed when it was written. */
  readonly assessed: number;
  /** Plain sentences. */
  readonly text: string;
}

/**
 * One step of a search that was made asynchronously: the result of a candidate was told, and then so many proposals were asked for.
 * The steps of a search are all that is needed to repeat its decisions.
 */
export interface ScheduleStep {
  readonly search: string;
  /** 0, 1, 2, ... within the search. */
  readonly step: number;
  /** null at the start, and after later judgements. */
  readonly told: number | null;
  readonly asked: number;
}

/** A later judgement of a candidate: on other chips, or at a higher fidelity. The last one counts. */
export interface RevisionRecord extends Pick<
  CandidateRecord,
  "search" | "candidate" | "assessment" | "objectives" | "violation"
> {
  /** Rounds of revision of the search, from 0; a round is appended at once. */
  readonly round: number;
}

/** A design of a front, assessed again with Monte Carlo chips. */
export interface VerificationRecord {
  readonly search: string;
  readonly candidate: number;
  readonly assessment: Assessment;
}

/** One part of a technology as the resolved study names it. */
export interface ResolvedPart {
  readonly plugin: string;
  readonly version: string;
  readonly model: string;
  readonly title: string;
  readonly preset?: string;
  /** Every parameter of the model: what it is, where its value comes from, and its value or range. */
  readonly parameters: Readonly<Record<string, ResolvedParameter>>;
  /** Models from which a synapse takes single effects; none for most parts. */
  readonly effects?: Readonly<Partial<Record<SynapseEffect, ResolvedPart>>>;
}

/** A parameter after resolution: fixed or searched. */
export interface ResolvedParameter {
  readonly unit: string;
  readonly meaning: string;
  readonly source: string;
  /** Who chose: the study, a preset, or the declaration's default. */
  readonly chosenBy: "study" | "preset" | "default";
  readonly value?: number | string;
  readonly range?: {
    readonly low: number;
    readonly high: number;
    readonly scale: "linear" | "log";
    /** Number of values, ends included, evenly spaced in the scale; every value of the range when absent. */
    readonly steps?: number;
  };
  readonly integers?: { readonly low: number; readonly high: number };
  readonly choice?: readonly (number | string)[];
  /** Absent in archives that were written before it was kept. */
  readonly declared?: DeclaredParameter;
}

/** What a model declares about a parameter, whatever a study chose: its legal values, and its default with the source. */
export interface DeclaredParameter {
  readonly legal: { readonly low: number; readonly high: number } | { readonly options: readonly string[] };
  readonly default: number | string;
  readonly source: string;
}

/** A technology after resolution. */
export interface ResolvedTechnology {
  readonly name: string;
  readonly title: string;
  readonly neuron: ResolvedPart;
  readonly synapse: ResolvedPart;
  readonly interconnect: ResolvedPart;
  readonly inputVoltage_V: ResolvedParameter;
  /** Values of the neuron's parameter `fidelity`, lowest first; absent where a study names none. */
  readonly fidelities?: readonly ResolvedFidelity[];
  /** Parameters of the workload's training that the technology chooses or searches; those of the study where absent. */
  readonly training?: Readonly<Record<string, ResolvedParameter>>;
}

/** A fidelity at which candidates may be assessed. */
export interface ResolvedFidelity {
  readonly name: string;
  /** What one assessment takes of the budget, in assessments at the lowest fidelity, whose cost is 1. */
  readonly cost: number;
}

/**
 * Which candidates are assessed at the next higher fidelity: `front`, those that no candidate of their fidelity dominates when
 * they come in; `share`, those within the best share by constrained rank.
 */
export type ResolvedPromotion = { readonly rule: "front" } | { readonly rule: "share"; readonly share: number };

/** What is equal for every technology of a study. */
export interface ResolvedHeld extends Conventions {
  readonly temperature_K: number;
  readonly accounting: readonly Accounting[];
  /**
   * What a neuron with memory held before a decision: a random earlier pattern of the workload (`sequence`), either output
   * with equal chance (`random`), or always the wrong one (`opposite`, the worst case).
   */
  readonly previousOutput: "sequence" | "random" | "opposite";
  /**
   * How a layer of several positions works: one array that takes them one after the other (`serial`), or a copy of it for each
   * (`parallel`), which is faster and larger.
   */
  readonly positions: "serial" | "parallel";
  /** Equivalent series drop of the converter that makes the input voltage: efficiency = V / (V + drop). */
  readonly converterDrop_V: number;
  readonly workload: {
    readonly plugin: string;
    readonly version: string;
    readonly model: string;
    readonly title: string;
    readonly design: AnyDesign;
    readonly contentHash: string;
    /** Files the workload was given, by the key of the study: path relative to the study, SHA-256 of the content. */
    readonly files?: Readonly<Record<string, { readonly path: string; readonly hash: string }>>;
  };
}

/** Sources of variation, equal for every technology. */
export interface ResolvedVariation {
  /** Device to device: programming spread of the synapses and offsets of the neurons. */
  readonly deviceSpread: boolean;
  /** Per cycle: standard deviation of the neuron's reference against the middle of the input levels. */
  readonly referenceNoise_V: number;
  /** Per cycle: Johnson noise of the column. */
  readonly thermalNoise: boolean;
  /** Standard deviation of the input voltage relative to it, all rows of a chip alike. */
  readonly supplyNoise: number;
  /** Whether the input voltage differs from chip to chip or from cycle to cycle. */
  readonly supplyNoisePer: "chip" | "cycle";
  /** Device to device: standard deviation of a row driver's resistance relative to it. */
  readonly driverSpread: number;
  /** Time since the synapses were programmed: they have drifted, and are read, at that age. */
  readonly age_s: number;
  /**
   * Chips drawn to verify the best designs; where an objective or a constraint needs chips, the most that are drawn for a
   * candidate.
   */
  readonly chips: number;
  /** The most chips drawn again, others, for a design of a front, where an objective or a constraint needs chips. */
  readonly eliteChips: number;
  /** At which chips decide a constraint, 0 ... 1. */
  readonly confidence: number;
  /** Absent where a study names none. */
  readonly corners?: readonly Corner[];
}

/** An objective, minimised or maximised. */
export interface ResolvedObjective {
  readonly metric: MetricName;
  readonly statistic: Statistic;
  readonly goal: "minimize" | "maximize";
}

/** A bound on a metric. */
export interface ResolvedConstraint {
  readonly metric: MetricName;
  readonly statistic: Statistic;
  readonly atMost?: number;
  readonly atLeast?: number;
}

/** The study with every default filled in: a run is repeated from this alone. */
export interface ResolvedStudy {
  readonly format: "neurofront-resolved-study";
  readonly formatVersion: 1;
  readonly title: string;
  readonly held: ResolvedHeld;
  readonly variation: ResolvedVariation;
  readonly technologies: readonly ResolvedTechnology[];
  readonly objectives: readonly ResolvedObjective[];
  readonly constraints: readonly ResolvedConstraint[];
  readonly rank: MetricName;
  readonly optimizer: {
    readonly plugin: string;
    readonly version: string;
    readonly model: string;
    readonly settings: AnyDesign;
  };
  readonly budget: { readonly evaluations: number };
  readonly promotion: ResolvedPromotion;
  readonly seed: number;
  /**
   * SHA-256 of the sources that computed: `engine` (contracts, physics, system, study) and each plugin used, by its id. A result
   * is never taken for that of other sources.
   */
  readonly sourceHashes: Readonly<Record<string, string>>;
  /** The study file as it was written; resolving it again with the same plugins gives this object. */
  readonly source: unknown;
  /** Measured devices, with the text of their points: the files that the study names are not needed to run it again. */
  readonly measured?: readonly ResolvedMeasured[];
  /** What reports cite, from exactly the models used. */
  readonly references: readonly Reference[];
  readonly publishedPoints: readonly (PublishedPoint & { readonly plugin: string })[];
  readonly discrepancies: readonly ResolvedDiscrepancy[];
  /** SHA-256 of this object without this field, canonical JSON. */
  readonly hash: string;
}

/** Points that a study took from a file beside it. */
export interface ResolvedMeasured {
  /** Id of the model. */
  readonly name: string;
  /** As the study writes it. */
  readonly file: string;
  /** SHA-256 of the text. */
  readonly contentHash: string;
  readonly text: string;
}

/** A discrepancy with its numbers, recomputed from the models when the study was resolved. */
export type ResolvedDiscrepancy = Omit<Discrepancy, "check"> & {
  readonly plugin: string;
  readonly checks: readonly {
    readonly quantity: string;
    readonly unit: string;
    readonly stated: number;
    readonly found: number;
  }[];
};
