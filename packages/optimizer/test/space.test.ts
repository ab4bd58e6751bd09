import type { Dimension } from "@neurofront/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { PointSet } from "../src/point-set.ts";
import { coordinateOf, nextPoint, partOf, pointCount, snap } from "../src/space.ts";

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

  it("cannot be walked through with a real dimension", () => {
    expect(pointCount([...dimensions, { kind: "real" }])).toBe(Infinity);
    expect(() => nextPoint([{ kind: "real" }], Float64Array.of(0.5))).toThrow("dimension 0 is real");
  });

  it("without dimensions has one point", () => {
    expect(pointCount([])).toBe(1);
  });
});
