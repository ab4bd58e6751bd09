import type { CandidateRecord, DesignSensitivity } from "@neurofront/core";
import type { WhyNot } from "@neurofront/report";
import { describe, expect, it } from "vitest";
import { elasticitiesText, limitsText, membersText, rulesText, tornadoText } from "../src/why-not-text.ts";

const record = {
  search: "dwm/full",
  candidate: 7,
  assessment: { metrics: { energy: 2e-15, delay: 1e-9 } },
} as CandidateRecord;

const why: WhyNot = {
  technology: "dwm",
  technologyIndex: 0,
  search: "dwm/full",
  rules: [{ code: "slow", whole: { count: 1, of: 8 }, near: { count: 0, of: 0 }, closest: "too slow" }],
  bindings: [
    {
      record,
      margins: [{ code: "accuracy-below-bound", margin: 0.004, isActive: true }],
      ends: [{ name: "inputVoltage_V", end: "low" }],
      wouldDominate: 12,
      nearest: 0.25,
      stops: [{ code: "slow", count: 3, aloneCount: 3 }],
    },
  ],
  limits: [{ title: "slow", isActive: [false], stops: [true] }],
};
const free: WhyNot = {
  ...why,
  rules: [],
  limits: [],
  bindings: [{ record, margins: [], ends: [], wouldDominate: 0, stops: [] }],
};

const sensitivity: DesignSensitivity = {
  search: "dwm/full",
  candidate: 7,
  metrics: { energy: 2e-15 },
  parameters: [
    {
      name: "neuron.length_m",
      unit: "m",
      value: 1e-8,
      elasticity: { energy: -1e-9 },
      changes: [
        { value: 0.9e-8, metrics: {}, broken: ["no-room"] },
        { value: 1.1e-8, metrics: { energy: 2.2e-15 }, broken: ["slow"] },
      ],
    },
  ],
};

const rowsOf = (text: string): string[] =>
  text
    .split("\n")
    .slice(2)
    .map((line) => line.replaceAll(/ {2,}/gu, " | "));

describe("tables of why-not", () => {
  it.each([
    ["rules", rulesText(why), ["slow | 12.5 % (1 of 8) | - | too slow"]],
    ["limits", limitsText(why), ["slow | 0 % (0 of 1) | 100 % (1 of 1)"]],
    [
      "members",
      membersText(why, ["energy"]),
      [
        " | 7 | 2 fJ | accuracy-below-bound (margin 0.4 %), inputVoltage_V at its low end | slow (3) | 12, nearest 25 % of a range away",
      ],
    ],
    ["members that nothing holds", membersText(free, ["energy"]), [" | 7 | 2 fJ | - | - | -"]],
    [
      "elasticities, with no sign before a zero",
      elasticitiesText([sensitivity], ["energy", "delay"]),
      ["neuron.length_m | 0.00 | -"],
    ],
    [
      "changes",
      tornadoText(sensitivity, "energy"),
      ["neuron.length_m | 10 nm | 11 nm | +10.0 % | slow", "neuron.length_m | 10 nm | 1 impossible"],
    ],
  ])("%s", (_what, text, rows) => {
    expect(rowsOf(text)).toEqual(rows);
  });

  it.each([
    ["no rule broken", rulesText(free), "every candidate is feasible"],
    ["nothing holds", limitsText(free), "nothing: no constraint"],
    ["no feasible design", limitsText({ ...free, bindings: [] }), "no design is feasible"],
    ["nothing searched", tornadoText({ ...sensitivity, parameters: [] }, "energy"), "nothing is searched"],
    ["no elasticity", elasticitiesText([], ["energy"]), "nothing is searched"],
  ])("%s is said in words", (_what, text, words) => {
    expect(text).toContain(words);
  });
});
