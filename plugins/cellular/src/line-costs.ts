import type { AreaEntry, ArrayLoad, Design, LedgerEntry } from "@neurofront/core";
import type { RowSwitch } from "@neurofront/physics";
import { inputLatches, rowDriverEnergy, wireCharging } from "@neurofront/plugin-kit";
import type { cellularParameters } from "./parameters.ts";

/** What a driver of a row segment costs. */
type DriverSwitches = Omit<RowSwitch, "resistance_ohm">;

/** Lines of a neuron, mean over the layer. */
export interface NeuronLines {
  /** Row segments with a driver and a synapse each. */
  readonly rowsPerNeuron: number;
  /** Of a row segment with its synapse. */
  readonly rowCapacitance_F: number;
  readonly columnCapacitance_F: number;
  readonly columnVoltageSquare_V2: number;
  readonly cellPitch_m: number;
}

/**
 * Drivers and charging of all row segments, charging of the columns, and one flip-flop for each input, shared by the neurons.
 */
export function lineEnergy(
  design: Design<typeof cellularParameters>,
  load: ArrayLoad,
  driver: DriverSwitches,
  lines: NeuronLines,
): LedgerEntry[] {
  const { activity, driverGateVoltage_V, inputLatchEnergy_J } = design;
  const { inputVoltage_V, cycle_s } = load;
  const { gateCharge_C, offCurrent_A } = driver;
  const { rowsPerNeuron } = lines;
  return [
    ...rowDriverEnergy({
      driversPerNeuron: rowsPerNeuron,
      activity,
      gateCharge_C,
      driverGateVoltage_V,
      offCurrent_A,
      cycle_s,
    }),
    inputLatches(load, inputLatchEnergy_J),
    wireCharging({ activity, inputVoltage_V, ...lines }),
  ];
}

/** The synapses of a neuron under the wires that join them, and two switches for each row segment. */
export function areaPerNeuron(
  design: Design<typeof cellularParameters>,
  driver: DriverSwitches,
  { rowsPerNeuron, cellPitch_m }: NeuronLines,
): AreaEntry[] {
  return [
    { part: "synapse cells", area_m2: rowsPerNeuron * cellPitch_m ** 2, formula: "rowsPerNeuron * cellPitch_m^2" },
    {
      part: "row drivers",
      area_m2: rowsPerNeuron * 2 * driver.switchWidth_m * design.contactedGatePitch_m,
      formula: "rowsPerNeuron * 2 * switchWidth_m * contactedGatePitch_m",
    },
  ];
}
