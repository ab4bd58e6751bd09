import type { RandomStream } from "@neurofront/core";
import { boltzmann_J_K, elementaryCharge_C, fieldGyromagneticRatio_m_A_s } from "@neurofront/physics";
import { bohrMagneton_J_T, vacuumPermeability_T_m_A } from "@neurofront/physics";

/** A single-domain magnet with perpendicular easy axis z; `inPlaneField_A_m` makes y harder than x. */
export interface Macrospin {
  readonly saturationMagnetisation_A_m: number;
  readonly volume_m3: number;
  readonly energyBarrier_J: number;
  readonly damping: number;
  readonly inPlaneField_A_m: number;
  readonly temperature_K: number;
}

/** Unit vector of the magnetisation. */
export type Moment = [number, number, number];

/** Spin current: along z the signal, along x the preset. */
export interface SpinDrive {
  readonly signal_A: number;
  readonly preset_A: number;
}

/**
 * Stochastic Landau-Lifshitz-Gilbert-Slonczewski equation by Heun's scheme (Stratonovich), the field noise frozen within
 * a step, m renormalised: T = -g0 m x (H + H_th) + m x (I_s x m) / (e N_s), dm/dt = (T + alpha m x T) / (1 + alpha^2).
 * An oracle: it shares no formula with the plugin.
 *
 * @param watch called after every step with the elapsed time; return true to stop
 */
export function integrate(
  magnet: Macrospin,
  start: Moment,
  drive: SpinDrive,
  time: { readonly duration_s: number; readonly step_s: number },
  random: RandomStream | undefined,
  watch?: (m: Moment, elapsed_s: number) => boolean,
): Moment {
  const { damping: alpha, volume_m3, saturationMagnetisation_A_m: ms } = magnet;
  const g0 = fieldGyromagneticRatio_m_A_s;
  const hk = (2 * magnet.energyBarrier_J) / (vacuumPermeability_T_m_A * ms * volume_m3);
  const torque = bohrMagneton_J_T / (elementaryCharge_C * ms * volume_m3);
  const sx = drive.preset_A * torque;
  const sz = drive.signal_A * torque;
  const noise = Math.sqrt(
    (2 * alpha * boltzmann_J_K * magnet.temperature_K) / (vacuumPermeability_T_m_A * g0 * ms * volume_m3 * time.step_s),
  );
  const steps = Math.round(time.duration_s / time.step_s);
  const dt = time.duration_s / steps;
  const rate = new Float64Array(3);
  const fieldNoise = new Float64Array(3);
  function slope(x: number, y: number, z: number): void {
    const hx = fieldNoise[0]!;
    const hy = fieldNoise[1]! - magnet.inPlaneField_A_m * y;
    const hz = fieldNoise[2]! + hk * z;
    const along = x * sx + z * sz;
    const tx = -g0 * (y * hz - z * hy) + sx - along * x;
    const ty = -g0 * (z * hx - x * hz) - along * y;
    const tz = -g0 * (x * hy - y * hx) + sz - along * z;
    const scale = 1 / (1 + alpha * alpha);
    rate[0] = (tx + alpha * (y * tz - z * ty)) * scale;
    rate[1] = (ty + alpha * (z * tx - x * tz)) * scale;
    rate[2] = (tz + alpha * (x * ty - y * tx)) * scale;
  }
  let [x, y, z] = start;
  for (let step = 1; step <= steps; step++) {
    if (random !== undefined) for (let k = 0; k < 3; k++) fieldNoise[k] = noise * random.normal();
    slope(x, y, z);
    const [ax, ay, az] = [rate[0]!, rate[1]!, rate[2]!];
    slope(x + dt * ax, y + dt * ay, z + dt * az);
    x += (dt / 2) * (ax + rate[0]!);
    y += (dt / 2) * (ay + rate[1]!);
    z += (dt / 2) * (az + rate[2]!);
    const norm = 1 / Math.hypot(x, y, z);
    x *= norm;
    y *= norm;
    z *= norm;
    if (watch?.([x, y, z], step * dt) === true) break;
  }
  return [x, y, z];
}
