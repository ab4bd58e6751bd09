import type { MemristiveDevice, ProgrammedRange } from "../src/memristive-device.ts";

/** Moves by 1 per second and volt, and conducts 1 to 3 mS in proportion. */
export const constantRate: MemristiveDevice = {
  low: 0,
  high: 1,
  rate: (_state, voltage_V) => voltage_V,
  current_A: (state, voltage_V) => (1e-3 + 2e-3 * state) * voltage_V,
  conductance_S: (state) => 1e-3 + 2e-3 * state,
};

/** Grows or decays exponentially: x' = v x. */
export const exponentialRate: MemristiveDevice = { ...constantRate, rate: (state, voltage_V) => voltage_V * state };

/** Does not move below 1 V. */
export const withThreshold: MemristiveDevice = {
  ...constantRate,
  rate: (_state, voltage_V) => (Math.abs(voltage_V) > 1 ? voltage_V - Math.sign(voltage_V) : 0),
};

export const range: ProgrammedRange = { stateAtMin: 0.1, stateAtMax: 0.9, setVoltage_V: 2, resetVoltage_V: -2 };
