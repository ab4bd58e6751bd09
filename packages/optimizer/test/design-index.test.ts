import type { Dimension } from "@neurofront/core";
import { describe, expect, it } from "vitest";
import { designIndex } from "../src/design-index.ts";
import { pointCount, settleInactive } from "../src/space.ts";

const conditional: Dimension[] = [
  { kind: "category", count: 3 },
  { kind: "integer", count: 4, activeWhen: { dimension: 0, parts: [1] } },
  { kind: "category", count: 2, activeWhen: { dimension: 0, parts: [1, 2] } },
  { kind: "integer", count: 5, activeWhen: { dimension: 2, parts: [0] } },
  { kind: "integer", count: 2 },
];

describe("the numbering of designs", () => {
  it.each([
    { title: "an empty space", dimensions: [] },
    {
      title: "independent dimensions",
      dimensions: [
        { kind: "integer", count: 3 },
        { kind: "category", count: 4 },
      ],
    },
    { title: "dependent dimensions", dimensions: conditional },
  ] as { title: string; dimensions: Dimension[] }[])("reaches every design of $title once", ({ dimensions }) => {
    const { count, designAt } = designIndex(dimensions);
    expect(count).toBe(pointCount(dimensions));
    const designs = Array.from({ length: count }, (_, index) => designAt(index));
    expect(new Set(designs.map((design) => design.join())).size).toBe(count);
    for (const design of designs) expect(settleInactive(dimensions, Float64Array.from(design))).toStrictEqual(design);
  });

  it("refuses reals", () => {
    expect(() => designIndex([{ kind: "real" }])).toThrow("dimension 0 is real");
  });
});
