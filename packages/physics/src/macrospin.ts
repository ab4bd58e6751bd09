import {
  bohrMagneton_J_T,
  boltzmann_J_K,
  elementaryCharge_C,
  fieldGyromagneticRatio_m_A_s,
  vacuumPermeability_T_m_A,
} from "./constants.ts";
import type { TimeSteps } from "./ode.ts";

/** Components along x, y and z. */
export type Vector = readonly [x: number, y: number, z: number];

/** A magnet that turns as one: a single domain of constant magnetisation. */
export interface Macrospin {
  readonly saturationMagnetisation_A_m: number;
  readonly volume_m3: number;
  /** Gilbert damping, >= 0. */
  readonly damping: number;
  /**
   * Anisotropy and demagnetising field per component of m, in a frame of their axes: H = (a_x m_x, a_y m_y, a_z m_z). An easy
   * axis has + H_k, the normal of an easy plane - H_d; a common constant in all three has no effect.
   */
  readonly anisotropyField_A_m: Vector;
  readonly appliedField_A_m?: Vector;
}

/** A spin current into the magnet, I_up - I_down in amperes, that may change with time. */
export interface SpinCurrent {
  /** Unit vector along which a positive current turns the magnet. */
  readonly direction: Vector;
  readonly current_A: (time_s: number) => number;
  /** Field-like over damping-like torque; positive acts as a field along `direction`. Default 0. */
  readonly fieldLikeRatio?: number;
}

/** The heat bath of a magnet. */
export interface ThermalField {
  readonly temperature_K: number;
  /** Standard normal numbers, three a step. */
  readonly normal: () => number;
}

/** Number of Bohr magnetons in a magnet, Ms V / mu_B. */
export function spinCount({
  saturationMagnetisation_A_m,
  volume_m3,
}: Pick<Macrospin, "saturationMagnetisation_A_m" | "volume_m3">): number {
  return (saturationMagnetisation_A_m * volume_m3) / bohrMagneton_J_T;
}

/**
 * Standard deviation of each component of the thermal field that is frozen for one step:
 * sqrt(2 alpha k T / (mu0 gamma0 Ms V dt)) (Brown, Phys. Rev. 130, 1677 (1963)).
 */
export function thermalField_A_m(magnet: Macrospin, temperature_K: number, step_s: number): number {
  const moment_J_m_A = vacuumPermeability_T_m_A * magnet.saturationMagnetisation_A_m * magnet.volume_m3;
  return Math.sqrt(
    (2 * magnet.damping * boltzmann_J_K * temperature_K) / (moment_J_m_A * fieldGyromagneticRatio_m_A_s * step_s),
  );
}

/** Energy of anisotropy and applied field at a direction m: mu0 Ms V (-(a_x m_x^2 + a_y m_y^2 + a_z m_z^2) / 2 - H m). */
export function macrospinEnergy_J(magnet: Macrospin, [x, y, z]: Vector): number {
  const [ax, ay, az] = magnet.anisotropyField_A_m;
  const [bx, by, bz] = magnet.appliedField_A_m ?? [0, 0, 0];
  const field_A_m = -(ax * x * x + ay * y * y + az * z * z) / 2 - (bx * x + by * y + bz * z);
  return vacuumPermeability_T_m_A * magnet.saturationMagnetisation_A_m * magnet.volume_m3 * field_A_m;
}

/**
 * Advances the direction `moment` (three numbers, unit length) in place and returns the time reached.
 *
 * Stochastic Landau-Lifshitz-Gilbert-Slonczewski equation, N_s Bohr magnetons:
 *
 *     T = -gamma0 m x (H + H_thermal) + (m x (I_s x m) - ratio m x I_s) / (e N_s)
 *     dm/dt = (T + alpha m x T) / (1 + alpha^2)
 *
 * Heun's scheme, which gives the Stratonovich solution, with the thermal field frozen for a step and m brought back to unit
 * length after it. Without `thermal` the error falls as step^2; a step of 0.2 ps keeps a field of 1e5 A/m right to 1e-5 of m.
 * Call it again from the time reached to observe a trajectory.
 *
 * Sources: Slonczewski, J. Magn. Magn. Mater. 159, L1 (1996); Garcia-Palacios, Lazaro, Phys. Rev. B 58, 14937 (1998).
 *
 * @throws RangeError if the number of steps is not a whole number of at least 0.
 */
export function integrateMacrospin(
  magnet: Macrospin,
  moment: Float64Array,
  currents: readonly SpinCurrent[],
  { start_s = 0, step_s, count }: TimeSteps,
  thermal?: ThermalField,
): number {
  requireSteps("integrateMacrospin", count);
  const rate = macrospinRate(magnet);
  const spread_A_m = thermal === undefined ? 0 : thermalField_A_m(magnet, thermal.temperature_K, step_s);
  const [bx, by, bz] = magnet.appliedField_A_m ?? [0, 0, 0];
  const torque = new Float64Array(6);
  const slope = new Float64Array(3);
  let [x, y, z] = moment as unknown as [number, number, number];
  for (let step = 0; step < count; step++) {
    const hx = thermal === undefined ? bx : bx + spread_A_m * thermal.normal();
    const hy = thermal === undefined ? by : by + spread_A_m * thermal.normal();
    const hz = thermal === undefined ? bz : bz + spread_A_m * thermal.normal();
    torqueAt(magnet, currents, start_s + step * step_s, torque);
    rate(x, y, z, hx + torque[3]!, hy + torque[4]!, hz + torque[5]!, torque[0]!, torque[1]!, torque[2]!, slope);
    const [dx, dy, dz] = slope as unknown as [number, number, number];
    torqueAt(magnet, currents, start_s + (step + 1) * step_s, torque);
    rate(
      x + step_s * dx,
      y + step_s * dy,
      z + step_s * dz,
      hx + torque[3]!,
      hy + torque[4]!,
      hz + torque[5]!,
      torque[0]!,
      torque[1]!,
      torque[2]!,
      slope,
    );
    x += (step_s / 2) * (dx + slope[0]!);
    y += (step_s / 2) * (dy + slope[1]!);
    z += (step_s / 2) * (dz + slope[2]!);
    const scale = 1 / Math.sqrt(x * x + y * y + z * z);
    x *= scale;
    y *= scale;
    z *= scale;
  }
  moment[0] = x;
  moment[1] = y;
  moment[2] = z;
  return start_s + count * step_s;
}

/** Writes dm/dt in 1/s into `slope` for a direction, a field beside the anisotropy, and torque rates I_s / (e N_s). */
type MacrospinRate = (
  x: number,
  y: number,
  z: number,
  fieldX_A_m: number,
  fieldY_A_m: number,
  fieldZ_A_m: number,
  torqueX_Hz: number,
  torqueY_Hz: number,
  torqueZ_Hz: number,
  slope: Float64Array,
) => void;

/** The right-hand side of the equation of a magnet; scalars in and an array out, because it is called millions of times. */
function macrospinRate({ damping, anisotropyField_A_m: [ax, ay, az] }: Macrospin): MacrospinRate {
  const share = 1 / (1 + damping * damping);
  return (x, y, z, fieldX_A_m, fieldY_A_m, fieldZ_A_m, torqueX_Hz, torqueY_Hz, torqueZ_Hz, slope) => {
    const hx = -fieldGyromagneticRatio_m_A_s * (fieldX_A_m + ax * x);
    const hy = -fieldGyromagneticRatio_m_A_s * (fieldY_A_m + ay * y);
    const hz = -fieldGyromagneticRatio_m_A_s * (fieldZ_A_m + az * z);
    // m x (I x m) = I - m (m I) for a unit vector; the scheme leaves unit length by step^2 only.
    const along = x * torqueX_Hz + y * torqueY_Hz + z * torqueZ_Hz;
    const tx = y * hz - z * hy + torqueX_Hz - along * x;
    const ty = z * hx - x * hz + torqueY_Hz - along * y;
    const tz = x * hy - y * hx + torqueZ_Hz - along * z;
    slope[0] = (tx + damping * (y * tz - z * ty)) * share;
    slope[1] = (ty + damping * (z * tx - x * tz)) * share;
    slope[2] = (tz + damping * (x * ty - y * tx)) * share;
  };
}

/** Writes the torque rates I_s / (e N_s) in 1/s into the first three places, the field of the field-like torque in A/m behind. */
function torqueAt(magnet: Macrospin, currents: readonly SpinCurrent[], time_s: number, torque: Float64Array): void {
  torque.fill(0);
  const perAmpere = 1 / (elementaryCharge_C * spinCount(magnet));
  for (const { direction, current_A, fieldLikeRatio = 0 } of currents) {
    const rate_Hz = current_A(time_s) * perAmpere;
    for (let k = 0; k < 3; k++) {
      torque[k]! += rate_Hz * direction[k]!;
      torque[k + 3]! += (fieldLikeRatio * rate_Hz * direction[k]!) / fieldGyromagneticRatio_m_A_s;
    }
  }
}

/** @throws RangeError if the number of steps is not a whole number of at least 0. */
export function requireSteps(caller: string, count: number): void {
  if (!(Number.isInteger(count) && count >= 0)) {
    throw new RangeError(`${caller}: expected a whole number of steps, got ${count}`);
  }
}
