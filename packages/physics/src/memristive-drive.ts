import { confinedState } from "./confined-ode.ts";
import { stateAfterPulse, stateTransit } from "./memristive-device.ts";
import type { MemristiveDevice, ProgrammedRange } from "./memristive-device.ts";

/** A device under a voltage, sampled in time. */
export interface DrivenTrajectory {
  readonly time_s: Float64Array;
  readonly voltage_V: Float64Array;
  readonly current_A: Float64Array;
  readonly state: Float64Array;
}

/** A periodic drive from rest. */
export interface PeriodicDrive {
  readonly initialState: number;
  readonly amplitude_V: number;
  readonly frequency_Hz: number;
  readonly cycles: number;
  /** A multiple of 4, so that peaks and zeros are samples. Default 400. */
  readonly pointsPerCycle?: number;
  /** Of one step of the integration, relative to the range of the state. Default 1e-9. */
  readonly tolerance?: number;
}

/** The device under a sine voltage that rises from 0. */
function sinusoidalTrajectory(device: MemristiveDevice, drive: PeriodicDrive): DrivenTrajectory {
  return trajectory(device, drive, (phase) => Math.sin(2 * Math.PI * phase));
}

/** The device under a triangular voltage that rises from 0 to the amplitude in a quarter of the period. */
function triangularTrajectory(device: MemristiveDevice, drive: PeriodicDrive): DrivenTrajectory {
  return trajectory(device, drive, (phase) => {
    const turn = phase - Math.floor(phase + 0.25);
    return turn < 0.25 ? 4 * turn : 2 - 4 * turn;
  });
}

function trajectory(
  device: MemristiveDevice,
  { initialState, amplitude_V, frequency_Hz, cycles, pointsPerCycle = 400, tolerance = 1e-9 }: PeriodicDrive,
  shape: (phase: number) => number,
): DrivenTrajectory {
  const samples = Math.round(cycles * pointsPerCycle);
  const time_s = Float64Array.from({ length: samples + 1 }, (_, k) => k / (pointsPerCycle * frequency_Hz));
  const voltageAt_V = (time: number): number => amplitude_V * shape(time * frequency_Hz);
  const voltage_V = Float64Array.from(time_s, voltageAt_V);
  const state = new Float64Array(samples + 1);
  state[0] = initialState;
  const rate = (time: number, at: number): number => device.rate(at, voltageAt_V(time));
  for (let k = 0; k < samples; k++) {
    state[k + 1] = confinedState(rate, state[k]!, {
      start_s: time_s[k]!,
      duration_s: time_s[k + 1]! - time_s[k]!,
      low: device.low,
      high: device.high,
      tolerance,
    });
  }
  return { time_s, voltage_V, state, current_A: state.map((at, k) => device.current_A(at, voltage_V[k]!)) };
}

/** Equal pulses up, then as many down, from the state of the least conductance. */
export interface PulseTrain {
  readonly pulses: number;
  readonly setPulse_s: number;
  readonly resetPulse_s: number;
  readonly tolerance?: number;
}

/** Conductance before the first and after each pulse: `pulses` at the set voltage, then `pulses` at the reset voltage. */
function pulseConductances_S(
  device: MemristiveDevice,
  { stateAtMin, setVoltage_V, resetVoltage_V }: ProgrammedRange,
  { pulses, setPulse_s, resetPulse_s, tolerance }: PulseTrain,
): Float64Array {
  const conductance_S = new Float64Array(2 * pulses + 1);
  let state = stateAtMin;
  conductance_S[0] = device.conductance_S(state);
  for (let k = 0; k < 2 * pulses; k++) {
    state =
      k < pulses
        ? stateAfterPulse(device, state, setVoltage_V, setPulse_s, tolerance)
        : stateAfterPulse(device, state, resetVoltage_V, resetPulse_s, tolerance);
    conductance_S[k + 1] = device.conductance_S(state);
  }
  return conductance_S;
}

/** Times from end to end of the programmed range at magnitudes of the voltage, NaN where an end is not reached. */
export interface SwitchingTimes {
  readonly set_s: Float64Array;
  readonly reset_s: Float64Array;
}

function switchingTimes(
  device: MemristiveDevice,
  { stateAtMin, stateAtMax, setVoltage_V, resetVoltage_V }: ProgrammedRange,
  magnitudes_V: Float64Array,
): SwitchingTimes {
  const time_s = (from: number, to: number, voltage_V: number): number =>
    stateTransit(device, from, to, voltage_V)?.duration_s ?? NaN;
  return {
    set_s: magnitudes_V.map((magnitude) => time_s(stateAtMin, stateAtMax, Math.sign(setVoltage_V) * magnitude)),
    reset_s: magnitudes_V.map((magnitude) => time_s(stateAtMax, stateAtMin, Math.sign(resetVoltage_V) * magnitude)),
  };
}

/** A drive whose start is given relative to the bounds of the state. */
export type RelativeDrive = Omit<PeriodicDrive, "initialState"> & { readonly initialFraction: number };

/** What a device does under the usual drives. */
export interface DrivenMemristor {
  sinusoid(drive: RelativeDrive): DrivenTrajectory;
  triangle(drive: RelativeDrive): DrivenTrajectory;
  pulseConductances_S(train: PulseTrain): Float64Array;
  switchingTimes(magnitudes_V: Float64Array): SwitchingTimes;
}

/** A device with its programmed range, ready to be driven. */
export function drivenMemristor(device: MemristiveDevice, range: ProgrammedRange): DrivenMemristor {
  const start = ({ initialFraction, ...drive }: RelativeDrive): PeriodicDrive => ({
    ...drive,
    initialState: device.low + initialFraction * (device.high - device.low),
  });
  return {
    sinusoid: (drive) => sinusoidalTrajectory(device, start(drive)),
    triangle: (drive) => triangularTrajectory(device, start(drive)),
    pulseConductances_S: (train) => pulseConductances_S(device, range, train),
    switchingTimes: (magnitudes_V) => switchingTimes(device, range, magnitudes_V),
  };
}
