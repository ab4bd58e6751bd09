import { defaultsOf } from "@neurofront/core";
import { expect, it } from "vitest";
import {
  featureSizeParameter,
  oxideThicknessParameter,
  programmingSpreadParameter,
  readingParameters,
  readNoiseParameter,
  relativePermittivityParameter,
  stuckAtParameters,
  writeVoltageParameters,
} from "../src/memristor-parameters.ts";

const source = { kind: "assumed", note: "an example" } as const;

it.each([
  { title: "stuck devices", declared: stuckAtParameters(source), defaults: { stuckAtMin: 0, stuckAtMax: 0 } },
  { title: "read noise", declared: readNoiseParameter(0.02, source), defaults: { readNoise: 0.02 } },
  { title: "spread", declared: programmingSpreadParameter(0.1, source), defaults: { programmingSpread: 0.1 } },
  { title: "wires", declared: featureSizeParameter("width"), defaults: { featureSize_m: 50e-9 } },
  { title: "insulator", declared: oxideThicknessParameter(4e-9, source), defaults: { oxideThickness_m: 4e-9 } },
  {
    title: "permittivity",
    declared: relativePermittivityParameter(80, source),
    defaults: { relativePermittivity: 80 },
  },
  { title: "reading", declared: readingParameters(), defaults: { readDuration_s: 1e-9, readsPerWrite: 1e6 } },
  {
    title: "writing",
    declared: writeVoltageParameters({ value: 2, source }, { value: 1, source }),
    defaults: { setVoltage_V: 2, resetVoltage_V: 1 },
  },
])("declares $title under the names that models use, with the given values", ({ declared, defaults }) => {
  expect(defaultsOf(declared)).toEqual(defaults);
  for (const { low, high, default: value } of Object.values(declared)) {
    expect(value).toBeGreaterThanOrEqual(low);
    expect(value).toBeLessThanOrEqual(high);
  }
});
