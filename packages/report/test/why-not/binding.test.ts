import type { CandidateRecord, ResolvedConstraint, SearchedParameter } from "@neurofront/core";
import { describe, expect, it } from "vitest";
import { bindingOf } from "../../src/why-not/binding.ts";
import { frontLimits } from "../../src/why-not/front-limits.ts";
import { broken, record, violated } from "../records.ts";

const parameter = { unit: "1", meaning: "", source: "", chosenBy: "study" } as const;
const searched: readonly SearchedParameter[] = [
  { name: "neuron.length", parameter: { ...parameter, range: { low: 0, high: 1, scale: "linear" } } },
  { name: "neuron.layers", parameter: { ...parameter, integers: { low: 1, high: 4 } } },
];

/** A candidate of an energy and a delay, at a place of the search. */
function design(
  candidate: number,
  energy: number,
  delay: number,
  place: number,
  layers = 2,
  accuracy = 0.99,
): CandidateRecord {
  const base = record("dwm", "full", candidate, {}, 1, accuracy);
  return {
    ...base,
    coordinates: [place, (layers - 0.5) / 4],
    design: { ...base.design, neuron: { length: place, layers } },
    objectives: [energy, delay],
  };
}

const member = design(0, 2, 2, 0.5);

describe("margins", () => {
  it.each([
    { what: "roomy", constraint: { atLeast: 0.9 }, margin: 0.1, isActive: false },
    { what: "at the bound", constraint: { atLeast: 0.99 }, margin: 0, isActive: true },
    { what: "within a hundredth", constraint: { atLeast: 0.985 }, margin: 0.0050761421, isActive: true },
    { what: "from above", constraint: { atMost: 1.1 }, margin: 0.1, isActive: false },
  ])("$what", ({ constraint, margin, isActive }) => {
    const asked: ResolvedConstraint = { metric: "accuracy", statistic: "mean", ...constraint };
    const code = "atMost" in constraint ? "accuracy-above-bound" : "accuracy-below-bound";
    expect(bindingOf(member, [member], [asked], searched).margins).toEqual([
      { code, margin: expect.closeTo(margin, 9) as number, isActive },
    ]);
  });

  it("are left out where chips were not drawn", () => {
    const asked: ResolvedConstraint = { metric: "accuracy", statistic: "p05", atLeast: 0.9 };
    expect(bindingOf(member, [member], [asked], searched).margins).toEqual([]);
  });
});

it.each([
  { place: 0.5, layers: 2, ends: [] },
  {
    place: 0.005,
    layers: 1,
    ends: [
      { name: "neuron.length", end: "low" },
      { name: "neuron.layers", end: "low" },
    ],
  },
  {
    place: 0.995,
    layers: 4,
    ends: [
      { name: "neuron.length", end: "high" },
      { name: "neuron.layers", end: "high" },
    ],
  },
])("parameters at the ends of their ranges, at $place and $layers", ({ place, layers, ends }) => {
  expect(bindingOf(design(0, 1, 1, place, layers), [], [], searched).ends).toEqual(ends);
});

describe("the rule that stops the neighbours", () => {
  const far = Array.from({ length: 12 }, (_, k) => broken(design(20 + k, 1, 1, 0.9), violated("hot", 0.1)));
  const candidates = [
    member,
    // Feasible, or no better, or impossible: none of these would dominate.
    design(1, 3, 1, 0.5),
    broken(design(2, 1, 3, 0.5), violated("dear", 0.1)),
    broken(design(3, 1, 1, 0.5), violated("no-room", 0.1, "impossible")),
    // Neighbours.
    ...Array.from({ length: 6 }, (_, k) => broken(design(10 + k, 1, 1, 0.52), violated("slow", 0.1))),
    broken(design(16, 1, 1, 0.51), violated("slow", 0.1), violated("wide", 0.1), violated("odd", 0, "warning")),
    ...far,
  ];
  const binding = bindingOf(member, candidates, [], searched);

  it("is the one that most of the ten nearest break", () => {
    expect(binding.wouldDominate).toBe(19);
    expect(binding.nearest).toBeCloseTo(0.01, 12);
    expect(binding.stops).toEqual([
      { code: "slow", count: 7, aloneCount: 6 },
      { code: "hot", count: 3, aloneCount: 3 },
      { code: "wide", count: 1, aloneCount: 0 },
    ]);
  });

  it("does not exist where no evaluated design would dominate", () => {
    const free = bindingOf(member, [member], [], searched);
    expect(free).toMatchObject({ wouldDominate: 0, stops: [] });
    expect(free.nearest).toBeUndefined();
  });
});

it("limits of a front tell at which members each holds, most members first", () => {
  const asked: ResolvedConstraint = { metric: "accuracy", statistic: "mean", atLeast: 0.9 };
  const front = [design(0, 1, 3, 0.001, 2, 0.9), design(1, 2, 2, 0.4, 2, 0.95), design(2, 3, 1, 0.5, 2, 0.9)];
  const candidates = [...front, broken(design(3, 1.5, 1.5, 0.4, 2, 0.8), violated("accuracy-below-bound", 0.1))];
  const bindings = front.map((each) => bindingOf(each, candidates, [asked], searched));
  expect(frontLimits(bindings)).toEqual([
    { title: "accuracy-below-bound", isActive: [true, false, true], stops: [false, true, false] },
    { title: "neuron.length at its low end", isActive: [true, false, false], stops: [false, false, false] },
  ]);
});
