import { randomAt } from "@neurofront/core";
import type { Dimension } from "@neurofront/core";
import { describe, expect, it } from "vitest";
import { ParzenMixture } from "../src/parzen-mixture.ts";
import { uniformPoint } from "../src/space.ts";

const SAMPLES = 20_000;

const spaces: readonly (readonly [title: string, dimensions: readonly Dimension[]])[] = [
  ["two reals", [{ kind: "real" }, { kind: "real" }]],
  [
    "an integer and a category",
    [
      { kind: "integer", count: 7 },
      { kind: "category", count: 3 },
    ],
  ],
  [
    "a real that counts at times",
    [
      { kind: "category", count: 2 },
      { kind: "real", activeWhen: { dimension: 0, parts: [1] } },
    ],
  ],
];

describe.each(spaces)("a Parzen mixture on %s", (_, dimensions) => {
  const random = randomAt("parzen", dimensions.length);
  const points = Array.from({ length: 8 }, () => uniformPoint(dimensions, random));
  const mixture = new ParzenMixture(dimensions, points);

  it("is a density: its mean over uniform points is 1", () => {
    let sum = 0;
    let squares = 0;
    for (let k = 0; k < SAMPLES; k++) {
      const density = Math.exp(mixture.logDensity(uniformPoint(dimensions, random)));
      sum += density;
      squares += density * density;
    }
    const error = Math.sqrt((squares / SAMPLES - (sum / SAMPLES) ** 2) / SAMPLES);
    expect(Math.abs(sum / SAMPLES - 1)).toBeLessThan(4 * error);
  });

  it("draws from it: the mean of one over the density of what it draws is 1", () => {
    let sum = 0;
    let squares = 0;
    for (let k = 0; k < SAMPLES; k++) {
      const inverse = Math.exp(-mixture.logDensity(mixture.draw(random)));
      sum += inverse;
      squares += inverse * inverse;
    }
    const error = Math.sqrt((squares / SAMPLES - (sum / SAMPLES) ** 2) / SAMPLES);
    expect(Math.abs(sum / SAMPLES - 1)).toBeLessThan(4 * error);
  });
});

it("without points is uniform", () => {
  const mixture = new ParzenMixture([{ kind: "real" }], []);
  expect(mixture.logDensity(Float64Array.of(0.1))).toBe(0);
});
