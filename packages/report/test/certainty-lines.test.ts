import type { ResolvedStudy } from "@neurofront/core";
import { describe, expect, it } from "vitest";
import { certaintyLines, standingsText } from "../src/certainty-lines.ts";
import { drawnCandidates } from "./chip-records.ts";
import { record } from "./records.ts";
import { syntheticStudy } from "./synthetic-study.ts";

const study: ResolvedStudy = {
  ...syntheticStudy(),
  constraints: [{ metric: "accuracy", statistic: "p05", atLeast: 0.9 }],
};

describe("where numbers come from", () => {
  it("is not told where all is exact", () => {
    expect(certaintyLines(record("dwm", "full", 0, {}, 1).assessment, study)).toEqual([]);
  });

  it("names the fidelity with those before it", () => {
    const { assessment } = record("dwm", "full", 0, {}, 1);
    const lower = { fidelity: "closed-form", status: "ok", metrics: {}, objectives: [], violation: 0 } as const;
    expect(certaintyLines({ ...assessment, fidelity: "q-phi", lower: [lower] }, study)).toEqual([
      "fidelity q-phi, after closed-form",
    ]);
    expect(certaintyLines({ ...assessment, fidelity: "closed-form" }, study)).toEqual(["fidelity closed-form"]);
  });

  it.each([
    ["met", "search", ["50 of 200 chips of the search, until every constraint was decided", "met at 95 % confidence"]],
    [
      "undecided",
      "elite",
      [
        "50 of 200 chips drawn again for the front, until no more were allowed",
        "undecided at 95 % confidence: the estimate was taken",
      ],
    ],
  ] as const)("counts chips that left a constraint %s", (standing, purpose, [drawn, verdict]) => {
    const { records } = drawnCandidates([{ energy_fJ: 1, accuracy: 0.9, standing, purpose }]);
    expect(certaintyLines(records[0]!.assessment, study)).toEqual([drawn, `p05 of accuracy at least 0.9: ${verdict}`]);
  });
});

it.each([
  [[null, null], "none to decide"],
  [["met", null], "met"],
  [["met", "undecided"], "undecided"],
  [["undecided", "broken"], "broken"],
] as const)("%j is said as %s", (standings, text) => {
  const { records } = drawnCandidates([{ energy_fJ: 1, accuracy: 0.9 }]);
  expect(standingsText({ ...records[0]!.assessment.monteCarlo!.sampling!, standings })).toBe(text);
});
