import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildCatalog } from "../src/catalog.ts";
import { parseStudy } from "../src/parse.ts";
import { resolveStudy } from "../src/resolve.ts";
import { searchSpace } from "../src/space.ts";
import type { Space } from "../src/space.ts";
import { smallHashes, smallPlugin, smallStudy } from "./small-plugins.ts";

async function spaceOf(neuron: string): Promise<Space> {
  const catalog = buildCatalog([smallPlugin], smallHashes);
  const text = smallStudy.replace(`"length": { "range": ["10 nm", "200 nm"] }, "switchingCurrent": "2 uA"`, neuron);
  return searchSpace((await resolveStudy(parseStudy(text, "small.json", catalog), catalog)).resolved.technologies[0]!);
}

const everyKind = `"length": { "range": ["10 nm", "1000 nm"] }, "tolerance": { "range": [0.1, 0.3], "scale": "linear" }, "mode": { "choice": ["paper", "physical"] }, "layers": { "range": [2, 4] }, "switchingCurrent": { "choice": ["1 uA", "2 uA", "5 uA"] }`;

describe("a search space", () => {
  it("names its dimensions in the order of the declarations, the input voltage last", async () => {
    const { names, dimensions } = await spaceOf(everyKind);
    expect(names).toEqual([
      "neuron.length_m",
      "neuron.switchingCurrent_A",
      "neuron.tolerance",
      "neuron.mode",
      "neuron.layers",
      "inputVoltage_V",
    ]);
    expect(dimensions).toEqual([
      { kind: "real" },
      { kind: "category", count: 3 },
      { kind: "real" },
      { kind: "category", count: 2 },
      { kind: "integer", count: 3 },
      { kind: "real" },
    ]);
  });

  // Decoding is exact arithmetic; 1e-12 relative allows for the rounding of a power.
  it.each([
    [0, [1e-8, 1e-6, 0.1, "paper", 2, 0.01]],
    [0.5, [1e-7, 2e-6, 0.2, "physical", 3, Math.sqrt(0.01 * 0.2)]],
    [1 - 1e-15, [1e-6, 5e-6, 0.3, "physical", 4, 0.2]],
  ])("decodes %d in every dimension", async (coordinate, [length, current, tolerance, mode, layers, voltage]) => {
    const space = await spaceOf(everyKind);
    const { neuron, inputVoltage_V } = space.decode(space.names.map(() => coordinate));
    expect(neuron["length_m"]).toBeCloseTo(length as number, 18);
    expect(neuron["switchingCurrent_A"]).toBeCloseTo(current as number, 16);
    expect(neuron["tolerance"]).toBeCloseTo(tolerance as number, 12);
    expect([neuron["mode"], neuron["layers"]]).toEqual([mode, layers]);
    expect(inputVoltage_V).toBeCloseTo(voltage as number, 12);
  });

  it("never leaves what the study allows", async () => {
    const space = await spaceOf(everyKind);
    const unit = fc.double({ min: 0, max: 1 - Number.EPSILON, noNaN: true });
    fc.assert(
      fc.property(fc.array(unit, { minLength: 6, maxLength: 6 }), (coordinates) => {
        const { neuron, inputVoltage_V } = space.decode(coordinates);
        expect(neuron["length_m"]).toBeGreaterThanOrEqual(1e-8 * (1 - 1e-12));
        expect(neuron["length_m"]).toBeLessThanOrEqual(1e-6 * (1 + 1e-12));
        expect([2, 3, 4]).toContain(neuron["layers"]);
        expect(["paper", "physical"]).toContain(neuron["mode"]);
        expect(inputVoltage_V).toBeLessThanOrEqual(0.2 * (1 + 1e-12));
      }),
    );
  });

  it.each([
    ["linear", [0, 0.25, 0.5, 0.75, 1 - 1e-15], [0.1, 0.1, 0.2, 0.3, 0.3]],
    ["log", [0, 0.5, 0.9], [0.1, Math.sqrt(0.03), 0.3]],
  ])("takes a %s range with steps as that many values, the ends among them", async (scale, coordinates, values) => {
    const space = await spaceOf(`"tolerance": { "range": [0.1, 0.3], "scale": "${scale}", "steps": 3 }`);
    expect(space.dimensions[0]).toEqual({ kind: "integer", count: 3 });
    const found = coordinates.map((coordinate) => space.decode([coordinate, 0]).neuron["tolerance"] as number);
    for (const [at, value] of values.entries()) expect(found[at]).toBeCloseTo(value, 12);
  });
});
