import { denseLayer } from "@neurofront/core";
import type { PreparedWorkload } from "@neurofront/core";
import fc from "fast-check";
import { expect, it } from "vitest";
import { packWorkload, unpackWorkload } from "../src/packed-workload.ts";

const workload = (levels: readonly number[]): PreparedWorkload => {
  const patterns = Float64Array.from(levels);
  const set = { patterns, labels: Int32Array.from(levels, (_, k) => k), count: levels.length };
  return {
    layers: [denseLayer(Float64Array.of(0.25, -1), 2, 1, "unipolar")],
    clean: set,
    test: { ...set, patterns: patterns.map((level) => -level) },
    quantities: { idealAccuracy: 0.75 },
  };
};

it("comes back from its bytes as it was", () => {
  const levels = fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 1, maxLength: 40 });
  fc.assert(
    fc.property(levels, (list) => {
      expect(unpackWorkload(packWorkload(workload(list)))).toEqual(workload(list));
    }),
    { numRuns: 30 },
  );
});

it("is none when any byte is changed or missing", () => {
  const bytes = packWorkload(workload([0.5, -0.25]));
  for (let at = 0; at < bytes.length; at += 7) {
    const changed = Buffer.from(bytes);
    changed[at]! ^= 1;
    expect(unpackWorkload(changed), `byte ${at}`).toBeUndefined();
  }
  expect(unpackWorkload(bytes.subarray(0, -1))).toBeUndefined();
  expect(unpackWorkload(Buffer.alloc(0))).toBeUndefined();
});
