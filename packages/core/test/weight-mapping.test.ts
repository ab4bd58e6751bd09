import { expect, it } from "vitest";
import { weightMappingOf } from "../src/weight-mapping.ts";

it.each([
  [{}, "one-sided", 1],
  [{ pairOffset: "balanced", rangeShare: 0.5 }, "balanced", 0.5],
  [{ pairOffset: "reference", wireWidth_m: 1e-8 }, "reference", 1],
])("of %j is %s on %d of the range", (design, pairOffset, rangeShare) => {
  expect(weightMappingOf(design)).toEqual({ pairOffset, rangeShare });
});
