import { fieldGyromagneticRatio_m_A_s } from "./constants.ts";
import { spinDrift_m_s, spinHallField_A_m } from "./domain-wall-material.ts";
import type { DomainWall } from "./domain-wall-material.ts";

/** What a current does to the wall. */
export interface DomainWallDrive {
  /** Adiabatic spin drift velocity u, >= 0. */
  readonly drift_m_s: number;
  /** Damping-like spin Hall field; negative when it opposes the spin-transfer torque. */
  readonly spinHallField_A_m: number;
}

/**
 * The drive of current densities in the magnet and in the heavy metal under it.
 *
 * @param spinHallAngle effective; negative when it opposes the spin-transfer torque
 */
export function domainWallDrive(
  wall: Pick<DomainWall, "polarisation" | "saturationMagnetisation_A_m" | "thickness_m">,
  spinHallAngle: number,
  magnetDensity_A_m2: number,
  heavyMetalDensity_A_m2: number,
): DomainWallDrive {
  return {
    drift_m_s: spinDrift_m_s(wall, magnetDensity_A_m2),
    spinHallField_A_m: spinHallField_A_m(wall, spinHallAngle, heavyMetalDensity_A_m2),
  };
}

/** How the wall moves from rest under a constant drive. */
export interface DomainWallMotion {
  /** Steady speed v, or the mean speed of a precessing wall. */
  readonly speed_m_s: number;
  /** Speed v0 at the first moment, before the wall angle has turned. */
  readonly initialSpeed_m_s: number;
  /** Time tau in which the wall angle follows: the inertia of the wall. */
  readonly relaxation_s: number;
  /** Drift velocity over the largest for which the closed form holds; above 1 the speed is held at its value there. */
  readonly walkerRatio: number;
}

/** Speed scales of a wall: each is mu0 gamma Delta times a field. */
function velocity_m_s(wall: DomainWall, field_A_m: number): number {
  return fieldGyromagneticRatio_m_A_s * wall.wallParameter_m * field_A_m;
}

/** Of two speeds at right angles; they are far from the ends of the range of numbers, so that `Math.hypot` would only be slower. */
function length(a_m_s: number, b_m_s: number): number {
  return Math.sqrt(a_m_s * a_m_s + b_m_s * b_m_s);
}

/**
 * Whether the Dzyaloshinskii-Moriya interaction makes the wall a Neel wall of one chirality: (pi/2) H_D > |H_K|.
 * Without it the wall moment is free to turn, and the spin Hall effect does not push the wall steadily.
 */
function isChiral(wall: DomainWall): boolean {
  return (Math.PI / 2) * wall.dmiField_A_m > Math.abs(wall.shapeField_A_m);
}

/**
 * Motion of the wall from rest, closed form of the one-dimensional q-phi model.
 *
 * Steady state of the q-phi equations (Thiaville et al., EPL 100, 57002 (2012); Martinez et al., Appl. Phys. Lett. 103,
 * 072406 (2013)) with H_K neglected against the Dzyaloshinskii-Moriya field: with AS = (pi/2) mu0 gamma Delta H_SH and
 * AD = (pi/2) mu0 gamma Delta H_D, R cos(phi + delta) = (alpha - beta) u and v = u + AD sin(phi), where
 * R = hypot(AS, alpha AD), delta = atan2(alpha AD, AS).
 *
 * The speed never falls when the drive grows: that is proven for a wall angle below 90 degrees when the spin Hall effect
 * assists and beta > alpha, and for a drift below half of the Walker limit alpha AD / |alpha - beta| otherwise. Beyond,
 * the wall turns over or precesses, and the speed is held at its value there.
 */
export function domainWallMotion(wall: DomainWall, drive: DomainWallDrive): DomainWallMotion {
  return isChiral(wall) ? chiralMotion(wall, drive) : walkerMotion(wall, drive.drift_m_s);
}

/**
 * Steady angle of the wall moment from the strip axis under a constant drive, with the same closed form as
 * {@link domainWallMotion}; 0 is a Neel wall.
 */
export function domainWallAngle_rad(wall: DomainWall, drive: DomainWallDrive): number {
  if (!isChiral(wall)) return Math.asin(Math.min(1, drive.drift_m_s / walkerBreakdown_m_s(wall))) / 2;
  const { sinPhi, cosPhi } = chiralBalance(wall, drive);
  return Math.atan2(sinPhi, cosPhi);
}

/** The balance of torques on a chiral wall that moves steadily. */
interface ChiralBalance {
  /** Drift u and AS at which the wall is held. */
  readonly drift_m_s: number;
  readonly spinHall_m_s: number;
  readonly cosPhi: number;
  readonly sinPhi: number;
  readonly walkerRatio: number;
}

function chiralBalance(wall: DomainWall, drive: DomainWallDrive): ChiralBalance {
  const { damping: alpha, nonAdiabaticity: beta } = wall;
  const spinHall_m_s = (Math.PI / 2) * velocity_m_s(wall, drive.spinHallField_A_m);
  const dmi_m_s = (Math.PI / 2) * velocity_m_s(wall, wall.dmiField_A_m);
  const bound = beta > alpha && spinHall_m_s >= 0 ? 1 : 0.5;
  const walkerRatio = (drive.drift_m_s * Math.abs(alpha - beta)) / (bound * alpha * dmi_m_s);
  const held = Math.max(walkerRatio, 1);
  const u = drive.drift_m_s / held;
  const as = spinHall_m_s / held;
  const torque_m_s = length(as, alpha * dmi_m_s);
  const cosDelta = as / torque_m_s;
  const sinDelta = (alpha * dmi_m_s) / torque_m_s;
  // cos(phi + delta); at the limit it is -1 or 1 but for rounding.
  const ratio = Math.max(-1, Math.min(1, ((alpha - beta) * u) / torque_m_s));
  const height = Math.sqrt(1 - ratio * ratio);
  return {
    drift_m_s: u,
    spinHall_m_s: as,
    cosPhi: ratio * cosDelta + height * sinDelta,
    sinPhi: height * cosDelta - ratio * sinDelta,
    walkerRatio,
  };
}

function chiralMotion(wall: DomainWall, drive: DomainWallDrive): DomainWallMotion {
  const { damping: alpha, nonAdiabaticity: beta } = wall;
  const held = chiralBalance(wall, drive);
  const spinHall_m_s = (Math.PI / 2) * velocity_m_s(wall, drive.spinHallField_A_m);
  const stiffness_m_s = alpha * velocity_m_s(wall, (Math.PI / 2) * wall.dmiField_A_m - wall.shapeField_A_m);
  return {
    // Equal to u + AD sin(phi), and exactly zero without a force on the wall.
    speed_m_s: (beta * held.drift_m_s + held.spinHall_m_s * held.cosPhi) / alpha,
    initialSpeed_m_s: ((1 + alpha * beta) * drive.drift_m_s + alpha * spinHall_m_s) / (1 + alpha ** 2),
    relaxation_s: ((1 + alpha ** 2) * wall.wallParameter_m) / length(spinHall_m_s, stiffness_m_s),
    walkerRatio: held.walkerRatio,
  };
}

/** Speed at which the shape field H_K can just hold a wall without chirality, mu0 gamma Delta |H_K| / 2. */
function intrinsicSpeed_m_s(wall: DomainWall): number {
  return velocity_m_s(wall, Math.abs(wall.shapeField_A_m)) / 2;
}

/** Drift at Walker breakdown. */
function walkerBreakdown_m_s(wall: DomainWall): number {
  const { damping: alpha, nonAdiabaticity: beta } = wall;
  return beta === alpha ? Infinity : (intrinsicSpeed_m_s(wall) * alpha) / Math.abs(beta - alpha);
}

/**
 * A wall without chirality under the spin-transfer torque alone (Walker): its shape field H_K must hold it. The speed is held
 * from Walker breakdown until precession is faster.
 */
function walkerMotion(wall: DomainWall, drift_m_s: number): DomainWallMotion {
  const { damping: alpha, nonAdiabaticity: beta } = wall;
  const intrinsic_m_s = intrinsicSpeed_m_s(wall);
  const breakdown_m_s = walkerBreakdown_m_s(wall);
  const steady_m_s = (beta / alpha) * Math.min(drift_m_s, breakdown_m_s);
  return {
    speed_m_s: Math.max(steady_m_s, walkerSpeed_m_s(drift_m_s, intrinsic_m_s, alpha, beta)),
    initialSpeed_m_s: ((1 + alpha * beta) * drift_m_s) / (1 + alpha ** 2),
    relaxation_s: intrinsic_m_s === 0 ? 0 : ((1 + alpha ** 2) * wall.wallParameter_m) / (2 * alpha * intrinsic_m_s),
    walkerRatio: breakdown_m_s === 0 ? 1 : drift_m_s / breakdown_m_s,
  };
}

/**
 * Mean speed of a wall without chirality under spin-transfer torque (Thiaville et al., Europhys. Lett. 69, 990 (2005)):
 * (beta/alpha) u up to u_W = u_c alpha / |beta - alpha|, above it
 * (beta/alpha) u - sgn(beta - alpha) sqrt(((beta - alpha) u)^2 - (alpha u_c)^2) / (alpha (1 + alpha^2)).
 *
 * @param drift_m_s u, >= 0
 * @param intrinsic_m_s u_c = mu0 gamma Delta |H_K| / 2, below which a wall with beta = 0 stands still (intrinsic pinning)
 */
export function walkerSpeed_m_s(drift_m_s: number, intrinsic_m_s: number, alpha: number, beta: number): number {
  const steady_m_s = (beta / alpha) * drift_m_s;
  const excess = ((beta - alpha) * drift_m_s) ** 2 - (alpha * intrinsic_m_s) ** 2;
  if (excess <= 0) return steady_m_s;
  return steady_m_s - (Math.sign(beta - alpha) * Math.sqrt(excess)) / (alpha * (1 + alpha ** 2));
}
