import { Archive } from "@neurofront/archive";
import type { CandidateRecord } from "@neurofront/core";
import { beforeAll, describe, expect, it } from "vitest";
import { testFolder } from "./test-folder.ts";
import { neurofront, ran, tinyStudy } from "./tiny-study.ts";

const corners = {
  hot: { temperature: "358 K" },
  low: { supply: "90 %", inputVoltage: "95 %" },
  slow: { process: "SS" },
};
/** The latch alone. */
function latchStudy(temperature: string) {
  const { technologies, ...rest } = tinyStudy(3, { temperature });
  return { ...rest, technologies: { latch: technologies.latch }, budget: { evaluations: 8 } };
}
const study = latchStudy("300 K");
const cornered = {
  ...study,
  variation: { ...study.variation, corners },
  objectives: [{ minimize: "energy", statistic: "worst" }, { minimize: "delay" }],
  constraints: [{ metric: "accuracy", statistic: "worst", atLeast: "1 %" }],
};

const folder = testFolder();
let archive = "";
let records: readonly CandidateRecord[] = [];
let hot: readonly CandidateRecord[] = [];

function recordsOf(path: string, search: string): readonly CandidateRecord[] {
  const open = Archive.open(path);
  try {
    return open.candidates(search);
  } finally {
    open.close();
  }
}

beforeAll(async () => {
  archive = await ran(folder, "cornered", cornered);
  records = recordsOf(archive, "latch/full");
  hot = recordsOf(await ran(folder, "hot", latchStudy("358 K")), "latch/full");
}, 120_000);

describe("a study with corners", () => {
  it("assesses every possible design at each of them, in the order of the study", () => {
    const possible = records.filter(({ assessment }) => assessment.status === "ok");
    expect(possible.length).toBeGreaterThan(3);
    for (const { assessment } of possible)
      expect(assessment.corners?.map(({ name, status }) => [name, status])).toEqual([
        ["hot", "ok"],
        ["low", "ok"],
        ["slow", "ok"],
      ]);
  });

  // Random search draws the same designs whatever the temperature, by their number.
  it("finds at a corner of temperature what a study held at that temperature finds", () => {
    const pairs = records.flatMap((record) => {
      const there = hot[record.candidate]!;
      return record.assessment.corners === undefined ? [] : [{ record, there }];
    });
    expect(pairs.length).toBeGreaterThan(3);
    for (const { record, there } of pairs) {
      expect(there.design).toEqual(record.design);
      expect(record.assessment.corners![0]!.metrics).toEqual(there.assessment.metrics);
    }
  });

  it("minimises the worst of the nominal conditions and the corners", () => {
    for (const { assessment, objectives } of records.filter((record) => record.assessment.corners !== undefined)) {
      const energies = [assessment, ...assessment.corners!].map(({ metrics }) => metrics.energy!);
      expect(objectives).toEqual([Math.max(...energies), assessment.metrics.delay]);
    }
  });

  it("has a slower latch at a lower supply and in the slow process", () => {
    for (const { assessment } of records.filter((record) => record.assessment.corners !== undefined)) {
      const [, low, slow] = assessment.corners!;
      expect(low!.metrics.delay!).toBeGreaterThan(assessment.metrics.delay!);
      expect(slow!.metrics.delay!).toBeGreaterThan(assessment.metrics.delay!);
    }
  });

  it("explains a design at each of them", async () => {
    const { candidate } = records.find(({ assessment }) => assessment.corners !== undefined)!;
    const { code, out } = await neurofront("explain", archive, `latch/full/${candidate}`);
    expect(code).toBe(0);
    expect(out).toContain("at the corners of the study");
    for (const row of [/^hot +358 K +1 +1/mu, /^low +300 K +0\.9 +0\.95/mu, /^slow +300 K +1 +1 +SS/mu])
      expect(out).toMatch(row);
  });
});
