import { below } from "@neurofront/core";
import type { Violation } from "@neurofront/core";
import {
  depinningForce_N,
  domainWallDrive,
  domainWallForce_N,
  domainWallMotion,
  domainWallOf,
  effectiveAnisotropy_J_m3,
  shapeAnisotropy_J_m3,
  stripAtTemperature,
  washboardSpeedFactor,
} from "@neurofront/physics";
import type { DomainWall, DomainWallDrive, DomainWallPinning } from "@neurofront/physics";
import type { DomainWallMemristorDesign } from "./parameters.ts";

/** The pinning of a design. */
export function pinningOf({ pinningBarrier_J, pinningPitch_m }: DomainWallMemristorDesign): DomainWallPinning {
  return { barrier_J: pinningBarrier_J, period_m: pinningPitch_m };
}

/** Why a strip holds no wall, or undefined: its film must be magnetic, and magnetised out of the plane. */
export function noWallViolation(design: DomainWallMemristorDesign, temperature_K: number): Violation | undefined {
  const { curieTemperature_K } = design;
  if (temperature_K >= curieTemperature_K)
    return {
      kind: "impossible",
      code: "not-magnetic",
      message: `at ${temperature_K} K the film is not magnetic: its Curie temperature is ${curieTemperature_K} K`,
      amount: Math.max(Number.MIN_VALUE, temperature_K / curieTemperature_K - 1),
    };
  const film = stripAtTemperature(design, design, temperature_K);
  const needed_J_m3 = shapeAnisotropy_J_m3(film);
  return below(
    "impossible",
    "in-plane-film",
    film.uniaxialAnisotropy_J_m3,
    // A wall must be finite: 1 % above what demagnetises the film.
    1.01 * needed_J_m3,
    `an anisotropy of ${film.uniaxialAnisotropy_J_m3.toPrecision(3)} J/m^3 leaves ${effectiveAnisotropy_J_m3(film).toPrecision(3)} J/m^3 against the demagnetising energy; it must exceed ${needed_J_m3.toPrecision(3)} J/m^3 by 1 %`,
  );
}

/** Why a strip is no memristor, or undefined: the wall needs two places. */
export function onePlaceViolation({ length_m, pinningPitch_m }: DomainWallMemristorDesign): Violation | undefined {
  return below(
    "impossible",
    "one-place",
    length_m,
    pinningPitch_m,
    `a strip of ${(length_m * 1e9).toPrecision(3)} nm holds the wall at one place only; places are ${(pinningPitch_m * 1e9).toPrecision(3)} nm apart`,
  );
}

/** The wall of a design whose film is magnetised out of the plane at a temperature. */
export function wallOf(design: DomainWallMemristorDesign, temperature_K: number): DomainWall {
  return domainWallOf(stripAtTemperature(design, design, temperature_K));
}

/** What a current along the strip does to the wall; it flows at one density in magnet and heavy metal. */
export function driveAt(design: DomainWallMemristorDesign, wall: DomainWall, current_A: number): DomainWallDrive {
  const density_A_m2 = current_A / (design.width_m * design.thickness_m);
  return domainWallDrive(wall, design.spinHallAngle, density_A_m2, density_A_m2);
}

/** Current from which on the pinning lets the wall go, V0 = p F / pi; `Infinity` where no current pushes it. */
export function criticalCurrent_A(design: DomainWallMemristorDesign, wall: DomainWall): number {
  const reference_A = 1e-6;
  const perAmpere_N_A = domainWallForce_N(wall, driveAt(design, wall, reference_A)) / reference_A;
  return perAmpere_N_A > 0 ? depinningForce_N(pinningOf(design)) / perAmpere_N_A : Infinity;
}

/** A write from one end of the strip to the other. */
export interface Transit {
  readonly speed_m_s: number;
  readonly duration_s: number;
  readonly energy_J: number;
  readonly trackResistance_ohm: number;
}

/** The whole way at the write current, L / v + tau, with the washboard law over the pinning; undefined while it holds the wall. */
export function transit(design: DomainWallMemristorDesign, wall: DomainWall): Transit | undefined {
  const { length_m, width_m, thickness_m, writeCurrent_A } = design;
  const drive = driveAt(design, wall, writeCurrent_A);
  const motion = domainWallMotion(wall, drive);
  const speed_m_s = motion.speed_m_s * washboardSpeedFactor(pinningOf(design), domainWallForce_N(wall, drive));
  if (!(speed_m_s > 0)) return undefined;
  const trackResistance_ohm = (design.resistivity_ohm_m * length_m) / (width_m * thickness_m);
  const duration_s = length_m / speed_m_s + motion.relaxation_s;
  return {
    speed_m_s,
    duration_s,
    energy_J: writeCurrent_A ** 2 * trackResistance_ohm * duration_s,
    trackResistance_ohm,
  };
}
