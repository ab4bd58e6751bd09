import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { API_VERSION, denseLayer, idealAccuracy } from "@neurofront/core";
import type { Plugin } from "@neurofront/core";
import { buildCatalog } from "@neurofront/study";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { explainCommand } from "../src/commands/explain.ts";
import { exportSpiceCommand } from "../src/commands/export-spice.ts";
import { runCommand } from "../src/commands/run.ts";
import { composeCatalog } from "../src/composition.ts";

/** Exclusive or: hidden neurons OR and NAND, outputs "different" and "alike". */
const data = { patterns: Float64Array.of(-1, -1, -1, 1, 1, -1, 1, 1), labels: Int32Array.of(1, 0, 0, 1), count: 4 };
const exclusiveOr: Plugin = {
  id: "exclusive-or",
  version: "0.1.0",
  apiVersion: API_VERSION,
  title: "Exclusive or",
  references: [],
  models: [
    {
      role: "workload",
      id: "exclusive-or",
      title: "Exclusive or by two layers",
      parameters: {},
      prepare: () => {
        const layers = [
          denseLayer(Float64Array.of(1, -1, 1, -1, 1, 1), 2, 2),
          denseLayer(Float64Array.of(1, -1, 1, -1, -1, 1), 2, 2),
        ];
        return Promise.resolve({
          layers,
          clean: data,
          test: data,
          quantities: { idealAccuracy: idealAccuracy(layers, data) },
        });
      },
    },
  ],
};

const study = `{
  "title": "Two layers",
  "held": { "temperature": "300 K", "workload": { "use": "exclusive-or" }, "accounting": "full", "positions": "parallel" },
  "variation": { "chips": 20, "supplyNoise": "5 %", "driverSpread": "10 %" },
  "technologies": {
    "latch": {
      "neuron": { "use": "cmos-latch-neuron" },
      "synapse": { "use": "paper-generic-memristor" },
      "interconnect": { "use": "crossbar" },
      "inputVoltage": { "range": ["50 mV", "300 mV"] }
    }
  },
  "objectives": [{ "minimize": "energyPerInference" }, { "minimize": "inferenceDelay" }],
  "constraints": [{ "metric": "accuracy", "atLeast": "90 %" }],
  "budget": { "evaluations": 10 },
  "seed": 1
}`;

let folder = "";
let out = "";
const terminal = {
  out: { write: (text: string) => (out += text) },
  err: { write: () => "" },
  interactive: false,
  width: 200,
};
const shipped = composeCatalog();
const catalog = buildCatalog([...shipped.plugins, exclusiveOr], { ...shipped.sourceHashes, "exclusive-or": "0" });

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "neurofront-layers-"));
  writeFileSync(join(folder, "study.json"), study);
  const options = { out: join(folder, "out"), progress: "json", threads: 0 } as const;
  await runCommand(join(folder, "study.json"), options, { catalog, extra: [] }, terminal);
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("a study of a network of two layers", () => {
  it("is explained layer by layer", () => {
    out = "";
    explainCommand(join(folder, "out", "archive.sqlite"), "latch/full", terminal);
    for (const part of [
      "layer 1: 3 inputs x 2 neurons at 1 position",
      "layer 2: 3 inputs x 2 neurons at 1 position",
      "layer 2: energy ledger, per neuron and decision",
      "layer 2: interconnect",
      "share1 * layer1_J + share2 * layer2_J",
      "decisionsPerInference",
    ])
      expect(out).toContain(part);
    expect(out).toMatch(/energyPerInference +[\d.]+ [fp]J/u);
  });

  it("has both layers in its report, and what was held", () => {
    const report = readFileSync(join(folder, "out", "report.html"), "utf8").replaceAll(/\s+/gu, " ");
    expect(report).toContain("layer 2: 3 inputs, 2 neurons, 1 position");
    expect(report).toContain("a copy of the array for each");
    expect(report).toContain("input voltage 5 % from chip to chip, row drivers 10 % from each other");
  });

  it("writes a netlist of either layer, each with what it is shown", async () => {
    const archive = join(folder, "out", "archive.sqlite");
    for (const layer of [1, 2])
      await exportSpiceCommand(
        archive,
        "latch/full/0",
        { layer, pattern: 0, out: join(folder, `${layer}.cir`) },
        catalog,
        terminal,
      );
    const [first, second] = [1, 2].map((layer) => readFileSync(join(folder, `${layer}.cir`), "utf8"));
    expect(first).toContain("layer 1 of 2");
    expect(second).toContain("layer 2 of 2");
    // Both pixels -1: OR is silent and NAND fires, so that row pairs of the second layer are at -, + and the bias at +.
    const signs = (netlist: string): string =>
      [...netlist.matchAll(/^Vr(?<row>\d+) .*$/gmu)].map(([line]) => (line.includes(" -") ? "-" : "+")).join("");
    expect([signs(first!), signs(second!)]).toStrictEqual(["-+-++-", "-++-+-"]);
  });
});
