import type { Impossible, ViewColumn } from "@neurofront/core";
import { wilsonInterval } from "@neurofront/physics";

/** Share of failures with its 95 % interval; where no wall failed there is only an upper bound. */
export function simulatedCurves(failures: readonly number[], runs: number): ViewColumn[] {
  const column = (name: string, title: string, of: (failed: number) => number): ViewColumn => ({
    name,
    title,
    unit: "1",
    values: Float64Array.from(failures, of),
  });
  // A logarithmic scale has no zero.
  const positive = (value: number): number => (value > 0 ? value : Number.NaN);
  return [
    column("simulatedError", "simulated", (failed) => positive(failed / runs)),
    column("simulatedErrorLow", "95 % interval, low", (failed) =>
      failed === 0 ? Number.NaN : positive(wilsonInterval(failed, runs).low),
    ),
    column("simulatedErrorHigh", "95 % interval, high", (failed) => wilsonInterval(failed, runs).high),
  ];
}

/** Simulated walls have a temperature; at 0 K the views show them just above. */
export const leastTemperature_K = 1;

/** Steps of the longest write that a view simulates. */
export const mostSteps = 200_000;

/** Why a view simulates nothing. */
export function tooLong(steps: number): Impossible {
  return {
    status: "impossible",
    violations: [
      {
        kind: "impossible",
        code: "too-long-to-simulate",
        message: `the time shown takes ${steps} steps of the simulation; at most ${mostSteps} are done`,
        amount: steps / mostSteps - 1,
      },
    ],
  };
}
