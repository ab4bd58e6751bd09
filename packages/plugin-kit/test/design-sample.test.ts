import { randomAt } from "@neurofront/core";
import type { Design } from "@neurofront/core";
import fc from "fast-check";
import { expect, it } from "vitest";
import { designAt, extremeDesigns, latinHypercube, namedDesigns, valueAt } from "../src/conformance/design-sample.ts";
import { problemOfValue } from "../src/conformance/parameters.ts";
import { soundNeuron } from "./sound-models/neuron.ts";

const subject = { model: soundNeuron };

const problems = (design: Design): string[] =>
  Object.entries(soundNeuron.parameters).flatMap(([name, parameter]) => problemOfValue(parameter, design[name]) ?? []);

it("a Latin hypercube visits every part of every dimension once", () => {
  const points = latinHypercube(20, 3, randomAt(1, "test"));
  for (const dimension of [0, 1, 2]) {
    const parts = points.map((point) => Math.floor(point[dimension]! * 20));
    expect(parts.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, k) => k));
  }
});

it("every sampled design is legal", () => {
  const share = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
  fc.assert(
    fc.property(fc.array(share, { minLength: 4, maxLength: 4 }), (point) => {
      expect(problems(designAt(subject, point))).toEqual([]);
    }),
  );
  for (const { design } of extremeDesigns(subject)) expect(problems(design)).toEqual([]);
});

it("extremes reach both ends of every parameter, alone and together", () => {
  const designs = extremeDesigns(subject).map(({ design }) => design);
  expect(designs).toContainEqual({ switchingCurrent_A: 1e-5, length_m: 5e-8, stages: 2, memory: "hold" });
  expect(designs).toContainEqual({ switchingCurrent_A: 2e-6, length_m: 5e-8, stages: 2, memory: "preset" });
  expect(designs).toContainEqual({ switchingCurrent_A: 1e-7, length_m: 1e-8, stages: 1, memory: "hold" });
  expect(designs).toContainEqual({ switchingCurrent_A: 1e-5, length_m: 1e-7, stages: 4, memory: "preset" });
});

it("named designs are the defaults and each preset over them", () => {
  expect(namedDesigns(subject)).toEqual([
    { title: "the defaults", design: { switchingCurrent_A: 2e-6, length_m: 5e-8, stages: 2, memory: "hold" } },
    {
      title: 'preset "short" over the defaults',
      design: { switchingCurrent_A: 2e-6, length_m: 2e-8, stages: 2, memory: "preset" },
    },
  ]);
});

it.each([
  ["switchingCurrent_A", 0, 1e-7],
  ["switchingCurrent_A", 0.5, 1e-6],
  ["length_m", 0.5, 5.5e-8],
  ["stages", 0.999, 4],
  ["memory", 0.49, "hold"],
  ["memory", 0.5, "preset"],
])("%s at %d of its range is %s", (name, share, value) => {
  expect(valueAt(soundNeuron.parameters[name]!, share)).toBe(value);
});
