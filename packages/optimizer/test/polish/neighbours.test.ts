import type { Dimension } from "@neurofront/core";
import { expect, it } from "vitest";
import { neighboursOf } from "../../src/polish/neighbours.ts";
import { coordinateOf } from "../../src/space.ts";

it("neighbours differ in one integer by one or in one category, and only in what counts", () => {
  const dimensions: Dimension[] = [
    { kind: "category", count: 3 },
    { kind: "integer", count: 4 },
    { kind: "real", activeWhen: { dimension: 0, parts: [0] } },
    { kind: "integer", count: 5, activeWhen: { dimension: 0, parts: [1] } },
  ];
  const point = Float64Array.of(coordinateOf(3, 0), coordinateOf(4, 0), 0.7, 0.5);
  expect(neighboursOf(dimensions, point).map((neighbour) => [...neighbour])).toStrictEqual([
    [coordinateOf(3, 1), coordinateOf(4, 0), 0.5, 0.5],
    [coordinateOf(3, 2), coordinateOf(4, 0), 0.5, 0.5],
    [coordinateOf(3, 0), coordinateOf(4, 1), 0.7, 0.5],
  ]);
});
