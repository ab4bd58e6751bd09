import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildCatalog } from "../src/catalog.ts";
import { parseStudy } from "../src/parse.ts";
import { StudyError } from "../src/problem.ts";
import { smallHashes, smallPlugin, smallStudy } from "./small-plugins.ts";

const catalog = buildCatalog([smallPlugin], smallHashes);
const replaced = (from: string, to: string): string => {
  if (!smallStudy.includes(from)) throw new Error(`the small study does not contain ${from}`);
  return smallStudy.replace(from, () => to);
};

function messageOf(text: string): string {
  try {
    parseStudy(text, "my.json", catalog);
  } catch (error) {
    if (error instanceof StudyError) return error.message;
    throw error;
  }
  return "legal";
}

const TOP =
  "title, plugins, held, variation, technologies, objectives, constraints, rank, optimizer, budget, promotion, seed";
const NEURON = "use, preset, length, switchingCurrent, tolerance, mode, layers";
const CURRENT = `"switchingCurrent": "2 uA"`;
const RANGE = `["10 nm", "200 nm"]`;

/** What a new user gets wrong, with the whole message: wording and positions are part of the product. */
const BAD: readonly (readonly [what: string, text: string, message: string])[] = [
  [
    "misspelt parameter",
    replaced(`"switchingCurrent"`, `"swichingCurrent"`),
    `my.json:11:86 /technologies/small/neuron has the unknown key "swichingCurrent"; did you mean "switchingCurrent"? (legal: ${NEURON})`,
  ],
  [
    "key with its unit suffix",
    replaced(`"length"`, `"length_m"`),
    `my.json:11:42 /technologies/small/neuron has the unknown key "length_m"; did you mean "length"? (legal: ${NEURON})`,
  ],
  [
    "unknown key at the top",
    replaced(`"seed": 7`, `"seed": 7, "colour": "red"`),
    `my.json:21:14 the study has the unknown key "colour"; legal: ${TOP}`,
  ],
  [
    "unknown key in held",
    replaced(`"temperature": "300 K",`, `"temperature": "300 K", "node": "45 nm",`),
    `my.json:4:29 /held has the unknown key "node"; legal: temperature, workload, accounting, readTiming, cmosDelay, cmosDecision, previousOutput, positions, converterDrop`,
  ],
  [
    "wrong unit",
    replaced(`"2 uA"`, `"2 um"`),
    `my.json:11:106 /technologies/small/neuron/switchingCurrent "2 um" is not in a unit of A; write a number and a unit of A, such as "2 uA"`,
  ],
  [
    "unknown unit",
    replaced(`"2 uA"`, `"2 uAmp"`),
    `my.json:11:106 /technologies/small/neuron/switchingCurrent "uAmp" is not a known unit; write a number and a unit of A, such as "2 uA"`,
  ],
  [
    "bare number for a length",
    replaced(RANGE, "[10, 200]"),
    `my.json:11:52 /technologies/small/neuron/length is the bare number 10 without a unit; write a number and a unit of m, such as "20 nm"`,
  ],
  [
    "text without a unit",
    replaced(`"2 uA"`, `"2"`),
    `my.json:11:106 /technologies/small/neuron/switchingCurrent "2" has no unit; write a number and a unit of A, such as "2 uA"`,
  ],
  [
    "low above high",
    replaced(RANGE, `["200 nm", "10 nm"]`),
    `my.json:11:52 /technologies/small/neuron/length has the range ["200 nm", "10 nm"], whose low is not below its high; swap them or widen the range`,
  ],
  [
    "range beyond the declaration",
    replaced(RANGE, `["10 nm", "2 mm"]`),
    "my.json:11:52 /technologies/small/neuron/length is 2 mm; legal: 1 nm to 1 um",
  ],
  [
    "range of one value",
    replaced(RANGE, `["10 nm"]`),
    `my.json:11:52 /technologies/small/neuron/length "range" needs two values, [low, high]`,
  ],
  [
    "misspelt range",
    replaced(`{ "range": ${RANGE} }`, `{ "rnage": ${RANGE} }`),
    `my.json:11:52 /technologies/small/neuron/length has the keys "rnage"; write one value, or { "range": [low, high], "scale": "linear" or "log", "steps": count } or { "choice": [...] }`,
  ],
  [
    "log scale from zero",
    replaced(CURRENT, `"tolerance": { "range": [0, 0.1], "scale": "log" }`),
    "my.json:11:99 /technologies/small/neuron/tolerance has a log scale from 0; a log scale needs a low above zero",
  ],
  [
    "choice of one",
    replaced(CURRENT, `"mode": { "choice": ["paper"] }`),
    `my.json:11:94 /technologies/small/neuron/mode "choice" needs a list of at least two values`,
  ],
  [
    "unknown option",
    replaced(CURRENT, `"mode": "papr"`),
    `my.json:11:94 /technologies/small/neuron/mode is "papr"; legal: "paper", "physical"`,
  ],
  [
    "whole number out of range",
    replaced(CURRENT, `"layers": 7`),
    "my.json:11:96 /technologies/small/neuron/layers is 7; legal: 1 to 4",
  ],
  [
    "fraction for a whole number",
    replaced(CURRENT, `"layers": 1.5`),
    "my.json:11:96 /technologies/small/neuron/layers is 1.5; write a whole number from 1 to 4",
  ],
  [
    "unknown preset",
    replaced(CURRENT, `"preset": "Z"`),
    `my.json:11:96 /technologies/small/neuron/preset is "Z"; legal: A`,
  ],
  [
    "missing seed",
    replaced(`,\n  "seed": 7`, ""),
    `my.json:1:1 the study lacks "seed" (every random number of the study comes from this); add it`,
  ],
  [
    "no objectives",
    replaced(`"objectives": [{ "minimize": "energy" }, { "minimize": "delay" }]`, `"objectives": []`),
    "my.json:17:17 /objectives is []; write at least one entry",
  ],
  ["negative seed", replaced(`"seed": 7`, `"seed": -1`), "my.json:21:11 /seed is -1; legal: 0 to 4294967295"],
  ["seed as text", replaced(`"seed": 7`, `"seed": "7"`), `my.json:21:11 /seed is "7"; legal: a whole number`],
  [
    "unknown plugin",
    replaced(`"small-neuron"`, `"smal-neuron"`),
    `my.json:11:26 /technologies/small/neuron/use names "smal-neuron", which no plugin brings; did you mean "small-neuron"? (legal: small-neuron)`,
  ],
  [
    "a model of another role",
    replaced(`"small-neuron"`, `"small-synapse"`),
    `my.json:11:26 /technologies/small/neuron/use names "small-synapse", which no plugin brings; legal: small-neuron`,
  ],
  [
    "no model named",
    replaced(`"use": "small-neuron", `, ""),
    `my.json:11:17 /technologies/small/neuron lacks "use", the name of a model; legal: small-neuron`,
  ],
  [
    "model named by a number",
    replaced(`"use": "small-neuron"`, `"use": 5`),
    `my.json:11:17 /technologies/small/neuron lacks "use", the name of a model; legal: small-neuron`,
  ],
  [
    "missing comma",
    replaced(`"300 K",`, `"300 K"`),
    "my.json:5:5 the study is not valid JSON here: a comma is missing before this",
  ],
  [
    "comma too many",
    replaced(`"seed": 7`, `"seed": 7,`),
    "my.json:22:1 the study is not valid JSON here: a key in double quotes is expected (is there a comma too many?)",
  ],
  [
    "comment",
    replaced(`"seed": 7`, `"seed": 7 // why`),
    "my.json:21:13 the study is not valid JSON here: JSON has no comments; remove it",
  ],
  [
    "single quotes",
    replaced(`"Small study"`, `'Small study'`),
    "my.json:2:12 the study is not valid JSON here: this word is not JSON (strings need double quotes)",
  ],
  [
    "text after the study",
    `${smallStudy}x`,
    "my.json:23:1 the study is not valid JSON here: this word is not JSON (strings need double quotes)",
  ],
  [
    "__proto__ at the top",
    replaced(`"title": "Small study"`, `"title": "x", "__proto__": { "a": 1 }`),
    `my.json:2:17 the study has the unknown key "__proto__"; legal: ${TOP}`,
  ],
  [
    "__proto__ in a part",
    replaced(CURRENT, `"__proto__": { "a": 1 }`),
    `my.json:11:86 /technologies/small/neuron has the unknown key "__proto__"; legal: ${NEURON}`,
  ],
  [
    "constructor in a part",
    replaced(CURRENT, `"constructor": { "prototype": {} }`),
    `my.json:11:86 /technologies/small/neuron has the unknown key "constructor"; legal: ${NEURON}`,
  ],
  [
    "empty file",
    "",
    `my.json:1:1 the study is empty; a study is a JSON object, see "neurofront validate --help" for an example`,
  ],
  [
    "blank file",
    " \n\t",
    `my.json:1:1 the study is empty; a study is a JSON object, see "neurofront validate --help" for an example`,
  ],
  ["a list", "[]", "my.json:1:1 the study is []; legal: an object { ... }"],
  ["null", "null", "my.json:1:1 the study is null; legal: an object { ... }"],
  ["a number", "42", "my.json:1:1 the study is 42; legal: an object { ... }"],
  [
    "negative budget",
    replaced(`"evaluations": 120`, `"evaluations": -5`),
    "my.json:20:30 /budget/evaluations is -5; legal: 1 to 10000000",
  ],
  [
    "fractional budget",
    replaced(`"evaluations": 120`, `"evaluations": 1.5`),
    "my.json:20:30 /budget/evaluations is 1.5; legal: a whole number",
  ],
  [
    "enormous budget",
    replaced(`"evaluations": 120`, `"evaluations": 1e400`),
    "my.json:20:30 /budget/evaluations is null; legal: a whole number",
  ],
  [
    "key twice",
    replaced(`"seed": 7`, `"seed": 7, "seed": 8`),
    `my.json:21:14 the study has the key "seed" twice; keep one of them`,
  ],
  [
    "technologies that differ in case",
    replaced(
      `"small": {`,
      `"SMALL": { "neuron": { "use": "small-neuron" }, "synapse": { "use": "small-synapse" }, "interconnect": { "use": "small-array" }, "inputVoltage": "10 mV" },\n    "small": {`,
    ),
    `my.json:10:14 /technologies/SMALL differs from "small" only in case; rename one of them`,
  ],
  [
    "name with a space",
    replaced(`"small": {`, `"a b": {`),
    `my.json:10:5 /technologies has the name "a b"; legal: a letter, then letters, digits and hyphens, at most 40`,
  ],
  ["deep nesting", "[".repeat(100_000), "my.json:1:1 the study is nested deeper than 32 levels"],
  [
    "enormous file",
    `"${"x".repeat(1_000_001)}"`,
    "my.json:1:1 the study has 1000003 characters; a study has at most 1000000",
  ],
  [
    "misspelt accounting",
    replaced(`["paper", "full"]`, `"papper"`),
    `my.json:6:19 /held/accounting is "papper"; legal: "paper", "full", or both in a list ["paper", "full"]`,
  ],
  [
    "empty list of accountings",
    replaced(`["paper", "full"]`, "[]"),
    `my.json:6:19 /held/accounting is []; legal: "paper", "full", or both in a list ["paper", "full"]`,
  ],
  [
    "unknown metric",
    replaced(`"minimize": "energy"`, `"minimize": "enrgy"`),
    `my.json:17:32 /objectives/0/minimize is "enrgy"; did you mean "energy"? (legal: energy, delay, edp, area, accuracy, testAccuracy, energyPerCorrect, energyPerInference, inferenceDelay, energyPerCorrectInference, networkArea)`,
  ],
  [
    "two goals",
    replaced(`{ "minimize": "energy" }`, `{ "minimize": "energy", "maximize": "delay" }`),
    `my.json:17:18 /objectives/0 has both "minimize" and "maximize"; keep one of them`,
  ],
  [
    "bound in the wrong unit",
    replaced(`"80 %"`, `"80 nm"`),
    `my.json:18:54 /constraints/0/atLeast "80 nm" is not in a unit of 1; write a plain number such as 0.1, or a percentage such as "10 %"`,
  ],
  [
    "two bounds",
    replaced(`"atLeast": "80 %"`, `"atLeast": "80 %", "atMost": 1`),
    `my.json:18:19 /constraints/0 has two bounds; write exactly one of "atMost", "atLeast"`,
  ],
  [
    "no bound",
    replaced(`, "atLeast": "80 %"`, ""),
    `my.json:18:19 /constraints/0 has no bound; write exactly one of "atMost", "atLeast"`,
  ],
  [
    "statistic that is not known",
    replaced(`{ "minimize": "energy" }`, `{ "minimize": "energy", "statistic": "p95" }`),
    `my.json:17:55 /objectives/0/statistic asks for p95 of energy, which is known only as its mean; legal for p05, p50, p95: accuracy, testAccuracy`,
  ],
  [
    "statistic without chips",
    replaced(`"chips": 20`, `"chips": 0`).replace(`"atLeast"`, `"statistic": "p05", "atLeast"`),
    "my.json:18:19 /constraints/0 needs Monte Carlo chips, but /variation/chips is 0; set it to 100 or more",
  ],
  [
    "worst of no corners",
    replaced(`"atLeast"`, `"statistic": "worst", "atLeast"`),
    `my.json:18:56 /constraints/0/statistic asks for the worst corner, but the study has no /variation/corners; name them there, or write "mean"`,
  ],
  [
    "worst of what needs chips",
    replaced(`"chips": 20`, `"chips": 20, "corners": { "hot": { "temperature": "358 K" } }`).replace(
      `{ "minimize": "energy" }`,
      `{ "maximize": "testAccuracy", "statistic": "worst" }`,
    ),
    "my.json:17:61 /objectives/0/statistic asks for the worst corner of testAccuracy, but chips are not drawn at corners; legal: any other metric",
  ],
  [
    "corner without conditions",
    replaced(`"chips": 20`, `"chips": 20, "corners": { "hot": {} }`),
    "my.json:8:51 /variation/corners/hot is {}; write at least one of temperature, supply, inputVoltage",
  ],
  [
    "corner beyond what is legal",
    replaced(`"chips": 20`, `"chips": 20, "corners": { "low": { "supply": "40 %" } }`),
    "my.json:8:63 /variation/corners/low/supply is 0.4; legal: 0.5 to 1.5",
  ],
  [
    "search of the workload",
    replaced(`{ "use": "small-letters" }`, `{ "use": "small-letters", "flipProbability": { "range": [0.01, 0.1] } }`),
    "my.json:5:62 /held/workload/flipProbability is to be searched; held/workload takes one fixed value for each parameter",
  ],
  [
    "temperature without a unit",
    replaced(`"300 K"`, "300"),
    `my.json:4:20 /held/temperature is the bare number 300 without a unit; write a number and a unit of K, such as "300 K"`,
  ],
];

describe("what a new user gets wrong", () => {
  it.each(BAD)("%s", (_what, text, message) => {
    expect(messageOf(text)).toBe(message);
  });

  it("tells every problem of a study, in the order of the text", () => {
    const text = replaced(`"2 uA"`, `"2 um"`).replace(`"seed": 7`, `"seed": -7`);
    expect(
      messageOf(text)
        .split("\n")
        .map((line) => line.split(" ")[0]),
    ).toEqual(["my.json:11:106", "my.json:21:11"]);
  });

  it("leaves Object.prototype alone", () => {
    messageOf(replaced(CURRENT, `"__proto__": { "polluted": 1 }`));
    expect(Object.hasOwn(Object.prototype, "polluted")).toBe(false);
  });
});

describe("legal studies", () => {
  it.each([
    ["as it stands", smallStudy],
    ["one accounting", replaced(`["paper", "full"]`, `"full"`)],
    ["a choice of quantities", replaced(CURRENT, `"switchingCurrent": { "choice": ["1 uA", "2 uA"] }`)],
    ["a choice of options", replaced(CURRENT, `"mode": { "choice": ["paper", "physical"] }`)],
    ["a range of whole numbers", replaced(CURRENT, `"layers": { "range": [1, 3] }`)],
    ["a preset", replaced(CURRENT, `"preset": "A"`)],
    ["a percentage", replaced(CURRENT, `"tolerance": "5 %"`)],
    ["a schema for the editor", replaced(`"title"`, `"$schema": "./study.schema.json", "title"`)],
  ])("%s", (_what, text) => {
    expect(messageOf(text)).toBe("legal");
  });
});

it("never fails but with a StudyError, whatever is done to the text", () => {
  const cut = fc.tuple(
    fc.nat(smallStudy.length),
    fc.nat(30),
    fc.oneof(
      fc.string({ maxLength: 12 }),
      fc.constantFrom("{", "}", "[", "]", ",", '"', "null", "-1", "1e999", '"__proto__"', "\u0000"),
    ),
  );
  fc.assert(
    fc.property(fc.array(cut, { minLength: 1, maxLength: 3 }), (cuts) => {
      let text = smallStudy;
      for (const [at, length, put] of cuts) text = text.slice(0, at) + put + text.slice(at + length);
      expect(typeof messageOf(text)).toBe("string");
    }),
    { numRuns: 2000, seed: 20130601 },
  );
});
