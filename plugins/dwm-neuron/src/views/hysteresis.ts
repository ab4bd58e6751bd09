import { defineView, integer, quantity } from "@neurofront/plugin-kit";
import { domainWallAfter, restingWall } from "@neurofront/physics";
import type { DomainWallState } from "@neurofront/physics";
import { readDuration_s } from "../read-path.ts";
import { driveAt } from "../wall-drive.ts";
import type { Operation } from "../operation.ts";
import type { DwmDesign } from "../parameters.ts";
import { evenly, viewOf } from "./device-under-view.ts";

const source = { kind: "assumed", note: "a setting of the view" } as const;

/**
 * Where the wall is after each of a sequence of decisions, without noise: a write at the decision's net current, the read
 * without it, and with memory `reset` the reset current before. Position and angle carry over from one to the next.
 */
export function positionsAfterDecisions(
  design: DwmDesign,
  { wall, path, track, write_s, reset_s }: Operation,
  netCurrents_A: readonly number[],
  start: DomainWallState = restingWall,
): number[] {
  const still = driveAt(wall, path, 0);
  let state = start;
  return netCurrents_A.map((netCurrent_A) => {
    if (design.memory === "reset") {
      state = domainWallAfter(wall, track, driveAt(wall, path, -design.resetCurrent_A), reset_s, state);
    }
    state = domainWallAfter(wall, track, driveAt(wall, path, netCurrent_A), write_s, state);
    state = domainWallAfter(wall, track, still, readDuration_s(design), state);
    return state.position_m;
  });
}

/** Current at which the wall passes the middle, linear between decisions; NaN when it does not. */
function passage_A(current_A: Float64Array, position_m: readonly number[], middle_m: number): number {
  for (let k = 1; k < position_m.length; k++) {
    const before_m = position_m[k - 1]! - middle_m;
    const after_m = position_m[k]! - middle_m;
    if (before_m < 0 && after_m >= 0)
      return current_A[k - 1]! + ((current_A[k]! - current_A[k - 1]!) * before_m) / (before_m - after_m);
  }
  return Number.NaN;
}

/** The loop of position against net current over a sweep up and down. */
export const hysteresisView = defineView({
  id: "hysteresis",
  title: "Hysteresis",
  meaning:
    "position of the wall after each of a sequence of decisions whose net current rises to a largest value and falls again; the wall starts each where the one before left it",
  settings: {
    overdrive: quantity({
      unit: "1",
      meaning: "largest net current over the switching current",
      source,
      low: 0.1,
      high: 10,
      default: 1.5,
    }),
    decisions: integer({
      meaning: "decisions on the way up, and again on the way down",
      source,
      low: 5,
      high: 501,
      default: 31,
    }),
  },
  compute: viewOf((design, operation, _operating, settings: { overdrive: number; decisions: number }) => {
    const largest_A = settings.overdrive * design.switchingCurrent_A;
    const current_A = evenly(-largest_A, largest_A, settings.decisions);
    const upwards = [...current_A];
    const positions = positionsAfterDecisions(design, operation, [...upwards, ...upwards.toReversed()]);
    const up = positions.slice(0, settings.decisions);
    const down = positions.slice(settings.decisions).toReversed();
    const middle_m = design.length_m / 2;
    const upwards_A = passage_A(current_A, up, middle_m);
    const downwards_A = passage_A(current_A, down, middle_m);
    return {
      status: "ok",
      axis: { name: "netCurrent_A", title: "net current", unit: "A", values: current_A },
      curves: [
        { name: "upwards_m", title: "position, rising current", unit: "m", values: Float64Array.from(up) },
        { name: "downwards_m", title: "position, falling current", unit: "m", values: Float64Array.from(down) },
      ],
      axisScale: "linear",
      curveScale: "linear",
      quantities: {
        middle_m,
        ...(Number.isFinite(upwards_A - downwards_A)
          ? { upwards_A, downwards_A, loopWidth_A: upwards_A - downwards_A }
          : {}),
      },
    };
  }),
});
