import { frontOf, searchedParameters } from "@neurofront/core";
import type { CandidateRecord, SearchedParameter } from "@neurofront/core";
import { Archive } from "@neurofront/archive";
import { describe, expect, it } from "vitest";
import { buildCatalog } from "../src/catalog.ts";
import { parseStudy } from "../src/parse.ts";
import { resolveStudy } from "../src/resolve.ts";
import { runStudy } from "../src/run.ts";
import { frontSensitivities, sensitivityOf } from "../src/sensitivity.ts";
import type { AssessDesign } from "../src/sensitivity.ts";
import { searchSpace } from "../src/space.ts";
import { smallHashes, smallPlugin, smallStudy } from "./small-plugins.ts";

const real = (low: number, high: number, legal = { low, high }): SearchedParameter["parameter"] => ({
  unit: "m",
  meaning: "",
  source: "",
  chosenBy: "study",
  range: { low, high, scale: "log" },
  declared: { legal, default: low, source: "" },
});

/** energy = 3 length^2 / width; no answer below a length of 1, and a rule that keeps the width below 10. */
const assessDesign: AssessDesign = ({ neuron }) => {
  const [length, width, layers] = [neuron["length"], neuron["width"], neuron["layers"]] as number[];
  if (length! < 1) return { metrics: {}, broken: ["too-short"] };
  const energy = (3 * length! ** 2 * layers!) / width!;
  return { metrics: { energy, accuracy: 0 }, broken: width! > 10 ? ["too-wide"] : [] };
};

const recordAt = (length: number, width: number): CandidateRecord => {
  const design = { neuron: { length, width, layers: 2 }, synapse: {}, interconnect: {}, inputVoltage_V: 0.1 };
  const { metrics } = assessDesign(design);
  return {
    search: "a/full",
    candidate: 4,
    coordinates: [],
    design,
    assessment: {
      status: "ok",
      violations: [],
      metrics,
      ledger: [],
      phases: [],
      area: [],
      quantities: { neuron: {}, synapse: {}, interconnect: {}, system: {} },
    },
    objectives: [metrics.energy!],
    violation: 0,
  };
};

const SEARCHED: readonly SearchedParameter[] = [
  { name: "neuron.length", parameter: real(0.5, 9) },
  { name: "neuron.width", parameter: real(1, 10.5) },
  {
    name: "neuron.layers",
    parameter: { unit: "1", meaning: "", source: "", chosenBy: "study", integers: { low: 1, high: 2 } },
  },
];

describe("the elasticity of a power law", () => {
  // A difference of logarithms is exact for a power law, up to rounding: 1e-16 over a step of 1e-3.
  it.each([
    { what: "inside the range", length: 2, width: 5 },
    { what: "at the low end, where there is no answer below", length: 1, width: 5 },
    { what: "at the high end of what is legal", length: 9, width: 10.5 },
  ])("is its exponent $what", ({ length, width }) => {
    const { parameters } = sensitivityOf(recordAt(length, width), SEARCHED, assessDesign, false);
    expect(parameters.map(({ elasticity }) => elasticity.energy)).toEqual([
      expect.closeTo(2, 11),
      expect.closeTo(-1, 11),
      undefined,
    ]);
    // An accuracy of zero has no logarithm.
    expect(parameters.every(({ elasticity }) => elasticity.accuracy === undefined)).toBe(true);
  });
});

it("changes each parameter by a tenth, a whole number by one, and none beyond what is legal", () => {
  const { parameters } = sensitivityOf(recordAt(1.05, 10), SEARCHED, assessDesign, true);
  const [length, width, layers] = parameters.map(({ changes }) => changes);
  expect(length!.map(({ value, broken }) => [value, broken])).toEqual([
    [expect.closeTo(0.945, 12), ["too-short"]],
    [expect.closeTo(1.155, 12), []],
  ]);
  expect(width!.map(({ value, broken }) => [value, broken])).toEqual([
    [9, []],
    [10.5, ["too-wide"]],
  ]);
  expect(
    layers!.map(({ value, metrics }) => [value, metrics.energy! / recordAt(1.05, 10).assessment.metrics.energy!]),
  ).toEqual([[1, 0.5]]);
});

describe("sensitivities of a run", async () => {
  const catalog = buildCatalog([smallPlugin], smallHashes);
  // Energy against accuracy: delay alone would leave one design on the front.
  const study = smallStudy.replace('{ "minimize": "delay" }', '{ "maximize": "accuracy" }');
  const runnable = await resolveStudy(parseStudy(study, "small.json", catalog), catalog);
  const archive = Archive.create(":memory:", runnable.resolved);
  await runStudy(runnable, archive, () => undefined);
  const found = frontSensitivities(runnable, (search) => archive.candidates(search));

  it("names the parameters in the order of the search space", () => {
    for (const technology of runnable.resolved.technologies)
      expect(searchedParameters(technology).map(({ name }) => name)).toEqual(searchSpace(technology).names);
  });

  it("looks at a few designs of each front, both ends among them, in the order of the front", () => {
    for (const search of ["small/paper", "small/full"]) {
      const front = frontOf(archive.candidates(search)).toSorted((a, b) => a.objectives[0]! - b.objectives[0]!);
      const members = found.filter((each) => each.search === search);
      expect(members.length).toBeGreaterThan(1);
      expect(members.length).toBeLessThanOrEqual(6);
      expect(members[0]!.candidate).toBe(front[0]!.candidate);
      expect(members.at(-1)!.candidate).toBe(front.at(-1)!.candidate);
      expect(members.filter(({ parameters }) => parameters.some(({ changes }) => changes.length > 0))).toHaveLength(1);
    }
  });

  it("finds that the delay of the small neuron is in proportion to its length", () => {
    // The array settles at once, so the delay is one phase: length / 60 nm in ns. Rounding: 1e-16 over 1e-3.
    for (const { parameters } of found) {
      const length = parameters.find(({ name }) => name === "neuron.length_m")!;
      expect(length.elasticity.delay).toBeCloseTo(1, 10);
      const voltage = parameters.find(({ name }) => name === "inputVoltage_V")!;
      expect(voltage.elasticity.delay).toBeCloseTo(0, 10);
    }
  });
});
