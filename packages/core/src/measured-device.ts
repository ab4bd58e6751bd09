import type { MeasuredColumn, MeasuredTable } from "./measured-table.ts";
import type { NeuronModel } from "./neuron.ts";
import type { Provenance } from "./provenance.ts";
import type { SynapseModel } from "./synapse.ts";

/** How a measured device is read between its points. */
export type Interpolation = "linear" | "monotone-cubic";

/** What a study says about a measured device besides its points. */
export interface MeasuredNaming {
  /** Id of the model that comes out, by which the study uses it. */
  readonly id: string;
  /** Where the points come from. */
  readonly source: Provenance;
  readonly interpolation: Interpolation;
}

/** A model, or a sentence that says why these points give none. */
export type MeasuredModel<Model> =
  | { readonly ok: true; readonly model: Model }
  | { readonly ok: false; readonly problem: string };

interface MeasuredKind<Role extends string, Model> {
  /** Kebab-case, unique among all plugins: `measured-neuron`. */
  readonly id: string;
  readonly role: Role;
  readonly title: string;
  /** The first is the axis. */
  readonly columns: Readonly<Record<string, MeasuredColumn>>;
  /** A text that is legal, to copy from; the conformance kit judges the model that it gives. */
  readonly example: string;
  /** The model of a table. Between the points it interpolates; outside them its answers carry an `invalid` violation. */
  define(table: MeasuredTable, naming: MeasuredNaming): MeasuredModel<Model>;
}

/** Makes a model from points that somebody has measured: a device without code. */
export type MeasuredDevice = MeasuredKind<"neuron", NeuronModel> | MeasuredKind<"synapse", SynapseModel>;
