import { defineView, integer, quantity } from "@neurofront/plugin-kit";
import { domainWallAfter, restingWall } from "@neurofront/physics";
import type { DomainWallState } from "@neurofront/physics";
import { driveAt } from "../wall-drive.ts";
import { evenly, viewOf } from "./device-under-view.ts";

const source = { kind: "assumed", note: "a setting of the view" } as const;

/** q(t) and phi(t) without noise: the write, and what follows when the current is off. */
export const trajectoryView = defineView({
  id: "trajectory",
  title: "Wall in time",
  meaning:
    "position and angle of the wall by the integrated equations of motion, without noise, during the write and after it",
  settings: {
    overdrive: quantity({
      unit: "1",
      meaning: "write current over the switching current; negative pushes back",
      source,
      low: -20,
      high: 20,
      default: 1,
    }),
    afterglow: quantity({
      unit: "1",
      meaning: "time shown after the write, over the write time",
      source,
      low: 0,
      high: 20,
      default: 1,
    }),
    points: integer({ meaning: "points of the curves", source, low: 2, high: 5000, default: 201 }),
  },
  compute: viewOf(
    (design, operation, _operating, settings: { overdrive: number; afterglow: number; points: number }) => {
      const { wall, path, track, write_s } = operation;
      const time_s = evenly(0, write_s * (1 + settings.afterglow), settings.points);
      const drive = driveAt(wall, path, settings.overdrive * design.switchingCurrent_A);
      const still = driveAt(wall, path, 0);
      const states: DomainWallState[] = [restingWall];
      for (let k = 1; k < time_s.length; k++) {
        const from_s = time_s[k - 1]!;
        const written_s = Math.min(time_s[k]!, write_s) - Math.min(from_s, write_s);
        const pushed = domainWallAfter(wall, track, drive, written_s, states[k - 1]);
        states.push(domainWallAfter(wall, track, still, time_s[k]! - from_s - written_s, pushed));
      }
      const written = domainWallAfter(wall, track, drive, write_s);
      return {
        status: "ok",
        axis: { name: "time_s", title: "time", unit: "s", values: time_s },
        curves: [
          {
            name: "position_m",
            title: "position",
            unit: "m",
            values: Float64Array.from(states, ({ position_m }) => position_m),
          },
          {
            name: "angle_rad",
            title: "angle",
            unit: "rad",
            values: Float64Array.from(states, ({ angle_rad }) => angle_rad),
          },
        ],
        axisScale: "linear",
        curveScale: "linear",
        quantities: {
          write_s,
          writtenPosition_m: written.position_m,
          writtenAngle_rad: written.angle_rad,
          finalPosition_m: states.at(-1)!.position_m,
        },
      };
    },
  ),
});
