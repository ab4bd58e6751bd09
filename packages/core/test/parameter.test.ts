import { expect, it } from "vitest";
import { defaultsOf, studyKey } from "../src/parameter.ts";
import type { Parameter } from "../src/parameter.ts";
import type { Provenance } from "../src/provenance.ts";

const source: Provenance = { kind: "assumed", note: "for this test" };

function quantity(unit: string): Parameter {
  return { kind: "quantity", unit, meaning: "test", source, low: 0, high: 10, default: 2, scale: "linear" };
}
const integer: Parameter = { kind: "integer", meaning: "test", source, low: 1, high: 64, default: 16 };
const choice: Parameter = { kind: "choice", options: ["up", "down"], meaning: "test", source, default: "down" };

it("defaults come from the declarations, by name", () => {
  expect(defaultsOf({ width_m: quantity("m"), levels: integer, side: choice })).toStrictEqual({
    width_m: 2,
    levels: 16,
    side: "down",
  });
  expect(defaultsOf({})).toStrictEqual({});
});

it.each([
  ["width_m", quantity("m"), "width"],
  ["currentDensity_A_m2", quantity("A/m^2"), "currentDensity"],
  ["resistivity_ohm_m", quantity("ohm m"), "resistivity"],
  ["polarisation", quantity("1"), "polarisation"],
  // The unit stands at the end only once, and not at all where the name forgot it.
  ["m_m_m", quantity("m"), "m_m"],
  ["width", quantity("m"), "width"],
  ["levels_m", integer, "levels_m"],
  ["side_m", choice, "side_m"],
])("a study writes %j as %j", (name, parameter, key) => {
  expect(studyKey(name, parameter)).toBe(key);
});
