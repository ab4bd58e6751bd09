import { confinedState } from "./confined-ode.ts";
import { integral } from "./gauss-kronrod.ts";

/**
 * A two-terminal device with one state variable: i = I(x, v), dx/dt = f(x, v), I(x, 0) = 0.
 * Source: L. Chua, S. M. Kang, "Memristive devices and systems", Proc. IEEE 64, 209 (1976).
 */
export interface MemristiveDevice {
  /** The interval that the state cannot leave, in the state's own unit. */
  readonly low: number;
  readonly high: number;
  /** d(state)/dt in the state's unit per second. */
  rate(state: number, voltage_V: number): number;
  current_A(state: number, voltage_V: number): number;
  /** Conductance at zero bias. */
  conductance_S(state: number): number;
}

/** Two states between which a device is programmed, and the voltages, with sign, that move it from one to the other. */
export interface ProgrammedRange {
  readonly stateAtMin: number;
  readonly stateAtMax: number;
  readonly setVoltage_V: number;
  readonly resetVoltage_V: number;
}

/** What it takes to move the state at a constant voltage. */
export interface StateTransit {
  readonly duration_s: number;
  readonly energy_J: number;
  /** Largest magnitude of the current on the way, at 65 evenly spaced states. */
  readonly largestCurrent_A: number;
}

const CURRENT_SAMPLES = 64;

/**
 * Time and energy from one state to another at a constant voltage: the integrals of dx / f and of v I dx / f.
 * Undefined where the state does not get there: the rate vanishes or points back at an end or on the way, over at least a 64th
 * of the way.
 */
export function stateTransit(
  device: MemristiveDevice,
  from: number,
  to: number,
  voltage_V: number,
  relativeTolerance = 1e-9,
): StateTransit | undefined {
  const direction = Math.sign(to - from);
  // Time for a unit of state; infinite where the rate vanishes or points back.
  const slowness = (state: number): number => {
    const rate = device.rate(state, voltage_V);
    return direction * rate > 0 ? 1 / rate : direction * Infinity;
  };
  let largestCurrent_A = 0;
  for (let k = 0; k <= CURRENT_SAMPLES; k++) {
    const state = from + ((to - from) * k) / CURRENT_SAMPLES;
    if (!Number.isFinite(slowness(state))) return undefined;
    largestCurrent_A = Math.max(largestCurrent_A, Math.abs(device.current_A(state, voltage_V)));
  }
  const range = { from, to, relativeTolerance };
  const duration_s = integral(slowness, range);
  const energy_J = integral((state) => slowness(state) * voltage_V * device.current_A(state, voltage_V), range);
  return Number.isFinite(duration_s) && Number.isFinite(energy_J)
    ? { duration_s, energy_J, largestCurrent_A }
    : undefined;
}

/** Where the state is after a pulse of constant voltage. */
export function stateAfterPulse(
  device: MemristiveDevice,
  state: number,
  voltage_V: number,
  duration_s: number,
  tolerance?: number,
): number {
  return confinedState((_time_s, at) => device.rate(at, voltage_V), state, {
    duration_s,
    low: device.low,
    high: device.high,
    ...(tolerance === undefined ? {} : { tolerance }),
  });
}
