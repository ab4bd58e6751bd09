import type { Plugin } from "@neurofront/core";
import { completeCircuit } from "./circuit.ts";
import type { Column } from "./columns.ts";
import type { Device } from "./device.ts";
import type { SimulateOptions, SimulateRequest } from "./request.ts";

/** A device with everything that was asked of it. */
export interface Simulation {
  readonly device: Device;
  readonly plugin: Plugin;
  readonly options: SimulateOptions;
  readonly request: SimulateRequest;
}

/** What every JSON answer begins with: the device, its design and its circuit, complete. */
export function simulationData({ device, plugin, request }: Simulation): object {
  return {
    model: device.id,
    role: device.role,
    plugin: plugin.id,
    version: plugin.version,
    design: request.design,
    operating: completeCircuit(device.role, request.circuit),
  };
}

/** A column as JSON data. */
export function columnData({ name, unit, group, values }: Column): object {
  return { name, unit, group, values: values.map((value) => numberData(value)) };
}

/** A number as JSON data, which has no infinity and no NaN: the one becomes text, the other null. */
export function numberData(value: number | undefined): number | string | null {
  if (value === undefined || Number.isNaN(value)) return null;
  return Number.isFinite(value) ? value : String(value);
}
