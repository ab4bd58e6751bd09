import { fieldGyromagneticRatio_m_A_s } from "./constants.ts";
import { domainWallForcePerField_N_m_A } from "./domain-wall-force.ts";
import type { DomainWall } from "./domain-wall-material.ts";
import type { DomainWallDrive } from "./domain-wall-motion.ts";
import { depinningForce_N } from "./domain-wall-pinning.ts";
import type { DomainWallPinning } from "./domain-wall-pinning.ts";
import type { Rate } from "./ode.ts";

/**
 * The one-dimensional model of a domain wall by its position q and the angle phi of its moment from the strip axis (0 is a
 * Neel wall): collective coordinates, shape field, pinning and end walls included.
 *
 *     A = u/Delta      + g0 [ (pi/2) H_D sin phi - (H_K/2) sin 2 phi ]
 *     B = beta u/Delta + g0 [ H_z + H_pin(q) + H_end(q) + (pi/2) H_SH cos phi ]
 *     dq/dt = Delta (A + alpha B) / (1 + alpha^2)        dphi/dt = (B - alpha A) / (1 + alpha^2)
 *
 * Sources: Thiaville et al., EPL 100, 57002 (2012); Martinez et al., Appl. Phys. Lett. 103, 072406 (2013).
 */

/** What the strip does to the wall along its way. */
export interface DomainWallTrack {
  /** The wall is free from 0 to here; `Infinity` is a strip without ends. */
  readonly length_m: number;
  /** Spring with which the fixed domains push a wall back that leaves the free domain. */
  readonly endStiffness_N_m: number;
  readonly pinning: DomainWallPinning;
}

/** A strip without ends and pinning. */
export const endlessTrack: DomainWallTrack = {
  length_m: Infinity,
  endStiffness_N_m: 0,
  pinning: { barrier_J: 0, period_m: 1 },
};

/** What drives the wall: a current, and a field along the easy axis for textbook walls. */
export interface QPhiDrive extends DomainWallDrive {
  readonly easyAxisField_A_m?: number;
}

/** The q-phi equations as numbers: all fields times mu0 gamma, in 1/s. */
export interface QPhiLaw {
  readonly wallParameter_m: number;
  readonly damping: number;
  /** u / Delta. */
  readonly drift: number;
  /** beta u / Delta and the easy-axis field. */
  readonly push: number;
  /** (pi/2) H_D. */
  readonly dmi: number;
  /** H_K. */
  readonly shape: number;
  /** (pi/2) H_SH. */
  readonly spinHall: number;
  /** Largest field of the pinning. */
  readonly pinning: number;
  /** 2 pi / p. */
  readonly pinningWavenumber: number;
  readonly length_m: number;
  /** Field of the end walls per metre. */
  readonly endStiffness: number;
  /** Whether the ends of the strip are felt at all: without them the wall may start at q = 0 and run either way. */
  readonly hasEnds: boolean;
}

/** The numbers of the q-phi equations of a wall in a strip under a drive. */
export function qPhiLaw(wall: DomainWall, track: DomainWallTrack, drive: QPhiDrive): QPhiLaw {
  const g0 = fieldGyromagneticRatio_m_A_s;
  const perField_N_m_A = domainWallForcePerField_N_m_A(wall);
  const delta_m = wall.wallParameter_m;
  return {
    wallParameter_m: delta_m,
    damping: wall.damping,
    drift: drive.drift_m_s / delta_m,
    push: (wall.nonAdiabaticity * drive.drift_m_s) / delta_m + g0 * (drive.easyAxisField_A_m ?? 0),
    dmi: g0 * (Math.PI / 2) * wall.dmiField_A_m,
    shape: g0 * wall.shapeField_A_m,
    spinHall: g0 * (Math.PI / 2) * drive.spinHallField_A_m,
    pinning: (g0 * depinningForce_N(track.pinning)) / perField_N_m_A,
    pinningWavenumber: (2 * Math.PI) / track.pinning.period_m,
    length_m: track.length_m,
    endStiffness: (g0 * track.endStiffness_N_m) / perField_N_m_A,
    hasEnds: track.endStiffness_N_m > 0,
  };
}

/** The equations as rates of a state (q, phi). */
export function qPhiRate(law: QPhiLaw): Rate {
  const { wallParameter_m: delta_m, damping: alpha, drift, push, dmi, shape, spinHall, pinning } = law;
  const { pinningWavenumber, length_m, endStiffness, hasEnds } = law;
  const scale = 1 / (1 + alpha ** 2);
  return (_time_s, state, rate) => {
    const q = state[0]!;
    const phi = state[1]!;
    const sine = Math.sin(phi);
    const cosine = Math.cos(phi);
    const a = drift + (dmi - shape * cosine) * sine;
    let b = push + spinHall * cosine;
    if (pinning !== 0) b -= pinning * Math.sin(pinningWavenumber * q);
    if (hasEnds) {
      if (q < 0) b -= endStiffness * q;
      else if (q > length_m) b -= endStiffness * (q - length_m);
    }
    rate[0] = delta_m * (a + alpha * b) * scale;
    rate[1] = (b - alpha * a) * scale;
  };
}
