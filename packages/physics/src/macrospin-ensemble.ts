import { elementaryCharge_C, fieldGyromagneticRatio_m_A_s } from "./constants.ts";
import { requireSteps, spinCount, thermalField_A_m } from "./macrospin.ts";
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
   * Called once a step, with arrays of any content: writes a standard normal number for each magnet into each array. Magnets that get the same numbers see
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
  const spread_A_m = thermal === undefined ? 0 : thermalField_A_m(magnet, thermal.temperature_K, step_s);
  const [noiseX, noiseY, noiseZ] = [new Float64Array(size), new Float64Array(size), new Float64Array(size)];
  const start = torqueArrays(size);
  const end = torqueArrays(size);
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
    heunStep(magnet, [x, y, z], [noiseX, noiseY, noiseZ], spread_A_m, start, end, step_s);
  }
  return start_s + count * step_s;
}

/** Components along x, y and z, one number a magnet. */
type VectorArrays = readonly [Float64Array, Float64Array, Float64Array];

/** One step of every magnet. The equation is written out in the loop, because a call a magnet would take most of the time. */
function heunStep(
  { damping, anisotropyField_A_m: [ax, ay, az], appliedField_A_m: [bx, by, bz] = [0, 0, 0] }: Macrospin,
  [x, y, z]: VectorArrays,
  [noiseX, noiseY, noiseZ]: VectorArrays,
  spread_A_m: number,
  [startX, startY, startZ, startFieldX, startFieldY, startFieldZ]: TorqueArrays,
  [endX, endY, endZ, endFieldX, endFieldY, endFieldZ]: TorqueArrays,
  step_s: number,
): void {
  const half = step_s / (2 * (1 + damping * damping));
  const g0 = fieldGyromagneticRatio_m_A_s;
  for (let k = 0; k < x.length; k++) {
    const hx = bx + spread_A_m * noiseX[k]!;
    const hy = by + spread_A_m * noiseY[k]!;
    const hz = bz + spread_A_m * noiseZ[k]!;
    let mx = x[k]!;
    let my = y[k]!;
    let mz = z[k]!;
    let sx = startX[k]!;
    let sy = startY[k]!;
    let sz = startZ[k]!;
    let fx = hx + startFieldX[k]!;
    let fy = hy + startFieldY[k]!;
    let fz = hz + startFieldZ[k]!;
    let nx = mx;
    let ny = my;
    let nz = mz;
    for (let stage = 0; stage < 2; stage++) {
      const wx = -g0 * (fx + ax * mx);
      const wy = -g0 * (fy + ay * my);
      const wz = -g0 * (fz + az * mz);
      const along = mx * sx + my * sy + mz * sz;
      const tx = my * wz - mz * wy + sx - along * mx;
      const ty = mz * wx - mx * wz + sy - along * my;
      const tz = mx * wy - my * wx + sz - along * mz;
      const dx = half * (tx + damping * (my * tz - mz * ty));
      const dy = half * (ty + damping * (mz * tx - mx * tz));
      const dz = half * (tz + damping * (mx * ty - my * tx));
      nx += dx;
      ny += dy;
      nz += dz;
      if (stage === 1) break;
      mx += 2 * dx;
      my += 2 * dy;
      mz += 2 * dz;
      sx = endX[k]!;
      sy = endY[k]!;
      sz = endZ[k]!;
      fx = hx + endFieldX[k]!;
      fy = hy + endFieldY[k]!;
      fz = hz + endFieldZ[k]!;
    }
    const scale = 1 / Math.sqrt(nx * nx + ny * ny + nz * nz);
    x[k] = nx * scale;
    y[k] = ny * scale;
    z[k] = nz * scale;
  }
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
