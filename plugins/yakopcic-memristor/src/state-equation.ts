import type { MemristiveDevice } from "@neurofront/physics";

/** A Yakopcic device. Its state x in [0, 1] scales the current. */
export interface YakopcicDevice {
  /** a1 and a2: current scale for voltages above and below 0. */
  readonly forwardCurrent_A: number;
  readonly backwardCurrent_A: number;
  /** 1/b: voltage over which the hyperbolic sine bends. */
  readonly bendVoltage_V: number;
  readonly positiveThreshold_V: number;
  readonly negativeThreshold_V: number;
  /** Ap and An: rate per unit of the exponential overdrive. */
  readonly positiveRate_Hz: number;
  readonly negativeRate_Hz: number;
  /** xp and xn: where the motion up, and (at 1 - xn) the motion down, begins to slow. */
  readonly positiveOnset: number;
  readonly negativeOnset: number;
  /** alpha_p and alpha_n. */
  readonly positiveDecay: number;
  readonly negativeDecay: number;
}

/** a1 x sinh(b V) above 0, a2 x sinh(b V) below: Yakopcic et al., IEEE Electron Device Lett. 32, 1436 (2011). */
export function current_A(device: YakopcicDevice, state: number, voltage_V: number): number {
  const scale_A = voltage_V >= 0 ? device.forwardCurrent_A : device.backwardCurrent_A;
  return scale_A * state * Math.sinh(voltage_V / device.bendVoltage_V);
}

/**
 * g(V), the drive of the state: Ap (e^V - e^Vp) above Vp, -An (e^-V - e^Vn) below -Vn, none between; V in volts.
 * Source: Yakopcic et al., IEEE Electron Device Lett. 32, 1436 (2011).
 */
export function drive_Hz(device: YakopcicDevice, voltage_V: number): number {
  if (voltage_V > device.positiveThreshold_V)
    return device.positiveRate_Hz * (Math.exp(voltage_V) - Math.exp(device.positiveThreshold_V));
  if (voltage_V < -device.negativeThreshold_V)
    return -device.negativeRate_Hz * (Math.exp(-voltage_V) - Math.exp(device.negativeThreshold_V));
  return 0;
}

/** f(x), which slows the motion towards the end ahead and is 1 before it; 0 at the end. Same source. */
export function slowing(device: YakopcicDevice, state: number, isRising: boolean): number {
  if (isRising) {
    const onset = device.positiveOnset;
    if (state < onset) return 1;
    return Math.exp(-device.positiveDecay * (state - onset)) * ((onset - state) / (1 - onset) + 1);
  }
  const onset = 1 - device.negativeOnset;
  if (state > onset) return 1;
  return (Math.exp(device.negativeDecay * (state - onset)) * state) / onset;
}

/** dx/dt = g(V) f(x); all published sets move up under positive voltage. */
export function stateRate_Hz(device: YakopcicDevice, state: number, voltage_V: number): number {
  return drive_Hz(device, voltage_V) * slowing(device, state, voltage_V > 0);
}

/** The device with its state in [0, 1]; its conductance at zero bias is the one of the forward branch, a1 b x. */
export function yakopcicDevice(device: YakopcicDevice): MemristiveDevice {
  return {
    low: 0,
    high: 1,
    rate: (state, voltage_V) => stateRate_Hz(device, state, voltage_V),
    current_A: (state, voltage_V) => current_A(device, state, voltage_V),
    conductance_S: (state) => (device.forwardCurrent_A / device.bendVoltage_V) * state,
  };
}
