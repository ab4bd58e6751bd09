import { dominates } from "@neurofront/core";
import fc from "fast-check";
import { expect, it } from "vitest";
import { dominatorCounts } from "../../src/run/dominator-counts.ts";

/** Few values, so that many are equal. */
const value = fc.oneof(fc.integer({ min: -3, max: 3 }), fc.constantFrom(-0, 0.5, 1e300));

it.each([1, 2, 3])("counts who dominates, of %d objectives, as comparing every pair does", (objectives) => {
  const points = fc.array(fc.array(value, { minLength: objectives, maxLength: objectives }), { maxLength: 40 });
  fc.assert(
    fc.property(points, (all) => {
      expect(dominatorCounts(all)).toEqual(all.map((own) => all.filter((other) => dominates(other, own)).length));
    }),
  );
});
