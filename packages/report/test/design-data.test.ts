import { inflateRawSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { compareTechnologies } from "../src/comparison.ts";
import { designDataBlocks } from "../src/design-data.ts";
import type { DesignData } from "../src/design-entry.ts";
import { markupText } from "../src/escape.ts";
import { explanationOf } from "../src/explain/explanation.ts";
import type { Explanation } from "../src/explain/explanation.ts";
import { designPoints } from "../src/figures/design-points.ts";
import { candidatesBySearch, verificationOf } from "../src/report-input.ts";
import type { ReportInput } from "../src/report-input.ts";
import { syntheticInput } from "./synthetic-candidates.ts";
import { syntheticStudy } from "./synthetic-study.ts";

function blocksOf(input: ReportInput): { data: DesignData; explanations: Record<string, Explanation>; text: string } {
  const { study, candidates, verifications } = input;
  const comparison = compareTechnologies(input);
  const searches = candidatesBySearch(candidates);
  const text = markupText(
    designDataBlocks({
      study,
      comparison,
      searches,
      designs: comparison.accountings.map((result) => designPoints(result, searches, study)),
      verifications,
      notes: [],
      asynchronous: [],
      samples: [],
      sensitivities: [],
    }),
  );
  const [, data, packed] =
    /class="design-data">([\s\S]*?)<\/script>[\s\S]*class="explanations">([\s\S]*?)<\/script>/u.exec(text)!;
  return {
    data: JSON.parse(data!) as DesignData,
    explanations: JSON.parse(inflateRawSync(Buffer.from(packed!, "base64")).toString()) as Record<string, Explanation>,
    text,
  };
}

describe("the data of a page", () => {
  const input = syntheticInput(syntheticStudy(), 60);
  const { data, explanations } = blocksOf(input);

  it("names every search, its parameters, and every drawn design with its numbers as text", () => {
    expect(data.searches.map(({ name }) => name).slice(0, 3)).toEqual(["dwm/paper", "dwm/full", "lsv/paper"]);
    expect(data.searches[0]!.parameters).toEqual([
      "neuron.switchingCurrent_A",
      "neuron.length_m",
      "synapse.conductanceMax_S",
      "inputVoltage_V",
    ]);
    const possible = input.candidates.filter(({ assessment }) => assessment.status === "ok");
    expect(Object.keys(data.designs)).toHaveLength(possible.length);
    const [standing, metrics, parameters, broken] = data.designs["1.0"]!;
    expect(["best design", "front", "dominated", "infeasible"]).toContain(standing);
    expect(metrics[data.metrics.indexOf("energy")]).toMatch(/ [afpn]?J$/u);
    expect(parameters[0]).toMatch(/ uA$/u);
    expect(broken.length > 0).toBe(standing === "infeasible");
  });

  it("explains a design with the words of `neurofront explain`", () => {
    const record = input.candidates.find(({ search, candidate }) => search === "dwm/full" && candidate === 0)!;
    const verified = verificationOf(input.verifications, record)?.assessment;
    expect(explanations["1.0"]).toEqual(explanationOf(input.study, record, verified));
  });
});

it("explains the best designs and the fronts of a large study, and some of the others, 600 in all", () => {
  const { data, explanations } = blocksOf(syntheticInput(syntheticStudy({ accounting: ["full"] }), 1000));
  const important = Object.entries(data.designs).filter(([, [standing]]) => /^(?:best|front)/u.test(standing));
  expect(important.length).toBeGreaterThan(10);
  expect(Object.keys(explanations)).toEqual(expect.arrayContaining(important.map(([key]) => key)));
  expect(Object.keys(explanations).length).toBeLessThanOrEqual(600);
  expect(Object.keys(explanations).length).toBeGreaterThan(500);
});

it("cannot end the element it stands in", () => {
  const evil = "</script><script>alert(1)</script>";
  const [first, ...others] = syntheticStudy().technologies;
  const { data, text } = blocksOf(
    syntheticInput(syntheticStudy({ technologies: [{ ...first!, title: evil }, ...others] }), 10),
  );
  expect(text.match(/<script/g)).toHaveLength(2);
  expect(data.searches[0]!.title).toBe(evil);
});
