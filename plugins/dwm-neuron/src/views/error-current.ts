import { defineView, integer, quantity } from "@neurofront/plugin-kit";
import { countNear, langevinStep_s, simulatedWalls } from "../langevin-error.ts";
import { crossingErrorProbability } from "../write-error.ts";
import { evenly, viewOf } from "./device-under-view.ts";
import { leastTemperature_K, mostSteps, simulatedCurves, tooLong } from "./simulated-errors.ts";

const source = { kind: "assumed", note: "a setting of the view" } as const;

/** Write error against the net current, closed form beside simulation. */
export const errorCurrentView = defineView({
  id: "error-current",
  title: "Write error against current",
  meaning:
    "chance that a wall that must cross is on the wrong side after the write, closed form beside a simulation with its 95 % interval",
  settings: {
    overdrive: quantity({
      unit: "1",
      meaning: "largest net current over the switching current",
      source,
      low: 0.1,
      high: 20,
      default: 2.5,
    }),
    points: integer({ meaning: "currents simulated", source, low: 2, high: 200, default: 8 }),
    runs: integer({ meaning: "walls simulated at each current", source, low: 10, high: 100_000, default: 300 }),
    seed: integer({ meaning: "seed of the thermal fields", source, low: 0, high: 999_999, default: 2013 }),
  },
  compute: viewOf(
    (design, operation, operating, settings: { overdrive: number; points: number; runs: number; seed: number }) => {
      const temperature_K = Math.max(operating.temperature_K, leastTemperature_K);
      const largest_A = settings.overdrive * design.switchingCurrent_A;
      const current_A = evenly(0, largest_A, settings.points);
      const count = Math.ceil(operation.write_s / langevinStep_s(operation, temperature_K, largest_A));
      if (count > mostSteps) return tooLong(count);
      const step_s = operation.write_s / count;
      const { runs, seed } = settings;
      const failures = Array.from(current_A, (current) =>
        countNear(
          simulatedWalls(operation, { runs, seed, temperature_K, current_A: current, step_s, count }),
          design.length_m,
        ),
      );
      return {
        status: "ok",
        axis: { name: "netCurrent_A", title: "net current", unit: "A", values: current_A },
        curves: [
          {
            name: "closedFormError",
            title: "closed form",
            unit: "1",
            // Drawn down to what no simulation shows.
            values: current_A.map((current) =>
              Math.max(1e-12, crossingErrorProbability(operation, temperature_K, current)),
            ),
          },
          ...simulatedCurves(failures, runs),
        ],
        axisScale: "linear",
        curveScale: "log",
        quantities: { write_s: operation.write_s, step_s, temperature_K },
      };
    },
  ),
});
