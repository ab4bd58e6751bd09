import { API_VERSION } from "@neurofront/core";
import type {
  InterconnectModel,
  MeasuredDevice,
  Model,
  NeuronModel,
  OptimizerModel,
  Plugin,
  ResolvedMeasured,
  SynapseModel,
  WorkloadModel,
} from "@neurofront/core";

/** A model with the plugin that brings it. */
export interface CatalogEntry<M extends Model = Model> {
  readonly plugin: Plugin;
  readonly model: M;
}

/** A maker of models from measured points, with the plugin that brings it. */
export interface MeasuredEntry {
  readonly plugin: Plugin;
  readonly device: MeasuredDevice;
}

/** All models a study may use, by role and id. Frozen: built once, then passed on. */
export interface Catalog {
  readonly plugins: readonly Plugin[];
  /** SHA-256 of the sources of `engine` and of each plugin by its id. */
  readonly sourceHashes: Readonly<Record<string, string>>;
  readonly neuron: ReadonlyMap<string, CatalogEntry<NeuronModel>>;
  readonly synapse: ReadonlyMap<string, CatalogEntry<SynapseModel>>;
  readonly interconnect: ReadonlyMap<string, CatalogEntry<InterconnectModel>>;
  readonly workload: ReadonlyMap<string, CatalogEntry<WorkloadModel>>;
  readonly optimizer: ReadonlyMap<string, CatalogEntry<OptimizerModel>>;
  readonly measured: ReadonlyMap<string, MeasuredEntry>;
  /** Points from which models of this catalog were made, for one study. */
  readonly data: readonly ResolvedMeasured[];
}

/**
 * Build the catalog.
 *
 * @param sourceHashes hash of the sources of `engine` and of each plugin by its id
 * @param data points from which some of the plugins were made
 * @throws Error when two plugins or two models of a role share an id, or a plugin was written for other contracts
 */
export function buildCatalog(
  plugins: readonly Plugin[],
  sourceHashes: Readonly<Record<string, string>>,
  data: readonly ResolvedMeasured[] = [],
): Catalog {
  const byRole = {
    neuron: new Map(),
    synapse: new Map(),
    interconnect: new Map(),
    workload: new Map(),
    optimizer: new Map(),
  } as {
    readonly [Role in Model["role"]]: Map<string, CatalogEntry<Extract<Model, { role: Role }>>>;
  };
  const measured = new Map<string, MeasuredEntry>();
  const seen = new Set<string>();
  for (const plugin of plugins) {
    if (plugin.apiVersion !== API_VERSION)
      throw new Error(
        `plugin "${plugin.id}" ${plugin.version} is written for contracts version ${plugin.apiVersion}; this neurofront has version ${API_VERSION}`,
      );
    if (seen.has(plugin.id)) throw new Error(`two plugins are called "${plugin.id}"`);
    seen.add(plugin.id);
    for (const model of plugin.models) {
      const models = byRole[model.role] as Map<string, CatalogEntry>;
      const other = models.get(model.id);
      if (other !== undefined)
        throw new Error(
          `plugins "${other.plugin.id}" and "${plugin.id}" both bring a ${model.role} called "${model.id}"`,
        );
      models.set(model.id, { plugin, model });
    }
    for (const device of plugin.measured ?? []) {
      const other = measured.get(device.id);
      if (other !== undefined)
        throw new Error(
          `plugins "${other.plugin.id}" and "${plugin.id}" both bring a measured device called "${device.id}"`,
        );
      measured.set(device.id, { plugin, device });
    }
  }
  return Object.freeze({ plugins: Object.freeze([...plugins]), sourceHashes, ...byRole, measured, data });
}
