import type { DomainWall } from "./domain-wall-material.ts";
import { endlessTrack, qPhiLaw, qPhiRate } from "./domain-wall-q-phi.ts";
import type { DomainWallTrack, QPhiDrive, QPhiLaw } from "./domain-wall-q-phi.ts";
import { dormandPrince } from "./ode-adaptive.ts";
import type { AdaptiveEnd } from "./ode-adaptive.ts";

/**
 * What the integrated q-phi equations give: where a wall is after a time, when it has crossed, how fast it runs.
 * Crossing times and speeds change by less than 3e-5 of themselves when the steps are made a hundred times as exact.
 */

/** Error of one step: a part of the wall parameter, and of a radian. */
const stepTolerance = 1e-7;
/** Relaxation times after which a wall that runs steadily does so to the tolerance. */
const settledTimes = 40;
/** Relaxation times after which a pinned or precessing wall that has not arrived is given up. */
const longestTimes = 1000;
/** Rates below these, in wall parameters and radians per relaxation time, are rest: a hundred times what the steps err. */
const restRate = 1e-5;

/** A wall at a place with an angle. */
export interface DomainWallState {
  readonly position_m: number;
  readonly angle_rad: number;
}

/** At the beginning of the free domain, a Neel wall. */
export const restingWall: DomainWallState = { position_m: 0, angle_rad: 0 };

/** 1 / alpha of the fastest rate at which the angle turns: no step is longer than some of these. */
function relaxationScale_s(law: QPhiLaw): number {
  const rate = law.damping * (Math.abs(law.dmi) + Math.abs(law.shape)) + Math.abs(law.spinHall) + Math.abs(law.push);
  return (1 + law.damping ** 2) / Math.max(rate, Number.MIN_VALUE);
}

function integrate(
  law: QPhiLaw,
  state: Float64Array,
  end_s: number,
  until?: (state: Float64Array) => number,
): AdaptiveEnd {
  return dormandPrince(qPhiRate(law), state, {
    end_s,
    firstStep_s: 0.1 * relaxationScale_s(law),
    tolerance: Float64Array.of(stepTolerance * law.wallParameter_m, stepTolerance),
    ...(until === undefined ? {} : { until }),
  });
}

/** Where a wall is after a time under a constant drive. */
export function domainWallAfter(
  wall: DomainWall,
  track: DomainWallTrack,
  drive: QPhiDrive,
  duration_s: number,
  start: DomainWallState = restingWall,
): DomainWallState {
  const state = Float64Array.of(start.position_m, start.angle_rad);
  integrate(qPhiLaw(wall, track, drive), state, duration_s);
  return { position_m: state[0]!, angle_rad: state[1]! };
}

/** Whether the wall will stay where it is. */
function isAtRest(law: QPhiLaw, state: Float64Array): boolean {
  const rate = new Float64Array(2);
  qPhiRate(law)(0, state, rate);
  const scale_s = relaxationScale_s(law);
  return Math.abs(rate[0]!) * scale_s < restRate * law.wallParameter_m && Math.abs(rate[1]!) * scale_s < restRate;
}

/** Whether the angle has settled, so that a wall without pinning runs on at its speed; and this speed. */
function steadySpeedOf(law: QPhiLaw, state: Float64Array): number | undefined {
  const rate = new Float64Array(2);
  qPhiRate(law)(0, state, rate);
  return Math.abs(rate[1]!) * relaxationScale_s(law) < restRate ? rate[0]! : undefined;
}

/**
 * Time a wall needs from rest at the beginning of the track to its end, without noise; `Infinity` when it stops on the way,
 * runs back, or has not arrived after 1000 relaxation times (a wall without pinning that runs steadily always arrives).
 */
export function domainWallTransit_s(wall: DomainWall, track: DomainWallTrack, drive: QPhiDrive): number {
  const law = qPhiLaw(wall, track, drive);
  const state = new Float64Array(2);
  const passed = ([q]: Float64Array): number => q! - track.length_m;
  const part_s = settledTimes * relaxationScale_s(law);
  let time_s = 0;
  for (let parts = 0; parts * settledTimes < longestTimes; parts++) {
    const end = integrate(law, state, part_s, passed);
    time_s += end.time_s;
    if (end.reason === "until") return time_s;
    if (end.reason === "steps") return Infinity;
    if (law.pinning !== 0) {
      if (isAtRest(law, state)) return Infinity;
      continue;
    }
    const speed_m_s = steadySpeedOf(law, state);
    if (speed_m_s === undefined) continue;
    // Behind the beginning it leans on the end wall.
    return speed_m_s > 0 && state[0]! >= 0 ? time_s + (track.length_m - state[0]!) / speed_m_s : Infinity;
  }
  return Infinity;
}

/** Half turns, or periods of the pinning, over which the speed of a wall that does not run steadily is averaged. */
const averagedPassages = 8;

/**
 * Speed of a wall long after the start on a track without ends: steady, or the mean of a wall that precesses or jumps from
 * well to well; 0 for a wall that stops.
 *
 * @param pinning of the track; none by default
 */
export function domainWallSteadySpeed_m_s(wall: DomainWall, drive: QPhiDrive, pinning = endlessTrack.pinning): number {
  const law = qPhiLaw(wall, { ...endlessTrack, pinning }, drive);
  const state = new Float64Array(2);
  const settle_s = settledTimes * relaxationScale_s(law);
  integrate(law, state, settle_s);
  if (isAtRest(law, state)) return 0;
  if (law.pinning === 0) {
    const speed_m_s = steadySpeedOf(law, state);
    if (speed_m_s !== undefined) return speed_m_s;
  }
  // Position of a wall in a washboard, angle of a precessing one: how often it has passed its unit.
  const component = law.pinning === 0 ? 1 : 0;
  const unit = law.pinning === 0 ? Math.PI : pinning.period_m;
  const start = Float64Array.from(state);
  const rate = new Float64Array(2);
  qPhiRate(law)(0, state, rate);
  const sign = Math.sign(component === 1 ? rate[1]! : rate[0]! || 1);
  const target = start[component]! + sign * averagedPassages * unit;
  let time_s = 0;
  for (let parts = 0; parts * settledTimes < longestTimes; parts++) {
    const end = integrate(law, state, settle_s, (at) => sign * (at[component]! - target));
    time_s += end.time_s;
    if (end.reason === "until") return (state[0]! - start[0]!) / time_s;
    if (end.reason === "steps" || isAtRest(law, state)) return 0;
  }
  // Not even eight units in the longest time: the mean so far.
  return (state[0]! - start[0]!) / time_s;
}
