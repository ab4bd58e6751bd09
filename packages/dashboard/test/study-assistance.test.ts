import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Schema } from "../src/schema-place.ts";
import { assistance } from "../src/study-assistance.ts";

const schema = JSON.parse(
  readFileSync(join(import.meta.dirname, "../../../studies/study.schema.json"), "utf8"),
) as Schema;

/** What is proposed at the mark | of a text. */
function at(marked: string) {
  const offset = marked.indexOf("|");
  return assistance(marked.replace("|", ""), offset, schema);
}

const labels = (marked: string): string[] => at(marked).proposals.map(({ label }) => label);

const technology = (inside: string): string => `{ "technologies": { "a": ${inside} } }`;

describe("proposals", () => {
  it.each<[string, string, readonly string[]]>([
    [
      "keys of the study, needed ones first",
      `{ | }`,
      ["title", "held", "technologies", "objectives", "budget", "seed"],
    ],
    ["keys that are there already are left out", `{ "title": "x", | }`, ["held", "technologies"]],
    ["keys by what was begun", `{ "ti|" }`, ["title"]],
    ["keys by a word without quotes", `{ "title": "x", bud| }`, ["budget"]],
    ["values of an enumeration", `{ "held": { "accounting": "|" } }`, ["paper", "full"]],
    ["values before anything is written", `{ "held": { "readTiming": | } }`, ["overlapped", "sequential"]],
    ["truth values", `{ "variation": { "deviceSpread": | } }`, ["true", "false"]],
    ["keys of a technology", technology(`{ | }`), ["neuron", "synapse", "interconnect", "inputVoltage"]],
    ["ways to write a parameter", technology(`{ "inputVoltage": | }`), ["range", "choice"]],
    ["keys of a range", technology(`{ "inputVoltage": { "range": ["1 mV", "1 V"], | } }`), ["scale", "steps"]],
    ["metrics", `{ "objectives": [{ "minimize": "en|" }] }`, ["energy", "energyPerCorrect"]],
  ])("%s", (_case, marked, wanted) => {
    expect(labels(marked)).toEqual(expect.arrayContaining([...wanted]));
    expect(labels(marked).slice(0, wanted.length)).toEqual(wanted);
  });

  it("are the models of a role", () => {
    const found = labels(technology(`{ "neuron": { "use": "|" } }`));
    expect(found).toEqual(expect.arrayContaining(["dwm-neuron", "cmos-latch-neuron"]));
    expect(found).not.toContain("crossbar");
    expect(labels(technology(`{ "neuron": { | } }`))).toEqual(["use"]);
  });

  it("are other models too where one is named", () => {
    expect(labels(technology(`{ "neuron": { "use": "d|wm-neuron" } }`))).toContain("dwm-neuron");
    expect(labels(technology(`{ "neuron": { "use": "|dwm-neuron" } }`)).length).toBeGreaterThan(5);
  });

  it("are the parameters of the model that is named, and no others", () => {
    const found = labels(technology(`{ "neuron": { "use": "dwm-neuron", "|" } }`));
    expect(found).toContain("switchingCurrent");
    expect(found).not.toContain("pairWidth");
    expect(labels(technology(`{ "neuron": { "use": "cmos-latch-neuron", "|" } }`))).toContain("pairWidth");
  });

  it("say what they mean", () => {
    const [first] = at(technology(`{ "neuron": { "use": "dwm-neuron", "switchingC|" } }`)).proposals;
    expect(first!.detail).toMatch(/current.*Legal .* A; default .* A\. Source: paper/u);
  });

  it.each([
    [`{ "title": "x", "tech|" }`, `{ "title": "x", "technologies": {} }`],
    [`{ "title": "x", seed| }`, `{ "title": "x", "seed":  }`],
    [`{ "hel|": { } }`, `{ "held": { } }`],
    [`{ | "title": "x" }`, `{ "held": {}, "title": "x" }`],
    [technology(`{ "neur|" }`), technology(`{ "neuron": { "use": "" } }`)],
    [`{ "held": { "accounting": "pa|" } }`, `{ "held": { "accounting": "paper" } }`],
  ])("replace what was begun: %s", (marked, wanted) => {
    const text = marked.replace("|", "");
    const { from, to, proposals } = at(marked);
    expect(text.slice(0, from) + proposals[0]!.insert + text.slice(to)).toBe(wanted);
  });
});

describe("help", () => {
  it.each([
    [`{ "se|ed": 1 }`, "seed", /random number/],
    [`{ "held": { "temperature": "30|0 K" } }`, "held / temperature", /temperature of every part, in K/],
    [technology(`{ "neuron": { "use": "dwm-ne|uron" } }`), "technologies / a / neuron / use", /[Dd]omain/],
    [
      technology(`{ "neuron": { "use": "dwm-neuron", "length": "6|0 nm" } }`),
      "technologies / a / neuron / length",
      /Legal/,
    ],
    [`{ "objectives": [{ "minimize": "edp|" }] }`, "objectives / 0 / minimize", /metric/],
  ])("%s", (marked, path, text) => {
    const { help } = at(marked);
    expect(help?.path).toBe(path);
    expect(help?.text).toMatch(text);
  });

  it("is not there for what no one knows", () => {
    expect(at(`{ "nothing": { "of|": 1 } }`).help).toBeUndefined();
  });
});

it.each([
  "",
  "|",
  "[",
  "{",
  `{"`,
  `{"a"`,
  `{"technologies":{"a":{"neuron":`,
  `{"__proto__": {"|": 1}}`,
  "\0",
  "[[[[1,2",
])("is quiet about %j", (text) => {
  for (let offset = 0; offset <= text.length; offset++)
    expect(assistance(text, offset, schema).from).toBeLessThanOrEqual(offset);
});
