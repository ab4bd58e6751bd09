import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { jsonDifferences } from "../src/json-differences.ts";

/** As a file holds it: without signed zeros. */
const json = fc.jsonValue({ maxDepth: 2 }).map((value) => JSON.parse(JSON.stringify(value)) as unknown);

describe("jsonDifferences", () => {
  it.each([
    ["nothing", { a: [1, { b: "x" }] }, { a: [1, { b: "x" }] }, []],
    ["a leaf", { a: { b: 1 } }, { a: { b: 2 } }, [{ pointer: "/a/b", first: 1, second: 2 }]],
    ["what one side has", { a: 1 }, {}, [{ pointer: "/a", first: 1, second: undefined }]],
    ["a longer list", [1], [1, 2], [{ pointer: "/1", first: undefined, second: 2 }]],
    ["a list against an object", { a: [] }, { a: {} }, [{ pointer: "/a", first: [], second: {} }]],
    ["null against an object", null, {}, [{ pointer: "", first: null, second: {} }]],
    ["keys of RFC 6901", { "a/b~c": 1 }, { "a/b~c": 2 }, [{ pointer: "/a~1b~0c", first: 1, second: 2 }]],
    ["a key that every object inherits", {}, { toString: 1 }, [{ pointer: "/toString", first: undefined, second: 1 }]],
    ["zeros of both signs", { a: 0 }, { a: -0 }, [{ pointer: "/a", first: 0, second: -0 }]],
  ])("finds %s", (_case, first, second, expected) => {
    expect(jsonDifferences(first, second)).toEqual(expected);
  });

  it("stops at the limit", () => {
    expect(jsonDifferences([1, 2, 3], [4, 5, 6], 2)).toHaveLength(2);
  });

  it("finds nothing exactly where the values are equal", () => {
    fc.assert(
      fc.property(json, json, (first, second) => {
        expect(jsonDifferences(first, structuredClone(first))).toEqual([]);
        expect(jsonDifferences(first, second).length === 0).toBe(sorted(first) === sorted(second));
      }),
    );
  });
});

function sorted(value: unknown): string {
  return JSON.stringify(value, (_key, item: unknown) =>
    typeof item === "object" && item !== null && !Array.isArray(item)
      ? Object.fromEntries(Object.entries(item).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : item,
  );
}
