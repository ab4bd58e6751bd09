import { domainWallAfter, domainWallSteadySpeed_m_s, endlessTrack } from "@neurofront/physics";
import type { DomainWallDrive } from "@neurofront/physics";
import type { Operation } from "./operation.ts";

/** Relaxation times after which a wall without current has come to rest. */
const restTimes = 20;
const still: DomainWallDrive = { drift_m_s: 0, spinHallField_A_m: 0 };

/** Motion of the wall by the integrated equations under the switching current. */
export interface IntegratedMotion {
  /** Steady, or the mean over a washboard or a precession, far from the ends. */
  readonly speed_m_s: number;
  /** When the write ends. */
  readonly angle_rad: number;
  /** How much further the wall goes after the write on a strip that does not end. */
  readonly coasting_m: number;
}

/** Speed, angle and coasting by integration. */
export function integratedMotionOf(
  { wall, track, motion, write_s }: Operation,
  drive: DomainWallDrive,
): IntegratedMotion {
  const endless = { ...endlessTrack, pinning: track.pinning };
  const written = domainWallAfter(wall, endless, drive, write_s);
  const rested = domainWallAfter(wall, endless, still, restTimes * motion.relaxation_s, written);
  return {
    speed_m_s: domainWallSteadySpeed_m_s(wall, drive, track.pinning),
    angle_rad: written.angle_rad,
    coasting_m: rested.position_m - written.position_m,
  };
}
