import { randomAt } from "@neurofront/core";
import { expect, it } from "vitest";
import { driveAt } from "../src/wall-drive.ts";
import { crossingErrorProbability } from "../src/write-error.ts";
import { deviceOf, workingOperation } from "./device.ts";
import { advanceLangevin, restingEnsemble } from "@neurofront/physics";

const device = deviceOf("A");
const operation = { ...workingOperation(device), write_s: 1e-9 };
const runs = 20_000;

/** Langevin simulation of the full q-phi equations against an independent one (Python, also 20 000 runs) and the closed form. */
it.each([
  [1, 0.355, 0.07],
  [2, 0.177, 0.07],
  [3, 0.0758, 0.07],
  [4, 0.0309, 0.07],
  [5, 0.0123, 0.07],
  [6, 0.0047, 0.07],
  [7, 0.0019, 0.15],
])("at %s uA a wall is in the near half after 1 ns with probability %s", (current_uA, expected, closed) => {
  const current_A = current_uA * 1e-6;
  const drive = driveAt(operation.wall, operation.path, current_A);
  const ensemble = restingEnsemble(runs);
  const track = { length_m: device.length_m, endStiffness_N_m: 2e-3, pinning: { barrier_J: 0, period_m: 1 } };
  advanceLangevin(operation.wall, track, drive, ensemble, {
    temperature_K: 300,
    step_s: 2e-13,
    count: 5000,
    random: randomAt(2013, "q-phi-langevin", current_uA),
  });
  const found = ensemble.position_m.filter((position_m) => position_m < device.length_m / 2).length / runs;
  const sigma = Math.sqrt((expected * (1 - expected)) / runs);
  expect(Math.abs(found - expected)).toBeLessThan(3 * sigma);
  const formula = crossingErrorProbability(operation, 300, current_A);
  expect(Math.abs(found - formula)).toBeLessThan(3 * sigma + closed * formula);
});
