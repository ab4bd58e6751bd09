import type {
  Accounting,
  Interpolation,
  MetricName,
  ResolvedHeld,
  ResolvedPromotion,
  ResolvedVariation,
  Statistic,
  SynapseEffect,
} from "@neurofront/core";
import type { WrittenFidelity } from "./written-fidelities.ts";

/** What a parameter may be in a study: a value, a range to search, or a list to choose from. */
export type WrittenParameter =
  | string
  | number
  | {
      readonly range: readonly [string | number, string | number];
      readonly scale?: "linear" | "log";
      readonly steps?: number;
    }
  | { readonly choice: readonly (string | number)[] };

/** `use` names the model; the other keys are its parameters, without their unit suffix. */
export type WrittenPart = { readonly use: string; readonly preset?: string } & Readonly<
  Record<string, WrittenParameter>
>;

/** A synapse with single effects of other synapse models. */
export type WrittenSynapse = WrittenPart & {
  readonly effects?: Readonly<Partial<Record<SynapseEffect, WrittenPart>>>;
};

/** A device from a table of measured points in a file beside the study. */
export interface WrittenMeasured {
  readonly use: string;
  /** Relative to the study, in its folder or below. */
  readonly file: string;
  readonly interpolation?: Interpolation;
  /** Who measured it. */
  readonly source: {
    readonly author: string;
    readonly title: string;
    readonly year: number;
    readonly journal?: string;
    readonly volume?: string;
    readonly pages?: string;
    readonly doi?: string;
    readonly note?: string;
  };
}

/** Conditions besides the nominal ones; what is left out is as there. */
export interface WrittenCorner {
  readonly temperature?: string;
  readonly supply?: string | number;
  readonly inputVoltage?: string | number;
  readonly process?: string;
}

/** A study as its author writes it, after its structure has been checked. Quantities are still text. */
export interface StudyFile {
  readonly $schema?: string;
  readonly title: string;
  /** Plugins besides those that ship: paths relative to the study, packages. A requirement; the command says what may load. */
  readonly plugins?: readonly string[];
  readonly measured?: Readonly<Record<string, WrittenMeasured>>;
  readonly held: {
    readonly temperature: string;
    readonly workload: WrittenPart;
    readonly accounting: Accounting | readonly Accounting[];
    readonly readTiming?: ResolvedHeld["readTiming"];
    readonly cmosDelay?: ResolvedHeld["cmosDelay"];
    readonly cmosDecision?: ResolvedHeld["cmosDecision"];
    readonly previousOutput?: ResolvedHeld["previousOutput"];
    readonly positions?: ResolvedHeld["positions"];
    readonly converterDrop?: string;
  };
  readonly variation?: {
    readonly deviceSpread?: boolean;
    readonly referenceNoise?: string;
    readonly thermalNoise?: boolean;
    readonly supplyNoise?: string;
    readonly supplyNoisePer?: ResolvedVariation["supplyNoisePer"];
    readonly driverSpread?: string;
    readonly age?: string;
    readonly chips?: number;
    readonly eliteChips?: number;
    readonly confidence?: string | number;
    readonly corners?: Readonly<Record<string, WrittenCorner>>;
  };
  readonly technologies: Readonly<
    Record<
      string,
      {
        readonly title?: string;
        readonly neuron: WrittenPart;
        readonly fidelities?: readonly WrittenFidelity[];
        readonly synapse: WrittenSynapse;
        readonly interconnect: WrittenPart;
        readonly inputVoltage: WrittenParameter;
        readonly training?: Readonly<Record<string, WrittenParameter>>;
      }
    >
  >;
  readonly objectives: readonly (
    | { readonly minimize: MetricName; readonly statistic?: Statistic }
    | { readonly maximize: MetricName; readonly statistic?: Statistic }
  )[];
  readonly constraints?: readonly {
    readonly metric: MetricName;
    readonly statistic?: Statistic;
    readonly atMost?: string | number;
    readonly atLeast?: string | number;
  }[];
  readonly rank?: MetricName;
  readonly optimizer?: WrittenPart;
  readonly budget: { readonly evaluations: number };
  readonly promotion?: { readonly rule: ResolvedPromotion["rule"]; readonly share?: string | number };
  readonly seed: number;
}
