import { defineView, integer, quantity } from "@neurofront/plugin-kit";
import { domainWallSteadySpeed_m_s } from "@neurofront/physics";
import { driveAt, motionAt } from "../wall-drive.ts";
import { geometrically, viewOf } from "./device-under-view.ts";

const source = { kind: "assumed", note: "a setting of the view" } as const;

/** v(J) with and without spin Hall effect, in closed form and by integration. */
export const speedView = defineView({
  id: "speed",
  title: "Wall speed",
  meaning:
    "steady wall speed, or its mean over a washboard or a precession, against the current density in the magnet, with and without spin Hall effect",
  settings: {
    lowDensity_A_m2: quantity({
      unit: "A/m^2",
      meaning: "least density",
      source,
      low: 1e7,
      high: 1e11,
      default: 1e10,
      scale: "log",
    }),
    highDensity_A_m2: quantity({
      unit: "A/m^2",
      meaning: "largest density",
      source,
      low: 2e11,
      high: 1e14,
      default: 1e12,
      scale: "log",
    }),
    points: integer({ meaning: "points of the curves", source, low: 2, high: 1000, default: 25 }),
  },
  compute: viewOf(
    (
      _design,
      { wall, path, track },
      _operating,
      settings: { lowDensity_A_m2: number; highDensity_A_m2: number; points: number },
    ) => {
      const density_A_m2 = geometrically(settings.lowDensity_A_m2, settings.highDensity_A_m2, settings.points);
      const current_A = density_A_m2.map((density) => density / path.magnetDensity_A_m2_A);
      const without = { ...path, spinHallAngle: 0 };
      const closed = (of: typeof path): Float64Array =>
        current_A.map((current) => motionAt(wall, of, track, current).speed_m_s);
      const integrated = (of: typeof path): Float64Array =>
        current_A.map((current) => domainWallSteadySpeed_m_s(wall, driveAt(wall, of, current), track.pinning));
      const curve = (name: string, title: string, values: Float64Array) => ({ name, title, unit: "m/s", values });
      return {
        status: "ok",
        axis: { name: "density_A_m2", title: "current density in the magnet", unit: "A/m^2", values: density_A_m2 },
        curves: [
          curve("integrated_m_s", "with spin Hall effect, integrated", integrated(path)),
          curve("closedForm_m_s", "with spin Hall effect, closed form", closed(path)),
          curve("integratedWithout_m_s", "without spin Hall effect, integrated", integrated(without)),
          curve("closedFormWithout_m_s", "without spin Hall effect, closed form", closed(without)),
        ],
        axisScale: "log",
        curveScale: "linear",
        quantities: { heavyMetalDensityPerMagnetDensity: path.heavyMetalDensity_A_m2_A / path.magnetDensity_A_m2_A },
      };
    },
  ),
});
