import { randomAt } from "@neurofront/core";
import type { Dimension } from "@neurofront/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { latinHypercube } from "../src/latin-hypercube.ts";
import { partOf } from "../src/space.ts";

const dimensions: Dimension[] = [{ kind: "real" }, { kind: "category", count: 4 }, { kind: "real" }];

describe("a Latin hypercube", () => {
  it("has one point in each part of every real dimension, and each category equally often within two", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 50 }), fc.nat(), (count, seed) => {
        const points = latinHypercube(dimensions, count, (k) => randomAt(seed, k));
        for (const k of [0, 2])
          expect(points.map((point) => partOf(count, point[k]!)).toSorted((a, b) => a - b)).toStrictEqual(
            points.map((_, part) => part),
          );
        const times = [0, 0, 0, 0];
        for (const point of points) times[partOf(4, point[1]!)]!++;
        expect(Math.max(...times) - Math.min(...times)).toBeLessThanOrEqual(2);
      }),
    );
  });

  it("draws each dimension from its own stream", () => {
    const both = latinHypercube(dimensions.slice(0, 2), 8, (k) => randomAt(3, k));
    const three = latinHypercube(dimensions, 8, (k) => randomAt(3, k));
    expect(three.map((point) => [...point.subarray(0, 2)])).toStrictEqual(both.map((point) => [...point]));
  });
});
