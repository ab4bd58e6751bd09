import { windowFactor } from "@neurofront/physics";
import type { MemristiveDevice, WindowShape } from "@neurofront/physics";

/** A VTEAM device. Its state is a position between the one of the least and the one of the largest resistance. */
export interface ThresholdDevice extends WindowShape {
  readonly onResistance_ohm: number;
  readonly offResistance_ohm: number;
  /** Distance from the on to the off position. */
  readonly length_m: number;
  /** Magnitude of k_on, and k_off: rate of the position at twice the threshold. */
  readonly onRate_m_s: number;
  readonly offRate_m_s: number;
  /** Magnitude of v_on, and v_off. */
  readonly onThreshold_V: number;
  readonly offThreshold_V: number;
  readonly onExponent: number;
  readonly offExponent: number;
  /** How the resistance depends on the position. */
  readonly conduction: "linear" | "exponential";
}

/**
 * Rate of the position w, 0 at on and `length_m` at off: k_off (V / v_off - 1)^a_off above v_off > 0, k_on (V / v_on - 1)^a_on
 * below v_on < 0 with k_on < 0, none between; times the window.
 * Source: Kvatinsky et al., IEEE Trans. Circuits Syst. II 62, 786 (2015), equation 2.
 */
export function positionRate_m_s(device: ThresholdDevice, position_m: number, voltage_V: number): number {
  const slowed = windowFactor(device, position_m / device.length_m, voltage_V > 0);
  if (voltage_V > device.offThreshold_V)
    return device.offRate_m_s * (voltage_V / device.offThreshold_V - 1) ** device.offExponent * slowed;
  if (voltage_V < -device.onThreshold_V)
    return -device.onRate_m_s * (-voltage_V / device.onThreshold_V - 1) ** device.onExponent * slowed;
  return 0;
}

/**
 * Ron + (Roff - Ron) s, or Ron (Roff / Ron)^s, with s = w / length: Kvatinsky et al., IEEE Trans. Circuits Syst. II 62, 786 (2015),
 * equations 4 and 5. Both are ohmic.
 */
export function resistance_ohm(device: ThresholdDevice, position_m: number): number {
  const { onResistance_ohm, offResistance_ohm, length_m } = device;
  const offPart = position_m / length_m;
  return device.conduction === "linear"
    ? onResistance_ohm + (offResistance_ohm - onResistance_ohm) * offPart
    : onResistance_ohm * (offResistance_ohm / onResistance_ohm) ** offPart;
}

/** The device with its position as the state. */
export function thresholdMemristor(device: ThresholdDevice): MemristiveDevice {
  return {
    low: 0,
    high: device.length_m,
    rate: (position_m, voltage_V) => positionRate_m_s(device, position_m, voltage_V),
    current_A: (position_m, voltage_V) => voltage_V / resistance_ohm(device, position_m),
    conductance_S: (position_m) => 1 / resistance_ohm(device, position_m),
  };
}
