import { randomAt } from "@neurofront/core";
import type { Dimension } from "@neurofront/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { PointSet } from "../src/point-set.ts";
import {
  coordinateOf,
  isActive,
  nextPoint,
  partOf,
  pointCount,
  settleInactive,
  snap,
  uniformPoint,
} from "../src/space.ts";

const unit = fc.double({ min: 0, max: 1, noNaN: true });
const counts = fc.integer({ min: 1, max: 1000 });

describe("coordinates", () => {
  it("lie in [0, 1), those of integers and categories in the middle of the part they came from", () => {
    fc.assert(
      fc.property(unit, counts, (value, count) => {
        expect(snap({ kind: "real" }, value)).toBeLessThan(1);
        const snapped = snap({ kind: "integer", count }, value);
        expect(snapped).toBe(snap({ kind: "category", count }, snapped));
        expect(Math.abs(snapped - value)).toBeLessThanOrEqual(0.5 / count + 1e-12);
        expect(snapped).toBeLessThan(1);
      }),
    );
  });

  it("give every part the same room", () => {
    fc.assert(
      fc.property(counts, (count) => {
        for (const part of [0, Math.floor(count / 2), count - 1])
          expect(partOf(count, coordinateOf(count, part))).toBe(part);
      }),
    );
  });
});

describe("a finite space", () => {
  const dimensions: Dimension[] = [
    { kind: "integer", count: 3 },
    { kind: "category", count: 2 },
    { kind: "integer", count: 5 },
  ];

  it("is walked through completely, from any point back to it", () => {
    const start = Float64Array.of(coordinateOf(3, 1), coordinateOf(2, 0), coordinateOf(5, 3));
    const seen = new PointSet();
    let point: Float64Array = start;
    for (let step = 0; step < 30; step++) {
      expect(seen.has(point)).toBe(false);
      seen.add(point);
      point = nextPoint(dimensions, point);
    }
    expect(point).toStrictEqual(start);
    expect(seen.size).toBe(pointCount(dimensions));
  });

  it("with conditions has only designs that differ, and is walked through completely", () => {
    const conditional: Dimension[] = [
      { kind: "category", count: 3 },
      { kind: "integer", count: 4, activeWhen: { dimension: 0, parts: [1] } },
      { kind: "category", count: 2, activeWhen: { dimension: 0, parts: [1, 2] } },
      { kind: "integer", count: 5, activeWhen: { dimension: 2, parts: [0] } },
      { kind: "integer", count: 2 },
    ];
    // 1, 4 (5 + 1) and 5 + 1 designs of the three categories, twice.
    expect(pointCount(conditional)).toBe(2 * (1 + 4 * 6 + 6));
    const seen = new PointSet();
    let point = uniformPoint(conditional, randomAt("conditions"));
    const start = point;
    for (let step = 0; step < pointCount(conditional); step++) {
      expect(seen.has(point)).toBe(false);
      expect(settleInactive(conditional, Float64Array.from(point))).toStrictEqual(point);
      seen.add(point);
      point = nextPoint(conditional, point);
    }
    expect(point).toStrictEqual(start);
  });

  it("with a real that may be inactive is infinite", () => {
    const conditional: Dimension[] = [
      { kind: "category", count: 2 },
      { kind: "real", activeWhen: { dimension: 0, parts: [1] } },
    ];
    expect(pointCount(conditional)).toBe(Infinity);
    expect(isActive(conditional, Float64Array.of(0.25, 0.3), 1)).toBe(false);
    expect([...settleInactive(conditional, Float64Array.of(0.25, 0.3))]).toStrictEqual([0.25, 0.5]);
    expect([...settleInactive(conditional, Float64Array.of(0.75, 0.3))]).toStrictEqual([0.75, 0.3]);
  });

  it("cannot be walked through with a real dimension", () => {
    expect(pointCount([...dimensions, { kind: "real" }])).toBe(Infinity);
    expect(() => nextPoint([{ kind: "real" }], Float64Array.of(0.5))).toThrow("dimension 0 is real");
  });

  it("without dimensions has one point", () => {
    expect(pointCount([])).toBe(1);
  });
});
