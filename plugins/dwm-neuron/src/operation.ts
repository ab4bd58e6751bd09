import type { DomainWall, DomainWallDrive, DomainWallMotion } from "@neurofront/physics";
import {
  domainWallCrossingTime_s,
  domainWallDrive,
  domainWallMotion,
  domainWallOf,
  effectiveAnisotropy_J_m3,
  shapeAnisotropy_J_m3,
  wallParameter_m,
} from "@neurofront/physics";
import type { Violation } from "@neurofront/core";
import { below, above, violationsAmong } from "@neurofront/core";
import type { DwmDesign } from "./parameters.ts";
import { writePathOf } from "./write-path.ts";
import type { WritePath } from "./write-path.ts";

/** A device that works: its wall, its write path, and its write. */
export interface Operation {
  readonly status: "ok";
  readonly wall: DomainWall;
  readonly path: WritePath;
  /** Motion under the switching current. */
  readonly motion: DomainWallMotion;
  /** How long the write current is applied. */
  readonly write_s: number;
}

/** A device whose wall cannot cross. */
export interface Unwritable {
  readonly status: "impossible";
  readonly violations: readonly Violation[];
}

/** The wall's drive at a write current >= 0. */
export function driveAt(wall: DomainWall, path: WritePath, current_A: number): DomainWallDrive {
  return domainWallDrive(
    wall,
    path.spinHallAngle,
    path.magnetDensity_A_m2_A * current_A,
    path.heavyMetalDensity_A_m2_A * current_A,
  );
}

/** A wall that needs longer than this does not cross. */
const longestCrossing_s = 1;
/** Scale of the violation: 1 for a wall that stands, 2 for one that runs back at a free domain per nanosecond. */
const usefulCrossing_s = 1e-9;

const inNm = (length_m: number): string => `${(length_m * 1e9).toPrecision(3)} nm`;

/** By design object, since the error probability asks for the same one at every current. */
const known = new WeakMap<DwmDesign, Operation | Unwritable>();

/** What a design does when it is written, or why it cannot be written at all. */
export function operationOf(design: DwmDesign): Operation | Unwritable {
  let operation = known.get(design);
  if (operation === undefined) {
    operation = computeOperation(design);
    known.set(design, operation);
  }
  return operation;
}

function computeOperation(design: DwmDesign): Operation | Unwritable {
  const anisotropy_J_m3 = effectiveAnisotropy_J_m3(design);
  if (anisotropy_J_m3 <= 0) {
    const needed_J_m3 = shapeAnisotropy_J_m3(design);
    const message = `the film is not perpendicular: uniaxial anisotropy ${design.uniaxialAnisotropy_J_m3.toPrecision(3)} J/m^3, shape anisotropy ${needed_J_m3.toPrecision(3)} J/m^3`;
    return impossible(
      // Never zero, also on the border.
      below("impossible", "not-perpendicular", design.uniaxialAnisotropy_J_m3, needed_J_m3 * 1.000001, message),
    );
  }
  const width_m = Math.PI * wallParameter_m(design.exchangeStiffness_J_m, anisotropy_J_m3);
  if (width_m > design.length_m) {
    const message = `no wall fits: it is ${inNm(width_m)} wide, the free domain is ${inNm(design.length_m)} long`;
    return impossible(above("impossible", "wall-wider-than-domain", width_m, design.length_m, message));
  }
  const wall = domainWallOf(design);
  const path = writePathOf(design);
  const motion = domainWallMotion(wall, driveAt(wall, path, design.switchingCurrent_A));
  if (!(motion.speed_m_s * longestCrossing_s > design.length_m)) {
    return impossible({
      kind: "impossible",
      code: "no-crossing",
      message: `the wall does not cross: its speed at the switching current is ${motion.speed_m_s.toPrecision(3)} m/s`,
      amount: 1 - (motion.speed_m_s * usefulCrossing_s) / design.length_m,
    });
  }
  return { status: "ok", wall, path, motion, write_s: domainWallCrossingTime_s(motion, design.length_m) };
}

function impossible(violation: Violation | undefined): Unwritable {
  return { status: "impossible", violations: violationsAmong([violation]) };
}
