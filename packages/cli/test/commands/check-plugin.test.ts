import { API_VERSION } from "@neurofront/core";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { main } from "../../src/main.ts";
import { scratchFolder } from "../plugins/files.ts";

const folder = scratchFolder();
const repository = join(import.meta.dirname, "../../../..");

async function check(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  let out = "";
  let err = "";
  const code = await main(["check-plugin", ...args], {
    out: { write: (text: string) => (out += text) },
    err: { write: (text: string) => (err += text) },
    interactive: false,
    width: 120,
  });
  return { code, out, err };
}

/** Wrong in three ways: a default out of range, a negative energy, no reason for impossible designs. */
const BROKEN = `
const source = { kind: "assumed", note: "made for a test" };
export default {
  id: "broken", version: "0.1.0", apiVersion: ${API_VERSION}, title: "Broken", references: [],
  models: [{
    role: "neuron", id: "broken", title: "Broken neuron",
    parameters: { width_m: { kind: "quantity", unit: "m", meaning: "width", source, low: 1e-9, high: 1e-7, default: 1e-6, scale: "log" } },
    characterize({ width_m }) {
      if (width_m > 9e-8) return { status: "impossible", violations: [] };
      return {
        status: "ok", inputResistance_ohm: 0, thresholdCurrent_A: 0, offsetSpread_V: 0, offsetSpread_A: 0,
        phases: [{ phase: "evaluate", duration_s: 1e-9, formula: "1 ns" }], synapsesDriven_s: 1e-9, cycle_s: 1e-9,
        energy: [{ line: "sense", energy_J: -1e-15, formula: "-energy_J", inputs: { energy_J: 1e-15 } }],
        area: [], violations: [], quantities: {},
      };
    },
    errorProbability: (_design, _operating, { netCurrent_A }) => (netCurrent_A > 0 ? 0 : netCurrent_A < 0 ? 1 : 0.5),
  }],
};`;

describe("the verdict", () => {
  it("of a sound plugin counts the rules it keeps, by what they are about", async () => {
    const { code, out, err } = await check(join(repository, "plugins/ideal-neuron"));
    expect([code, err]).toEqual([0, ""]);
    for (const topic of [
      "units and names",
      "ranges, defaults and presets",
      "answers on the Latin hypercube and the corners",
      "declared trends",
      "deterministic",
      "inputs untouched",
      "ledger adds up",
      "reference points",
      "validity flags",
      "speed",
    ])
      expect(out).toMatch(new RegExp(`^  ok    ${topic} +\\d+ rules?$`, "mu"));
    expect(out).toMatch(/verdict: "ideal-neuron" 0\.1\.0 is sound: \d+ rules kept\n$/u);
  });

  it("of a broken one says for each rule what was found, what is expected and what to do, and ends with 1", async () => {
    const { code, out, err } = await check(folder.write("broken.mjs", BROKEN));
    expect(code).toBe(1);
    expect(out).toMatch(/^  FAIL  ranges, defaults and presets +1 of 4 rules broken$/mu);
    expect(out).toContain(
      [
        "        parameter-default",
        "          found     the default of width_m is 0.000001; legal is 1e-9 to 1e-7",
        "          expected  The default of a parameter is a legal value of it.",
        "          do        Move the default into the range, or widen the range.",
      ].join("\n"),
    );
    expect(out).toMatch(
      /found {5}the energy of sense in J is -1e-15; legal is >= 0, at the defaults.*\(and \d+ more like it\)/u,
    );
    expect(err).toMatch(
      /^verdict: "broken" 0\.1\.0 breaks 3 of \d+ rules: parameter-default, impossible-reason, non-negative-costs\n$/u,
    );
  });

  it("is one JSON object for programs", async () => {
    const { code, out } = await check(folder.write("broken.mjs", BROKEN), "--json");
    const { plugin, sound, examined } = JSON.parse(out) as {
      plugin: string;
      sound: boolean;
      examined: { role: string; rules: { code: string; findings: { remedy: string }[] }[] }[];
    };
    expect([code, plugin, sound]).toEqual([1, "broken", false]);
    const broken = examined.flatMap(({ rules }) => rules.filter(({ findings }) => findings.length > 0));
    expect(broken.map((rule) => rule.code)).toEqual(["parameter-default", "impossible-reason", "non-negative-costs"]);
  });

  it.each([
    [["./nowhere"], "there is no "],
    [["https://example.org/a.js"], "is no plugin; write a path"],
  ])("of %j is that there is none", async (args, message) => {
    const { code, err } = await check(...args);
    expect(code).toBe(2);
    expect(err).toContain(message);
  });
});
