import type { InterconnectModel } from "./interconnect.ts";
import type { MeasuredDevice } from "./measured-device.ts";
import type { NeuronModel } from "./neuron.ts";
import type { OptimizerModel } from "./optimizer.ts";
import type { Discrepancy, PublishedPoint, Reference } from "./provenance.ts";
import type { SynapseModel } from "./synapse.ts";
import type { WorkloadModel } from "./workload.ts";

/** Version of the contracts in this package. A plugin names the one it was written for. */
export const API_VERSION = 1;

/** A model of any role. */
export type Model = NeuronModel | SynapseModel | InterconnectModel | WorkloadModel | OptimizerModel;

/** A plugin is a value: it can be listed, frozen, compared and tested. Importing one has no effect. */
export interface Plugin {
  readonly id: string;
  readonly version: string;
  readonly apiVersion: number;
  readonly title: string;
  readonly references: readonly Reference[];
  readonly models: readonly Model[];
  /** Makers of models from measured points that a study names. */
  readonly measured?: readonly MeasuredDevice[];
  /** Where the sources of these models contradict themselves. */
  readonly discrepancies?: readonly Discrepancy[];
  readonly publishedPoints?: readonly PublishedPoint[];
}
