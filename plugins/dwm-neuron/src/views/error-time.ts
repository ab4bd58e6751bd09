import { randomAt } from "@neurofront/core";
import { defineView, integer, quantity } from "@neurofront/plugin-kit";
import { advanceLangevin, restingEnsemble, threePointNoise } from "@neurofront/physics";
import { countNear, langevinStep_s } from "../langevin-error.ts";
import { driveAt } from "../wall-drive.ts";
import { crossingErrorProbability } from "../write-error.ts";
import { evenly, viewOf } from "./device-under-view.ts";
import { leastTemperature_K, mostSteps, simulatedCurves, tooLong } from "./simulated-errors.ts";

const source = { kind: "assumed", note: "a setting of the view" } as const;

/** Write error against the length of the write, closed form beside simulation. */
export const errorTimeView = defineView({
  id: "error-time",
  title: "Write error against time",
  meaning:
    "chance that a wall that must cross is still on the wrong side, against the time the current has flown, closed form beside a simulation with its 95 % interval",
  settings: {
    overdrive: quantity({
      unit: "1",
      meaning: "net current over the switching current",
      source,
      low: 0,
      high: 20,
      default: 1,
    }),
    duration: quantity({
      unit: "1",
      meaning: "longest time over the write time",
      source,
      low: 0.1,
      high: 20,
      default: 2,
    }),
    points: integer({ meaning: "times looked at", source, low: 2, high: 1000, default: 24 }),
    runs: integer({ meaning: "walls simulated", source, low: 10, high: 100_000, default: 600 }),
    seed: integer({ meaning: "seed of the thermal fields", source, low: 0, high: 999_999, default: 2013 }),
  },
  compute: viewOf(
    (
      design,
      operation,
      operating,
      settings: { overdrive: number; duration: number; points: number; runs: number; seed: number },
    ) => {
      const { wall, path, track, write_s } = operation;
      const temperature_K = Math.max(operating.temperature_K, leastTemperature_K);
      const current_A = settings.overdrive * design.switchingCurrent_A;
      const time_s = evenly(0, settings.duration * write_s, settings.points + 1).subarray(1);
      const part_s = time_s[0]!;
      const count = Math.ceil(part_s / langevinStep_s(operation, temperature_K, current_A));
      if (count * settings.points > mostSteps) return tooLong(count * settings.points);
      const random = threePointNoise(randomAt(settings.seed, "domain-wall-langevin"));
      const ensemble = restingEnsemble(settings.runs);
      const failures = Array.from(time_s, () => {
        advanceLangevin(wall, track, driveAt(wall, path, current_A), ensemble, {
          temperature_K,
          step_s: part_s / count,
          count,
          random,
        });
        return countNear(ensemble, design.length_m);
      });
      return {
        status: "ok",
        axis: { name: "time_s", title: "time", unit: "s", values: time_s },
        curves: [
          {
            name: "closedFormError",
            title: "closed form",
            unit: "1",
            values: time_s.map((time) =>
              Math.max(1e-12, crossingErrorProbability({ ...operation, write_s: time }, temperature_K, current_A)),
            ),
          },
          ...simulatedCurves(failures, settings.runs),
        ],
        axisScale: "linear",
        curveScale: "log",
        quantities: { write_s, step_s: part_s / count, temperature_K, netCurrent_A: current_A },
      };
    },
  ),
});
