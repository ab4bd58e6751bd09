import { defaultsOf } from "@neurofront/core";
import type { SynapseCharacter, ViewData } from "@neurofront/core";
import { describe, expect, it } from "vitest";
import { statisticsViews } from "../src/synapse-views.ts";

const character: SynapseCharacter = {
  conductanceMin_S: 1e-6,
  conductanceMax_S: 4e-6,
  levels: 4,
  stuckAtMin: 0,
  stuckAtMax: 0,
  isSeparable: true,
  area_m2: 1e-14,
  pitch_m: 1e-7,
  capacitance_F: 0,
  violations: [],
  quantities: {},
};

/** Loses a tenth for each decade of seconds and spreads by as much. */
const model = {
  characterize: () => ({ status: "ok" as const, ...character }),
  programmingSpread_S: (_design: object, _operating: object, target_S: number) => 0.1 * target_S,
  aged: (_design: object, _operating: object, conductance_S: number, age_s: number) => ({
    mean_S: conductance_S * (1 - 0.1 * Math.log10(1 + age_s)),
    spread_S: 0.1 * conductance_S * Math.log10(1 + age_s),
  }),
};

function shown(id: string, changes: Record<string, number> = {}): ViewData {
  const view = statisticsViews(model).find((candidate) => candidate.id === id)!;
  const answer = view.compute(
    {},
    { inputVoltage_V: 0.1, temperature_K: 300 },
    { ...defaultsOf(view.settings), ...changes },
  );
  if (answer.status !== "ok") throw new Error("the model is always possible");
  return answer;
}

describe("drift", () => {
  it("shows evenly spaced conductances with their spread against the age", () => {
    const { axis, curves, axisScale } = shown("drift", { conductances: 2, youngest_s: 1, decades: 2 });
    expect([axis.values[0], axisScale]).toEqual([1, "log"]);
    expect(axis.values.at(-1)).toBeCloseTo(100, 9);
    expect(curves.map(({ name }) => name)).toEqual([
      "mean1_S",
      "lower1_S",
      "upper1_S",
      "mean2_S",
      "lower2_S",
      "upper2_S",
    ]);
    // log10(101) = 2.0043.
    const last = curves.map(({ values }) => values.at(-1)! * 1e6);
    for (const [k, expected] of [0.7996, 0.5991, 1, 3.1983, 2.3965, 4].entries())
      expect(last[k]).toBeCloseTo(expected, 3);
  });
});

describe("spread", () => {
  it("shows programming and what an age adds against the conductance", () => {
    const { axis, curves } = shown("spread", { age_s: 99 });
    expect([axis.values[0], axis.values.at(-1)]).toEqual([1e-6, 4e-6]);
    const last = Object.fromEntries(curves.map(({ name, values }) => [name, values.at(-1)! * 1e6]));
    expect(last["programmingSpread_S"]).toBeCloseTo(0.4, 12);
    expect(last["ageingSpread_S"]).toBeCloseTo(0.8, 12);
  });
});

it("a device without an answer has no view either", () => {
  const impossible = { status: "impossible" as const, violations: [] };
  for (const view of statisticsViews({ ...model, characterize: () => impossible }))
    expect(view.compute({}, { inputVoltage_V: 0.1, temperature_K: 300 }, defaultsOf(view.settings))).toBe(impossible);
});
