import { stateTransit } from "./memristive-device.ts";
import type { MemristiveDevice, ProgrammedRange, StateTransit } from "./memristive-device.ts";
import { worstDisturb } from "./memristive-disturb.ts";
import type { Disturb } from "./memristive-disturb.ts";

/** One direction of a write; no transit where the state does not get to its end. */
export interface WriteDirection {
  /** With sign. */
  readonly voltage_V: number;
  readonly transit: StateTransit | undefined;
}

/** What writing and reading do to the state of a device. */
export interface Programming {
  /** From the state of the least to the state of the largest conductance. */
  readonly set: WriteDirection;
  readonly reset: WriteDirection;
  /** By one read of either sign. */
  readonly read: Disturb;
  /**
   * By one write of another device on the same line, at half of the write voltage for the time of the write; the worse of set and
   * reset. A direction that does not get to its end does not count.
   */
  readonly halfSelect: Disturb;
}

/** Writes, reads and half-selected writes of a device, from its state equation. */
export function programmingOf(
  device: MemristiveDevice,
  range: ProgrammedRange,
  read: { readonly voltage_V: number; readonly duration_s: number },
): Programming {
  const { stateAtMin, stateAtMax, setVoltage_V, resetVoltage_V } = range;
  const set = stateTransit(device, stateAtMin, stateAtMax, setVoltage_V);
  const reset = stateTransit(device, stateAtMax, stateAtMin, resetVoltage_V);
  const bySet = worstDisturb(device, range, [setVoltage_V / 2], set?.duration_s ?? 0);
  const byReset = worstDisturb(device, range, [resetVoltage_V / 2], reset?.duration_s ?? 0);
  return {
    set: { voltage_V: setVoltage_V, transit: set },
    reset: { voltage_V: resetVoltage_V, transit: reset },
    read: worstDisturb(device, range, [read.voltage_V, -read.voltage_V], read.duration_s),
    halfSelect: {
      stateChange: Math.max(bySet.stateChange, byReset.stateChange),
      conductanceChange: Math.max(bySet.conductanceChange, byReset.conductanceChange),
    },
  };
}
