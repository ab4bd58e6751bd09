import { randomAt } from "@neurofront/core";
import type { Dimension } from "@neurofront/core";
import { expect, it } from "vitest";
import { FreshPoints } from "../src/fresh-points.ts";
import { pointCount, settleInactive } from "../src/space.ts";

const finite: Dimension[] = [
  { kind: "category", count: 3 },
  { kind: "integer", count: 4, activeWhen: { dimension: 0, parts: [1] } },
];
const mixed: Dimension[] = [
  { kind: "category", count: 2 },
  { kind: "real", activeWhen: { dimension: 0, parts: [1] } },
];

it.each([
  ["finite space", finite, pointCount(finite)],
  ["space whose only real is inactive at the point that is drawn", mixed, 50],
])("a stubborn draw still gives new points of a %s", (_title, dimensions, count) => {
  const fresh = new FreshPoints(dimensions);
  const random = randomAt("fresh", 1);
  const first = fresh.take(() => settleInactive(dimensions, Float64Array.of(0.25, 0.5)), random);
  const taken = new Set([first.join()]);
  while (taken.size < count) {
    const point = fresh.take(() => Float64Array.from(first), random);
    expect(taken.has(point.join())).toBe(false);
    taken.add(point.join());
  }
  expect(fresh.size).toBe(count);
});

it("repeats only when every design was proposed", () => {
  const fresh = new FreshPoints([]);
  const random = randomAt("fresh", 2);
  fresh.take(() => new Float64Array(), random);
  expect(fresh.take(() => new Float64Array(), random)).toStrictEqual(new Float64Array());
  expect(fresh.size).toBe(1);
});
