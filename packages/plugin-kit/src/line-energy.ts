import type { ArrayLoad, LedgerEntry } from "@neurofront/core";

/** What the charging of an interconnect's lines depends on. */
export interface WireCharging {
  readonly rowsPerNeuron: number;
  /** Part of the rows that change their level from one decision to the next. */
  readonly activity: number;
  readonly rowCapacitance_F: number;
  readonly inputVoltage_V: number;
  readonly columnCapacitance_F: number;
  /** Mean square of the voltage of a column over the patterns. */
  readonly columnVoltageSquare_V2: number;
}

/**
 * Rows that change their level take C V^2. A column swings with the patterns: in random order the mean square of its steps is twice
 * that of its voltage, and each step dissipates half of C times its square.
 */
export function wireCharging(inputs: WireCharging): LedgerEntry {
  const { rowsPerNeuron, activity, rowCapacitance_F, inputVoltage_V, columnCapacitance_F, columnVoltageSquare_V2 } =
    inputs;
  return {
    line: "wire-charging",
    energy_J:
      rowsPerNeuron * activity * rowCapacitance_F * inputVoltage_V ** 2 + columnCapacitance_F * columnVoltageSquare_V2,
    formula:
      "rowsPerNeuron * activity * rowCapacitance_F * inputVoltage_V^2 + columnCapacitance_F * columnVoltageSquare_V2",
    inputs: {
      rowsPerNeuron,
      activity,
      rowCapacitance_F,
      inputVoltage_V,
      columnCapacitance_F,
      columnVoltageSquare_V2,
    },
  };
}

/** The flip-flops in front of the rows, one for each input, shared by the neurons. */
export function inputLatches(
  { inputCount, outputCount }: Pick<ArrayLoad, "inputCount" | "outputCount">,
  inputLatchEnergy_J: number,
): LedgerEntry {
  const latchesPerNeuron = inputCount / outputCount;
  return {
    line: "input-latch",
    energy_J: latchesPerNeuron * inputLatchEnergy_J,
    formula: "latchesPerNeuron * inputLatchEnergy_J",
    inputs: { latchesPerNeuron, inputLatchEnergy_J },
  };
}

/** What the drivers of rows cost. */
export interface DriverSwitching {
  readonly driversPerNeuron: number;
  /** Part of the rows that change their level from one decision to the next. */
  readonly activity: number;
  /** Gate width of a driver with the buffers before it, over that of its switches; 1 when absent. */
  readonly taper?: number;
  readonly gateCharge_C: number;
  readonly driverGateVoltage_V: number;
  /** Through the switch that is off. */
  readonly offCurrent_A: number;
  readonly cycle_s: number;
}

/** Gate charge and leakage of the drivers, shared by the neurons. */
export function rowDriverEnergy(driver: DriverSwitching): LedgerEntry[] {
  const { driversPerNeuron, activity, taper = 1, gateCharge_C, driverGateVoltage_V, offCurrent_A, cycle_s } = driver;
  return [
    {
      line: "row-drivers",
      energy_J: driversPerNeuron * activity * taper * gateCharge_C * driverGateVoltage_V,
      formula: "driversPerNeuron * activity * taper * gateCharge_C * driverGateVoltage_V",
      inputs: { driversPerNeuron, activity, taper, gateCharge_C, driverGateVoltage_V },
    },
    {
      line: "driver-leakage",
      energy_J: driversPerNeuron * taper * offCurrent_A * driverGateVoltage_V * cycle_s,
      formula: "driversPerNeuron * taper * offCurrent_A * driverGateVoltage_V * cycle_s",
      inputs: { driversPerNeuron, taper, offCurrent_A, driverGateVoltage_V, cycle_s },
    },
  ];
}
