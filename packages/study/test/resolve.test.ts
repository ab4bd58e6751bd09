import { describe, expect, it } from "vitest";
import { canonicalJson, sha256 } from "../src/canonical-json.ts";
import { buildCatalog } from "../src/catalog.ts";
import { checkStudyValue, parseStudy } from "../src/parse.ts";
import { resolveStudy } from "../src/resolve.ts";
import { smallHashes, smallPlugin, smallStudy } from "./small-plugins.ts";

const catalog = buildCatalog([smallPlugin], smallHashes);
const resolve = async (text: string) => (await resolveStudy(parseStudy(text, "small.json", catalog), catalog)).resolved;

describe("the resolved form", () => {
  it("fills in every default and says who chose", async () => {
    const { technologies } = await resolve(
      smallStudy.replace(`"length": { "range": ["10 nm", "200 nm"] }`, `"preset": "A", "mode": "paper"`),
    );
    const { parameters } = technologies[0]!.neuron;
    expect(Object.entries(parameters).map(([name, { chosenBy, value }]) => [name, chosenBy, value])).toEqual([
      ["length_m", "preset", 4e-8],
      ["switchingCurrent_A", "study", 2e-6],
      ["tolerance", "default", 0.03],
      ["mode", "study", "paper"],
      ["layers", "default", 1],
    ]);
  });

  it("holds ranges in SI with their scale", async () => {
    const { technologies } = await resolve(smallStudy);
    const { range } = technologies[0]!.neuron.parameters["length_m"]!;
    expect(range).toEqual({ low: 1e-8, high: expect.closeTo(2e-7, 18), scale: "log" });
  });

  it("holds the conventions a study left out", async () => {
    const { held, variation, rank } = await resolve(smallStudy);
    expect(held).toMatchObject({
      temperature_K: 300,
      accounting: ["paper", "full"],
      readTiming: "overlapped",
      cmosDelay: "half-cycle",
      cmosDecision: "cross",
      previousOutput: "random",
      converterDrop_V: 0.02,
    });
    expect(held.positions).toBe("serial");
    expect(variation).toEqual({
      deviceSpread: true,
      referenceNoise_V: 0,
      thermalNoise: true,
      supplyNoise: 0,
      supplyNoisePer: "chip",
      driverSpread: 0,
      age_s: 0,
      chips: 20,
      eliteChips: 80,
      confidence: 0.95,
    });
    expect(rank).toBe("edp");
  });

  it("holds corners with what they leave out", async () => {
    const corners = `"corners": { "hot": { "temperature": "358 K", "supply": "90 %" }, "weak": { "inputVoltage": 0.95 } }`;
    const { variation } = await resolve(smallStudy.replace(`"chips": 20`, `"chips": 20, ${corners}`));
    expect(variation.corners).toEqual([
      { name: "hot", temperature_K: 358, supplyFactor: 0.9, inputVoltageFactor: 1 },
      { name: "weak", temperature_K: 300, supplyFactor: 1, inputVoltageFactor: 0.95 },
    ]);
  });

  it("recomputes the discrepancies and cites what is used", async () => {
    const { discrepancies, references, publishedPoints } = await resolve(smallStudy);
    expect(discrepancies[0]).toMatchObject({
      plugin: "small",
      id: "S1",
      checks: [{ quantity: "one", stated: 2, found: 1 }],
    });
    expect(references.map(({ key }) => key)).toEqual(["test2026"]);
    expect(publishedPoints).toHaveLength(1);
  });

  it("resolves again to the same hash from its own source", async () => {
    const resolved = await resolve(smallStudy);
    const copy = JSON.parse(JSON.stringify(resolved)) as typeof resolved;
    expect(copy).toEqual(resolved);
    const again = await resolveStudy(checkStudyValue(copy.source, "resolved.json", catalog), catalog);
    expect(again.resolved).toEqual(resolved);
  });

  it.each([
    [`"300 K"`, `"301 K"`],
    [`"seed": 7`, `"seed": 8`],
    [`"2 uA"`, `"2.1 uA"`],
    [`"200 nm"`, `"201 nm"`],
    [`"evaluations": 120`, `"evaluations": 121`],
    [`"80 %"`, `"81 %"`],
    [`"chips": 20`, `"chips": 21`],
  ])("has another hash when %s becomes %s", async (from, to) => {
    expect((await resolve(smallStudy.replace(from, to))).hash).not.toBe((await resolve(smallStudy)).hash);
  });

  it("has another hash when the sources of a plugin differ", async () => {
    const changed = buildCatalog([smallPlugin], { ...smallHashes, small: "cafe" });
    const { resolved } = await resolveStudy(parseStudy(smallStudy, "small.json", changed), changed);
    expect(resolved.sourceHashes).toEqual({ engine: smallHashes["engine"], small: "cafe" });
    expect(resolved.hash).not.toBe((await resolve(smallStudy)).hash);
  });

  it("has a hash that anyone can recompute", async () => {
    const { hash, ...rest } = await resolve(smallStudy);
    expect(sha256(canonicalJson(rest))).toBe(hash);
  });
});

it("writes canonical JSON with sorted keys at every depth", () => {
  expect(canonicalJson({ b: [{ d: 1, c: 2 }], a: null })).toBe(`{"a":null,"b":[{"c":2,"d":1}]}`);
});

describe("a catalog refuses", () => {
  it.each([
    ["two plugins of one name", [smallPlugin, smallPlugin], `two plugins are called "small"`],
    [
      "two models of one name",
      [smallPlugin, { ...smallPlugin, id: "other" }],
      `plugins "small" and "other" both bring a neuron called "small-neuron"`,
    ],
    [
      "a plugin for other contracts",
      [{ ...smallPlugin, apiVersion: 99 }],
      `plugin "small" 1.2.3 is written for contracts version 99; this neurofront has version 1`,
    ],
  ])("%s", (_what, plugins, message) => {
    expect(() => buildCatalog(plugins, smallHashes)).toThrow(message);
  });
});
