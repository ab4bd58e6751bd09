import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Archive } from "@neurofront/archive";
import { Ajv2020 } from "ajv/dist/2020.js";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { buildCatalog } from "../src/catalog.ts";
import { checkStudyValue, parseStudy } from "../src/parse.ts";
import { StudyError } from "../src/problem.ts";
import { resolveStudy } from "../src/resolve.ts";
import type { RunnableStudy } from "../src/resolve.ts";
import { runStudy } from "../src/run.ts";
import { studySchema } from "../src/schema.ts";
import { searchSpace } from "../src/space.ts";
import { driftingPlugin, smallHashes, smallPlugin, smallStudy } from "./small-plugins.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "neurofront-effects-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const catalog = buildCatalog([smallPlugin, driftingPlugin], smallHashes);
const SYNAPSE = `{ "use": "small-synapse" }`;
const drifting = `{ "use": "drifting-synapse", "preset": "strong", "fullScaleCurrent": { "range": ["1 uA", "2 uA"] } }`;

const withEffects = (effects: string, age = "0 s"): string =>
  smallStudy
    .replace(SYNAPSE, () => `{ "use": "small-synapse", "effects": ${effects} }`)
    .replace(`"chips": 20`, `"chips": 20, "age": "${age}"`);
const resolve = (text: string): Promise<RunnableStudy> =>
  resolveStudy(parseStudy(text, "mixed.json", catalog), catalog);
const mixed = withEffects(`{ "drift": ${drifting} }`, "3 s");

describe("a synapse with effects of others is resolved", () => {
  it("with the models that lend them, their parameters and who chose", async () => {
    const { resolved } = await resolve(mixed);
    const { synapse } = resolved.technologies[0]!;
    expect(synapse.model).toBe("small-synapse");
    expect(Object.keys(synapse.effects!)).toEqual(["drift"]);
    expect(synapse.effects!.drift).toMatchObject({
      plugin: "drifting",
      version: "0.3.0",
      model: "drifting-synapse",
      preset: "strong",
      parameters: {
        fullScaleCurrent_A: { chosenBy: "study", range: { low: 1e-6, high: 2e-6, scale: "log" } },
        exponent: { chosenBy: "preset", value: 0.2 },
      },
    });
    expect(resolved.variation.age_s).toBe(3);
  });

  it("with the references and the source hash of their plugins", async () => {
    const { references, sourceHashes } = (await resolve(mixed)).resolved;
    expect(references.map(({ key }) => key)).toEqual(["drift2026", "test2026"]);
    expect(sourceHashes).toMatchObject({ small: "5a5a", drifting: "d1d1" });
    const without = (await resolve(smallStudy)).resolved;
    expect(without.references.map(({ key }) => key)).toEqual(["test2026"]);
    expect(without.technologies[0]!.synapse).not.toHaveProperty("effects");
  });

  it("again to the same hash from its own source", async () => {
    const { resolved } = await resolve(mixed);
    const again = await resolveStudy(
      checkStudyValue(structuredClone(resolved.source), "resolved.json", catalog),
      catalog,
    );
    expect(again.resolved).toEqual(resolved);
  });

  it("to another hash when an effect or the age differs", async () => {
    const hashes = await Promise.all(
      [
        mixed,
        mixed.replace(`"strong"`, `"strong", "exponent": 0.1`),
        mixed.replace("3 s", "4 s"),
        withEffects(`{ "drift": ${drifting} }`),
      ].map(async (text) => (await resolve(text)).resolved.hash),
    );
    expect(new Set(hashes).size).toBe(4);
  });

  it("into a space in which their free parameters are dimensions", async () => {
    const { resolved, models } = await resolve(mixed);
    const space = searchSpace(resolved.technologies[0]!);
    expect(space.names).toEqual(["neuron.length_m", "synapse.drift.fullScaleCurrent_A", "inputVoltage_V"]);
    const { synapse } = space.decode([0.5, 0.5, 0.5]);
    expect(synapse).toEqual({
      fullScaleCurrent_A: 3e-6,
      "drift.fullScaleCurrent_A": expect.closeTo(Math.SQRT2 * 1e-6, 15) as number,
      "drift.exponent": 0.2,
    });
    const { mean_S } = models
      .get("small")!
      .synapse.aged(synapse, { inputVoltage_V: 0.1, temperature_K: 300 }, 20e-6, 3);
    expect(mean_S / 20e-6).toBeCloseTo(4 ** -0.2, 12);
  });
});

describe("a run of a synapse that drifts by the law of another", () => {
  /** Accuracy of the one design at an age. */
  async function accuracyAt(age: string): Promise<{ analytic: number; chips: number; low: number; high: number }> {
    const text = withEffects(`{ "drift": { "use": "drifting-synapse", "preset": "strong" } }`, age)
      .replace(`{ "range": ["10 nm", "200 nm"] }`, `"60 nm"`)
      .replace(`{ "range": ["10 mV", "200 mV"], "scale": "log" }`, `"10 mV"`)
      .replace(`"chips": 20`, `"chips": 400`)
      .replace(`["paper", "full"]`, `"full"`)
      .replace(`"80 %"`, `"0 %"`);
    const runnable = await resolve(text);
    const path = join(folder, `${age.replaceAll(" ", "")}.sqlite`);
    const archive = Archive.create(path, runnable.resolved);
    await runStudy(runnable, archive, () => undefined);
    archive.close();
    const stored = Archive.open(path);
    const [candidate] = stored.candidates("small/full");
    const [verified] = stored.verifications();
    stored.close();
    expect(candidate!.design.synapse).toEqual({
      fullScaleCurrent_A: 3e-6,
      "drift.fullScaleCurrent_A": 3e-6,
      "drift.exponent": 0.2,
    });
    const { mean, low, high } = verified!.assessment.monteCarlo!.clean;
    return { analytic: candidate!.assessment.metrics.accuracy!, chips: mean, low, high };
  }

  it("loses accuracy with age, by the formula and over chips alike", async () => {
    const fresh = await accuracyAt("0 s");
    const old = await accuracyAt("1000000 s");
    expect(old.analytic).toBeLessThan(fresh.analytic - 0.05);
    for (const { analytic, low, high } of [fresh, old]) {
      // The 95 % interval of the chips, widened by a third to three standard errors, and 1e-3 of the error tables.
      const half = 0.75 * (high - low) + 1e-3;
      expect(Math.abs(analytic - (low + high) / 2)).toBeLessThan(half);
    }
  });
});

describe("what is wrong with effects", () => {
  const messageOf = (text: string): string => {
    try {
      parseStudy(text, "mixed.json", catalog);
    } catch (error) {
      if (error instanceof StudyError) return error.message;
      throw error;
    }
    return "legal";
  };

  it.each([
    [
      "an unknown effect",
      withEffects(`{ "drfit": { "use": "drifting-synapse" } }`),
      `mixed.json:12:57 /technologies/small/synapse/effects has the unknown key "drfit"; did you mean "drift"? (legal: drift, programmingSpread, readNoise, currentVoltage, faults)`,
    ],
    [
      "an unknown model",
      withEffects(`{ "drift": { "use": "driftin-synapse" } }`),
      `mixed.json:12:75 /technologies/small/synapse/effects/drift/use names "driftin-synapse", which no plugin brings; did you mean "drifting-synapse"? (legal: small-synapse, drifting-synapse)`,
    ],
    [
      "no model",
      withEffects(`{ "drift": {} }`),
      `mixed.json:12:66 /technologies/small/synapse/effects/drift lacks "use", the name of a model; legal: small-synapse, drifting-synapse`,
    ],
    [
      "a misspelt parameter",
      withEffects(`{ "drift": { "use": "drifting-synapse", "exponnt": 0.1 } }`),
      `mixed.json:12:95 /technologies/small/synapse/effects/drift has the unknown key "exponnt"; did you mean "exponent"? (legal: use, preset, fullScaleCurrent, exponent)`,
    ],
    [
      "a value out of range",
      withEffects(`{ "drift": { "use": "drifting-synapse", "exponent": 0.7 } }`),
      "mixed.json:12:107 /technologies/small/synapse/effects/drift/exponent is 0.7; legal: 0 to 0.5",
    ],
    [
      "effects of an effect",
      withEffects(`{ "drift": { "use": "drifting-synapse", "effects": {} } }`),
      `mixed.json:12:95 /technologies/small/synapse/effects/drift has the unknown key "effects"; legal: use, preset, fullScaleCurrent, exponent`,
    ],
    [
      "effects of a neuron",
      smallStudy.replace(`"use": "small-neuron"`, `"use": "small-neuron", "effects": {}`),
      `mixed.json:11:42 /technologies/small/neuron has the unknown key "effects"; legal: use, preset, length, switchingCurrent, tolerance, mode, layers`,
    ],
    [
      "no effect",
      withEffects("{}"),
      "mixed.json:12:55 /technologies/small/synapse/effects is {}; write at least one of drift, programmingSpread, readNoise, currentVoltage, faults",
    ],
    [
      "an age without a unit",
      mixed.replace(`"3 s"`, "3"),
      `mixed.json:8:38 /variation/age is the bare number 3 without a unit; write a number and a unit of s, such as "1 ns"`,
    ],
    [
      "an age before programming",
      mixed.replace(`"3 s"`, `"-3 s"`),
      "mixed.json:8:38 /variation/age is -3 s; legal: 0 s to 316 Ms",
    ],
  ])("%s is told with its place and what is legal", (_what, text, message) => {
    expect(messageOf(text)).toBe(message);
  });
});

it("the schema for editors knows effects", () => {
  const validate = new Ajv2020({
    discriminator: true,
    strictTypes: false,
    strictTuples: false,
    code: { optimize: false },
  }).compile(studySchema(catalog, "editor"));
  const legal = (text: string): boolean => validate(JSON.parse(text));
  expect(legal(mixed), JSON.stringify(validate.errors)).toBe(true);
  expect(legal(mixed.replace(`"strong"`, `"weak"`))).toBe(false);
  expect(legal(mixed.replace(`"drift"`, `"drfit"`))).toBe(false);
});
