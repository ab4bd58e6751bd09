import { expect, it } from "vitest";
import { compareTechnologies } from "../../src/comparison.ts";
import { cornerBoxes } from "../../src/figures/corner-boxes.ts";
import { emptyTechnology } from "../figure-cases.ts";
import { readFigure } from "../read-figure.ts";
import { syntheticInput } from "../synthetic-candidates.ts";

const [full] = compareTechnologies(emptyTechnology()).accountings;
const best = full!.technologies.filter((result) => result.best !== undefined);

it.each(["edp", "accuracy"] as const)(
  "has a box a technology for %s, a mark a corner that has an answer, and the nominal",
  (metric) => {
    const figure = cornerBoxes(full!, metric, "corners");
    const { count } = readFigure(figure);
    expect([count(".corner-box rect"), count(".nominal > *")]).toEqual([best.length, best.length]);
    // The first technology is impossible at one of the two.
    expect(count(".corner-values > *")).toBe(2 * best.length - 1);
    expect(figure!.notes.at(-1)).toContain("impossible");
    const value = best[0]!.best!.assessment.corners!.find(({ name }) => name === "high supply")!.metrics[metric]!;
    expect(figure!.csv).toContain(`dwm,high supply,${Number(value.toPrecision(9))}`);
  },
);

it("is left out of a study without corners", () => {
  expect(cornerBoxes(compareTechnologies(syntheticInput()).accountings[0]!, "edp", "x")).toBeUndefined();
});
