import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import { buildCatalog } from "../src/catalog.ts";
import { studySchema } from "../src/schema.ts";
import { smallRunPlugin } from "./run/small-run.ts";
import { smallHashes, smallPlugin, smallStudy } from "./small-plugins.ts";

const schema = studySchema(buildCatalog([smallPlugin], smallHashes), "editor");
const validate = new Ajv2020({
  discriminator: true,
  strictTypes: false,
  strictTuples: false,
  code: { optimize: false },
}).compile(schema);
const edited = (from: string, to: string): unknown => JSON.parse(smallStudy.replace(from, to));
const current = `"switchingCurrent": "2 uA"`;

it("the schema for the check of a study has the keys of the models that it names, and the names of all", () => {
  const { properties } = studySchema(
    buildCatalog([smallRunPlugin], smallHashes),
    "check",
    new Set(["small-ladder-neuron"]),
  );
  const { technologies } = properties as { technologies: { additionalProperties: { properties: { neuron: object } } } };
  expect(technologies.additionalProperties.properties.neuron).toMatchObject({
    models: ["small-neuron", "small-ladder-neuron", "small-noisy-neuron"],
    oneOf: [{ properties: { use: { const: "small-ladder-neuron" }, fidelity: {} } }],
  });
});

describe("the schema for editors", () => {
  it.each([
    ["the study", JSON.parse(smallStudy) as unknown],
    ["a choice", edited(current, `"mode": { "choice": ["paper", "physical"] }`)],
    ["a whole number", edited(current, `"layers": 3`)],
    ["a dimensionless number", edited(current, `"tolerance": 0.05`)],
    ["a percentage", edited(current, `"tolerance": "5 %"`)],
  ])("accepts %s", (_what, study) => {
    expect(validate(study), JSON.stringify(validate.errors)).toBe(true);
  });

  it.each([
    ["an unknown key", edited(current, `"swichingCurrent": "2 uA"`)],
    ["a bare number", edited(current, `"switchingCurrent": 2e-6`)],
    ["a wrong option", edited(current, `"mode": "papr"`)],
    ["a missing seed", edited(`,\n  "seed": 7`, "")],
  ])("refuses %s", (_what, study) => {
    expect(validate(study)).toBe(false);
  });

  it("tells meaning, range, default and source on hover", () => {
    expect(JSON.stringify(schema)).toContain(
      "switching current. Legal 1e-7 to 0.0001 A; default 0.000002 A. Source: assumed: made for tests",
    );
  });
});
