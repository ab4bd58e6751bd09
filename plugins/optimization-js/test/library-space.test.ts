import type { Dimension } from "@neurofront/core";
import { expect, it } from "vitest";
import { pointOf, valuesOf } from "../src/library-space.ts";

const dimensions: readonly Dimension[] = [
  { kind: "real" },
  { kind: "integer", count: 5 },
  { kind: "category", count: 2 },
  { kind: "real", activeWhen: { dimension: 2, parts: [1] } },
];

it.each([
  ["inside", [0.25, 2, 1, 0.75], [0.25, 0.5, 0.75, 0.75]],
  ["the upper ends, which the cube does not hold", [1, 4, 1, 1], [1 - 2 ** -53, 0.9, 0.75, 1 - 2 ** -53]],
  ["the lower ends", [0, 0, 0, 0], [0, 0.1, 0.25, 0.5]],
  ["a parameter that does not count", [0.5, 1, 0, 0.9], [0.5, 0.3, 0.25, 0.5]],
])("maps values of the library to the unit cube: %s", (_what, values, point) => {
  expect([...pointOf(dimensions, values)].map((x) => Number(x.toFixed(16)))).toStrictEqual(
    point.map((x) => Number(x.toFixed(16))),
  );
});

it("takes a point back to the values of the library", () => {
  expect(valuesOf(dimensions, pointOf(dimensions, [0.25, 3, 1, 0.75]))).toStrictEqual([0.25, 3, 1, 0.75]);
});
