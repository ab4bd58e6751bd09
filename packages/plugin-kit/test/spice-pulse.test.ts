import { expect, it } from "vitest";
import { spicePulse } from "../src/spice-pulse.ts";

it.each([
  ["later", spicePulse(0.8, 1e-9, 2e-9), [0, 0, 0.8, 0.8, 0]],
  ["at once", spicePulse(0.8, 0, 2e-9), [0.8, 0.8, 0]],
  ["for a second", spicePulse(1, 0.5, 1), [0, 0, 1, 1, 0]],
])("a pulse that begins %s has increasing times and its levels", (_when, waveform, levels) => {
  expect(waveform.map(([, level_V]) => level_V)).toEqual(levels);
  const steps_s = waveform.slice(1).map(([time_s], k) => time_s - waveform[k]![0]);
  expect(Math.min(...steps_s)).toBeGreaterThan(0);
});
