import { boltzmann_J_K } from "./constants.ts";
import { domainWallDiffusivity_m2_s, domainWallFriction_kg_s, domainWallMass_kg } from "./domain-wall-force.ts";
import type { DomainWall } from "./domain-wall-material.ts";

/** Pinning of a wall by a periodic energy V(q) = V0 sin^2(pi q / p): wells at multiples of the period. */
export interface DomainWallPinning {
  /** V0, >= 0; 0 is no pinning. */
  readonly barrier_J: number;
  /** p, > 0. */
  readonly period_m: number;
}

/** Largest force with which the pinning holds a wall, pi V0 / p. */
export function depinningForce_N({ barrier_J, period_m }: DomainWallPinning): number {
  return (Math.PI * barrier_J) / period_m;
}

/** Force of the pinning on a wall at a place, -(pi V0 / p) sin(2 pi q / p). */
export function pinningForce_N(pinning: DomainWallPinning, position_m: number): number {
  return -depinningForce_N(pinning) * Math.sin((2 * Math.PI * position_m) / pinning.period_m);
}

/**
 * Part of the free speed with which a driven wall gets over a washboard, sqrt(1 - (F_c / F)^2), 0 up to the depinning
 * force: exact for a wall without inertia at 0 K (Ambegaokar and Halperin, Phys. Rev. Lett. 22, 1364 (1969)). Inertia
 * makes a real wall faster, most where the period is short.
 *
 * @param force_N of the drive, either way
 */
export function washboardSpeedFactor(pinning: DomainWallPinning, force_N: number): number {
  const ratio = depinningForce_N(pinning) / Math.abs(force_N);
  return ratio < 1 ? Math.sqrt(1 - ratio ** 2) : 0;
}

/**
 * Barrier left by a force below the depinning force: V0 (1 - F / F_c)^(3/2), the law of a smooth potential just below
 * depinning, used for all forces.
 */
export function tiltedBarrier_J(pinning: DomainWallPinning, force_N: number): number {
  const ratio = force_N / depinningForce_N(pinning);
  return ratio < 1 ? pinning.barrier_J * (1 - ratio) ** 1.5 : 0;
}

/**
 * Rate at which a wall leaves a well over one of its barriers (Kramers, Physica 7, 284 (1940), moderate to strong
 * friction): (sqrt(g^2/4 + w0^2) - g/2) / (2 pi) exp(-V / kT), with the attempt frequency w0 = sqrt(2 pi^2 V0 / (p^2 m)) of
 * the wells, g = Gamma / m, and V the barrier that a force along the way leaves. Good for barriers of several kT and a wall
 * whose angle is held.
 *
 * @param force_N towards the barrier, >= 0
 */
export function kramersRate_Hz(
  wall: DomainWall,
  pinning: DomainWallPinning,
  temperature_K: number,
  force_N = 0,
): number {
  return attemptRate_Hz(wall, pinning) * Math.exp(-tiltedBarrier_J(pinning, force_N) / (boltzmann_J_K * temperature_K));
}

/** (sqrt(g^2/4 + w0^2) - g/2) / (2 pi), written without the difference of two large numbers. */
function attemptRate_Hz(wall: DomainWall, { barrier_J, period_m }: DomainWallPinning): number {
  const mass_kg = domainWallMass_kg(wall);
  const friction_kg_s = domainWallFriction_kg_s(wall);
  // m times the squared attempt frequency.
  const stiffness_N_m = (2 * Math.PI ** 2 * barrier_J) / period_m ** 2;
  if (mass_kg === Infinity) return 0;
  const root = Math.sqrt(friction_kg_s ** 2 / 4 + stiffness_N_m * mass_kg);
  return stiffness_N_m / (root + friction_kg_s / 2) / (2 * Math.PI);
}

/** Intervals of the quadrature over the way. */
const quadrature = 400;

/**
 * Mean time until a wall that rests at q = 0, where the strip ends, first reaches `distance_m`, without current.
 *
 * The exact mean first-passage time of a wall without inertia, (1/D) int_0^d exp(V(y)/kT) int_0^y exp(-V(z)/kT) dz dy
 * (Pontryagin, Andronov, Vitt, 1933), times what inertia slows the escape, the ratio of Kramers' overdamped rate to his
 * general one. Without pinning it is d^2 / (2 D); over one high barrier 1 / (2 k), for half a well holds the wall.
 */
export function domainWallRetention_s(
  wall: DomainWall,
  pinning: DomainWallPinning,
  distance_m: number,
  temperature_K: number,
): number {
  const diffusivity_m2_s = domainWallDiffusivity_m2_s(wall, temperature_K);
  if (pinning.barrier_J === 0) return distance_m ** 2 / (2 * diffusivity_m2_s);
  const height = pinning.barrier_J / (boltzmann_J_K * temperature_K);
  const step_m = distance_m / quadrature;
  const energyAt = (position_m: number): number => height * Math.sin((Math.PI * position_m) / pinning.period_m) ** 2;
  let inner_m = 0;
  let outer_m2 = 0;
  for (let k = 0; k < quadrature; k++) {
    // Middle points; the inner integral up to the middle of the interval.
    const energy = energyAt((k + 0.5) * step_m);
    const density = Math.exp(-energy) * step_m;
    outer_m2 += Math.exp(energy) * (inner_m + density / 2) * step_m;
    inner_m += density;
  }
  return (outer_m2 / diffusivity_m2_s) * inertialSlowing(wall, pinning);
}

/** Kramers' overdamped rate over his general one, >= 1. */
function inertialSlowing(wall: DomainWall, pinning: DomainWallPinning): number {
  const overdamped_Hz = (Math.PI * pinning.barrier_J) / (pinning.period_m ** 2 * domainWallFriction_kg_s(wall));
  const rate_Hz = attemptRate_Hz(wall, pinning);
  return rate_Hz === 0 ? 1 : Math.max(1, overdamped_Hz / rate_Hz);
}
