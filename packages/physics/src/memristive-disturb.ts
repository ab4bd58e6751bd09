import { stateAfterPulse } from "./memristive-device.ts";
import type { MemristiveDevice, ProgrammedRange } from "./memristive-device.ts";

/** How far one pulse moves a state that it should leave alone; the worst over states and signs. */
export interface Disturb {
  /** Change of the state relative to the programmed range; 0 only if the rate is 0 everywhere. */
  readonly stateChange: number;
  /** Change of the conductance relative to itself. */
  readonly conductanceChange: number;
}

const STATES = 8;
/** Relative to the range; a motion this short is rate times time, within about this relative error. */
const SHORT = 1e-6;
/** Of one step of the integration, relative to the interval of the state. */
const TOLERANCE = 1e-7;

/** Disturb by pulses of these voltages and one duration, the worst over the voltages and 9 states evenly over the programmed range. */
export function worstDisturb(
  device: MemristiveDevice,
  { stateAtMin, stateAtMax }: ProgrammedRange,
  voltages_V: readonly number[],
  duration_s: number,
): Disturb {
  const range = stateAtMax - stateAtMin;
  let stateChange = 0;
  let conductanceChange = 0;
  for (let k = 0; k <= STATES; k++) {
    const state = stateAtMin + (range * k) / STATES;
    for (const voltage_V of voltages_V) {
      const moved = motion(device, state, voltage_V, duration_s, Math.abs(range));
      stateChange = Math.max(stateChange, Math.abs(moved / range));
      conductanceChange = Math.max(conductanceChange, relativeConductanceChange(device, state, moved, Math.abs(range)));
    }
  }
  return { stateChange, conductanceChange };
}

function motion(device: MemristiveDevice, state: number, voltage_V: number, duration_s: number, range: number): number {
  const straight = device.rate(state, voltage_V) * duration_s;
  if (Math.abs(straight) >= SHORT * range)
    return stateAfterPulse(device, state, voltage_V, duration_s, TOLERANCE) - state;
  const isHeld = (state >= device.high && straight > 0) || (state <= device.low && straight < 0);
  return isHeld ? 0 : straight;
}

function relativeConductanceChange(device: MemristiveDevice, state: number, moved: number, range: number): number {
  if (moved === 0) return 0;
  // The difference of two close conductances rounds away; their slope does not.
  const reach = Math.max(Math.abs(moved), SHORT * range);
  const other = state + Math.sign(moved) * reach;
  const at = other > device.high || other < device.low ? state - Math.sign(moved) * reach : other;
  const here_S = device.conductance_S(state);
  return Math.abs(((device.conductance_S(at) - here_S) / here_S) * (moved / reach));
}
