import { domainWallDrive, domainWallForce_N, domainWallMotion, washboardSpeedFactor } from "@neurofront/physics";
import type { DomainWall, DomainWallDrive, DomainWallMotion, DomainWallTrack } from "@neurofront/physics";
import type { WritePath } from "./write-path.ts";

/** The wall's drive at a write current; a negative one pushes back. */
export function driveAt(wall: DomainWall, path: WritePath, current_A: number): DomainWallDrive {
  return domainWallDrive(
    wall,
    path.spinHallAngle,
    path.magnetDensity_A_m2_A * current_A,
    path.heavyMetalDensity_A_m2_A * current_A,
  );
}

/** Current at which the force of the drive is that of the pinning; 0 without pinning, `Infinity` without force. */
export function criticalCurrent_A(wall: DomainWall, path: WritePath, depinning_N: number): number {
  if (depinning_N === 0) return 0;
  const perAmpere_N = domainWallForce_N(wall, driveAt(wall, path, 1));
  return perAmpere_N > 0 ? depinning_N / perAmpere_N : Infinity;
}

/** Motion of the wall in closed form at a write current >= 0; over a washboard slowed by the law without inertia. */
export function motionAt(
  wall: DomainWall,
  path: WritePath,
  track: DomainWallTrack,
  current_A: number,
): DomainWallMotion {
  const drive = driveAt(wall, path, current_A);
  const free = domainWallMotion(wall, drive);
  if (track.pinning.barrier_J === 0) return free;
  const factor = washboardSpeedFactor(track.pinning, domainWallForce_N(wall, drive));
  return { ...free, speed_m_s: free.speed_m_s * factor, initialSpeed_m_s: free.initialSpeed_m_s * factor };
}
