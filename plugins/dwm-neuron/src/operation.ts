import {
  depinningForce_N,
  domainWallCrossingTime_s,
  domainWallOf,
  domainWallTransit_s,
  effectiveAnisotropy_J_m3,
  shapeAnisotropy_J_m3,
  wallParameter_m,
} from "@neurofront/physics";
import type { DomainWall, DomainWallMotion, DomainWallTrack } from "@neurofront/physics";
import type { Violation } from "@neurofront/core";
import { below, above, violationsAmong } from "@neurofront/core";
import { filmOf, notMagnetic } from "./film.ts";
import type { DwmDesign } from "./parameters.ts";
import { trackOf } from "./track.ts";
import { criticalCurrent_A, driveAt, motionAt } from "./wall-drive.ts";
import { writePathOf } from "./write-path.ts";
import type { WritePath } from "./write-path.ts";

/** A device that works: its wall, its write path, and its write. */
export interface Operation {
  readonly status: "ok";
  readonly wall: DomainWall;
  readonly path: WritePath;
  readonly track: DomainWallTrack;
  /** Motion under the switching current, in closed form. */
  readonly motion: DomainWallMotion;
  /** How long the write current is applied. */
  readonly write_s: number;
  /** How long the reset current is applied; 0 with memory `hold`. */
  readonly reset_s: number;
}

/** A device whose wall cannot cross. */
export interface Unwritable {
  readonly status: "impossible";
  readonly violations: readonly Violation[];
}

/** Relaxation times for which the reset current goes on to hold a wall that has come back and bounces off the end wall. */
const calmTimes = 3;
/** A wall that needs longer than this does not cross. */
const longestCrossing_s = 1;
/** Scale of the violation: 1 for a wall that stands, 2 for one that runs back at a free domain per nanosecond. */
const usefulCrossing_s = 1e-9;

const inNm = (length_m: number): string => `${(length_m * 1e9).toPrecision(3)} nm`;
const inUA = (current_A: number): string => `${(current_A * 1e6).toPrecision(3)} uA`;

/** The last answer, since the error probability asks for the same one at every current. */
let last:
  | {
      readonly design: DwmDesign;
      readonly temperature_K: number;
      readonly operation: Operation | Unwritable;
    }
  | undefined;

/**
 * What a design does when it is written, or why it cannot be written at all.
 *
 * @param temperature_K of the film; by default that at which its material parameters hold
 */
export function operationOf(
  design: DwmDesign,
  temperature_K: number = design.referenceTemperature_K,
): Operation | Unwritable {
  if (last?.design === design && last.temperature_K === temperature_K) return last.operation;
  const operation = computeOperation(design, temperature_K);
  last = { design, temperature_K, operation };
  return operation;
}

/** The parts of a device that do not depend on how long the current flows. */
type Device = Pick<Operation, "wall" | "path" | "track">;

function computeOperation(design: DwmDesign, temperature_K: number): Operation | Unwritable {
  const nonMagnetic = notMagnetic(design, temperature_K);
  if (nonMagnetic !== undefined) return impossible(nonMagnetic);
  const film = filmOf(design, temperature_K);
  const anisotropy_J_m3 = effectiveAnisotropy_J_m3(film);
  if (anisotropy_J_m3 <= 0) {
    const needed_J_m3 = shapeAnisotropy_J_m3(film);
    const message = `the film is not perpendicular: uniaxial anisotropy ${film.uniaxialAnisotropy_J_m3.toPrecision(3)} J/m^3, shape anisotropy ${needed_J_m3.toPrecision(3)} J/m^3`;
    return impossible(
      // Never zero, also on the border.
      below("impossible", "not-perpendicular", film.uniaxialAnisotropy_J_m3, needed_J_m3 * 1.000001, message),
    );
  }
  const width_m = Math.PI * wallParameter_m(film.exchangeStiffness_J_m, anisotropy_J_m3);
  if (width_m > design.length_m) {
    const message = `no wall fits: it is ${inNm(width_m)} wide, the free domain is ${inNm(design.length_m)} long`;
    return impossible(above("impossible", "wall-wider-than-domain", width_m, design.length_m, message));
  }
  const wall = domainWallOf(film, anisotropy_J_m3);
  const path = writePathOf(design);
  const track = trackOf(design);
  const device = { wall, path, track };
  const motion = motionAt(wall, path, track, design.switchingCurrent_A);
  const write_s = crossingTime_s(device, design.fidelity, design.switchingCurrent_A, motion);
  if (!(write_s < longestCrossing_s)) {
    return impossible(noCrossing(device, design.switchingCurrent_A, motion.speed_m_s, "switchingCurrent_A"));
  }
  if (design.memory === "hold") return { status: "ok", wall, path, track, motion, write_s, reset_s: 0 };
  const resetMotion = motionAt(wall, path, track, design.resetCurrent_A);
  const back_s = crossingTime_s(device, design.fidelity, design.resetCurrent_A, resetMotion);
  if (!(back_s < longestCrossing_s))
    return impossible(noCrossing(device, design.resetCurrent_A, resetMotion.speed_m_s, "resetCurrent_A"));
  const reset_s = back_s + calmTimes * resetMotion.relaxation_s;
  return { status: "ok", wall, path, track, motion, write_s, reset_s };
}

/** Time in which the wall crosses the free domain at a current, without noise; `Infinity` when it does not. */
function crossingTime_s(
  { wall, path, track }: Device,
  fidelity: DwmDesign["fidelity"],
  current_A: number,
  motion: DomainWallMotion,
): number {
  if (fidelity !== "closed-form") return domainWallTransit_s(wall, track, driveAt(wall, path, current_A));
  if (!(motion.speed_m_s * longestCrossing_s > track.length_m)) return Infinity;
  return domainWallCrossingTime_s(motion, track.length_m);
}

function noCrossing(
  { wall, path, track }: Device,
  current_A: number,
  speed_m_s: number,
  name: "switchingCurrent_A" | "resetCurrent_A",
): Violation {
  const critical_A = criticalCurrent_A(wall, path, depinningForce_N(track.pinning));
  if (critical_A > current_A) {
    return {
      kind: "impossible",
      code: "held-by-pinning",
      message: `the pinning holds the wall: ${name} is ${inUA(current_A)}, its force is that of the pinning at ${inUA(critical_A)}`,
      amount: Number.isFinite(critical_A) ? Math.log(critical_A / current_A) : Number.MAX_VALUE,
    };
  }
  return {
    kind: "impossible",
    code: "no-crossing",
    message: `the wall does not cross: its speed at ${name} is ${speed_m_s.toPrecision(3)} m/s`,
    // A wall whose angle turns over may stop although its closed form runs.
    amount: Math.max(Number.MIN_VALUE, 1 - (speed_m_s * usefulCrossing_s) / track.length_m),
  };
}

function impossible(violation: Violation | undefined): Unwritable {
  return { status: "impossible", violations: violationsAmong([violation]) };
}
