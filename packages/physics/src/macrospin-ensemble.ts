import { elementaryCharge_C, fieldGyromagneticRatio_m_A_s } from "./constants.ts";
import { macrospinRate, requireSteps, spinCount, thermalField_A_m } from "./macrospin.ts";
import type { Macrospin, SpinCurrent } from "./macrospin.ts";
import type { TimeSteps } from "./ode.ts";

/** Directions of many copies of one magnet, one array a component. */
export interface MacrospinEnsemble {
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly z: Float64Array;
}

/** A spin current into every magnet of an ensemble. */
export interface EnsembleSpinCurrent extends SpinCurrent {
  /** Factor on the current, one for each magnet. Default 1. */
  readonly factor?: Float64Array;
}

/** The heat bath of an ensemble. */
export interface EnsembleThermalField {
  readonly temperature_K: number;
  /**
   * Called once a step: writes a standard normal number for each magnet into each array. Magnets that get the same numbers see
   * the same noise, which makes a sweep of currents smooth; magnets with streams of their own are independent.
   */
  readonly draw: (x: Float64Array, y: Float64Array, z: Float64Array) => void;
}

/** An ensemble with every magnet along one direction (unit length). */
export function alignedEnsemble(size: number, [x, y, z]: readonly [number, number, number]): MacrospinEnsemble {
  return {
    x: new Float64Array(size).fill(x),
    y: new Float64Array(size).fill(y),
    z: new Float64Array(size).fill(z),
  };
}

/**
 * Advances every magnet of an ensemble in place and returns the time reached: the equation and the scheme of
 * `integrateMacrospin`, one magnet after the other within a step.
 *
 * @throws RangeError if the number of steps is not a whole number of at least 0.
 */
export function integrateMacrospinEnsemble(
  magnet: Macrospin,
  { x, y, z }: MacrospinEnsemble,
  currents: readonly EnsembleSpinCurrent[],
  { start_s = 0, step_s, count }: TimeSteps,
  thermal?: EnsembleThermalField,
): number {
  requireSteps("integrateMacrospinEnsemble", count);
  const size = x.length;
  const rate = macrospinRate(magnet);
  const spread_A_m = thermal === undefined ? 0 : thermalField_A_m(magnet, thermal.temperature_K, step_s);
  const [bx, by, bz] = magnet.appliedField_A_m ?? [0, 0, 0];
  const [noiseX, noiseY, noiseZ] = [new Float64Array(size), new Float64Array(size), new Float64Array(size)];
  const start = torqueArrays(size);
  const end = torqueArrays(size);
  const slope = new Float64Array(3);
  let currentsAtStart_A = currentsAt(currents, start_s);
  fillTorque(magnet, currents, currentsAtStart_A, start);
  fillTorque(magnet, currents, currentsAtStart_A, end);
  let areEqual = true;
  for (let step = 0; step < count; step++) {
    const currentsAtEnd_A = currentsAt(currents, start_s + (step + 1) * step_s);
    const stay = currentsAtEnd_A.every((current_A, k) => current_A === currentsAtStart_A[k]);
    if (!areEqual) for (let k = 0; k < start.length; k++) start[k]!.set(end[k]!);
    if (!stay) fillTorque(magnet, currents, currentsAtEnd_A, end);
    areEqual = stay;
    currentsAtStart_A = currentsAtEnd_A;
    thermal?.draw(noiseX, noiseY, noiseZ);
    const [ax, ay, az, fx, fy, fz] = start;
    const [cx, cy, cz, gx, gy, gz] = end;
    for (let k = 0; k < size; k++) {
      const hx = bx + spread_A_m * noiseX[k]!;
      const hy = by + spread_A_m * noiseY[k]!;
      const hz = bz + spread_A_m * noiseZ[k]!;
      const mx = x[k]!;
      const my = y[k]!;
      const mz = z[k]!;
      rate(mx, my, mz, hx + fx[k]!, hy + fy[k]!, hz + fz[k]!, ax[k]!, ay[k]!, az[k]!, slope);
      const dx = slope[0]!;
      const dy = slope[1]!;
      const dz = slope[2]!;
      rate(
        mx + step_s * dx,
        my + step_s * dy,
        mz + step_s * dz,
        hx + gx[k]!,
        hy + gy[k]!,
        hz + gz[k]!,
        cx[k]!,
        cy[k]!,
        cz[k]!,
        slope,
      );
      const nx = mx + (step_s / 2) * (dx + slope[0]!);
      const ny = my + (step_s / 2) * (dy + slope[1]!);
      const nz = mz + (step_s / 2) * (dz + slope[2]!);
      const scale = 1 / Math.sqrt(nx * nx + ny * ny + nz * nz);
      x[k] = nx * scale;
      y[k] = ny * scale;
      z[k] = nz * scale;
    }
  }
  return start_s + count * step_s;
}

/** Torque rates along x, y, z and fields of the field-like torque along x, y, z, each for every magnet. */
type TorqueArrays = readonly [Float64Array, Float64Array, Float64Array, Float64Array, Float64Array, Float64Array];

function torqueArrays(size: number): TorqueArrays {
  const of = (): Float64Array => new Float64Array(size);
  return [of(), of(), of(), of(), of(), of()];
}

function currentsAt(currents: readonly EnsembleSpinCurrent[], time_s: number): number[] {
  return currents.map(({ current_A }) => current_A(time_s));
}

function fillTorque(
  magnet: Macrospin,
  currents: readonly EnsembleSpinCurrent[],
  currents_A: readonly number[],
  torque: TorqueArrays,
): void {
  for (const array of torque) array.fill(0);
  const perAmpere = 1 / (elementaryCharge_C * spinCount(magnet));
  for (const [index, { direction, fieldLikeRatio = 0, factor }] of currents.entries()) {
    const rate_Hz = currents_A[index]! * perAmpere;
    for (let axis = 0; axis < 3; axis++) {
      const damping_Hz = rate_Hz * direction[axis]!;
      const field_A_m = (fieldLikeRatio * damping_Hz) / fieldGyromagneticRatio_m_A_s;
      if (damping_Hz !== 0) addTo(torque[axis]!, damping_Hz, factor);
      if (field_A_m !== 0) addTo(torque[axis + 3]!, field_A_m, factor);
    }
  }
}

function addTo(array: Float64Array, amount: number, factor: Float64Array | undefined): void {
  for (let k = 0; k < array.length; k++) array[k]! += factor === undefined ? amount : amount * factor[k]!;
}
