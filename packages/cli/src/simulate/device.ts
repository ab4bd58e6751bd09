import type { InterconnectModel, NeuronModel, Preset, SynapseModel, View } from "@neurofront/core";
import { suggestion } from "@neurofront/study";
import type { Catalog, CatalogEntry } from "@neurofront/study";
import { UsageError } from "../usage-error.ts";

/** A model that can be computed without a study. */
export type Device = NeuronModel | SynapseModel | InterconnectModel;

/**
 * The device with an id.
 *
 * @throws UsageError when no neuron, synapse or interconnect is called so
 */
export function findDevice(id: string, catalog: Catalog): CatalogEntry<Device> {
  const devices = [catalog.neuron, catalog.synapse, catalog.interconnect].flatMap((models): CatalogEntry<Device>[] => [
    ...models.values(),
  ]);
  const found = devices.find(({ model }) => model.id === id);
  if (found !== undefined) return found;
  const other = [...catalog.workload.values(), ...catalog.optimizer.values()].find(({ model }) => model.id === id);
  const legal = devices.map(({ model }) => model.id);
  throw new UsageError(
    other === undefined
      ? `no device is called "${id}"; ${suggestion(id, legal)}`
      : `"${id}" is of the role ${other.model.role}; what can be simulated is a neuron, a synapse or an interconnect: ${legal.join(", ")}`,
  );
}

/** Views of a device; none where it has none. */
export function viewsOf(device: Device): readonly View[] {
  return "views" in device && device.views !== undefined ? (device.views as readonly View[]) : [];
}

/** Presets of a device by name; none where it has none. */
export function presetsOf(device: Device): Readonly<Record<string, Preset>> {
  return device.presets ?? {};
}
