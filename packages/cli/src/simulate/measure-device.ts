import type { AnyDesign } from "@neurofront/core";
import { ModelError } from "@neurofront/study";
import { arrayLoad, completeCircuit, neuronCircuit, synapseCircuit } from "./circuit.ts";
import type { CircuitValues } from "./circuit.ts";
import type { Device } from "./device.ts";
import { interconnectPoint } from "./interconnect-point.ts";
import type { MeasuredPoint } from "./measured.ts";
import { neuronPoint } from "./neuron-point.ts";
import { synapsePoint } from "./synapse-point.ts";

/**
 * Everything a device tells at one design in one circuit.
 *
 * @param circuit values that are set; the rest takes its defaults
 * @throws ModelError when the model throws
 */
export function measureDevice(device: Device, design: AnyDesign, circuit: CircuitValues): MeasuredPoint {
  const values = completeCircuit(device.role, circuit);
  try {
    if (device.role === "neuron") return neuronPoint(device, design, neuronCircuit(values));
    if (device.role === "synapse")
      return synapsePoint(device, design, synapseCircuit(values), values["age_s"] as number);
    return interconnectPoint(device, design, arrayLoad(values));
  } catch (error) {
    throw new ModelError(
      `the ${device.role} ${device.id} threw at ${JSON.stringify(design)} in ${JSON.stringify(values)}: ${String(error)}`,
      { cause: error },
    );
  }
}
