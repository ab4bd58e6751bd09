import { describe, expect, it } from "vitest";
import { compareTechnologies } from "../../src/comparison.ts";
import { arrayMapFigure } from "../../src/figures/array-map.ts";
import { designMapFigure } from "../../src/figures/design-map.ts";
import { deviceViewFigure } from "../../src/figures/device-view.ts";
import { sobolFigure } from "../../src/figures/sobol.ts";
import { variationFigure } from "../../src/figures/variation.ts";
import { readFigure } from "../read-figure.ts";
import { syntheticInput } from "../synthetic-candidates.ts";
import { syntheticExploration } from "../synthetic-exploration.ts";
import { syntheticStudy } from "../synthetic-study.ts";

const input = syntheticInput(syntheticStudy({ accounting: ["full"] }), 60);
const exploration = syntheticExploration(input);
const [best] = compareTechnologies(input).accountings[0]!.technologies.map(
  (result) => result.best!.assessment.metrics.edp!,
);

describe("Sobol indices", () => {
  const [interactions] = exploration.interactions;
  const figure = sobolFigure(
    [{ technology: "dwm", technologyIndex: 0, interactions: interactions! }],
    "edp",
    "sobol-full",
  );
  const drawing = readFigure(figure);

  it("have two markers of different shape a parameter, each with its interval", () => {
    expect([drawing.count(".sobol-first > *"), drawing.count(".sobol-total > *")]).toEqual([2, 2]);
    expect(drawing.count(".sobol-interval > *")).toBe(4);
    expect(drawing.texts).toContain("neuron.length_m, alone: 0.5 (0.3 to 0.7)");
    expect(drawing.rows[1]).toBe(`dwm,${interactions!.candidate},neuron.length_m,0.5,0.3,0.7,0.6,0.5,0.8,30,0.2`);
  });

  it("say how many rows they come from and how many had no answer", () => {
    expect(figure!.notes.join(" ")).toContain("Rows of the sample: dwm 30;");
    expect(figure!.notes.join(" ")).toContain("are left out: dwm 2.");
  });

  it("are left out where none were computed", () => {
    expect(sobolFigure([], "edp", "x")).toBeUndefined();
  });
});

describe("the map around a design", () => {
  const [map] = exploration.maps;
  const drawing = readFigure(designMapFigure([{ technology: "dwm", map: map!, best: best! }], "edp", "map-full"));

  it("has a shaded cell with its number for each possible design, crosses where rules are broken, and all in its data", () => {
    expect(drawing.count(".cells rect")).toBe(35);
    expect(drawing.count(".broken-cells > *")).toBe(11);
    expect(drawing.rows).toHaveLength(1 + 36);
    expect(drawing.count(".best-designs > *")).toBe(1);
    // The corner of the largest values: four times the width's share and twice the length's.
    expect(drawing.texts).toContain("8");
  });

  it("draws the boundary between feasible and not as one line through the map", () => {
    expect(drawing.count(".feasible-boundary > *")).toBe(6);
  });
});

describe("accuracy against variation", () => {
  const courses = exploration.variations.map((course, technologyIndex) => ({
    ...course,
    technology: "dwm",
    technologyIndex,
  }));
  const drawing = readFigure(variationFigure(courses, [0.95]));

  it("has a line a technology, strokes over chips and the bound", () => {
    expect(drawing.count("path.variation-course, .variation-course path")).toBe(courses.length);
    expect(drawing.count(".chip-percentiles > *")).toBe(3 * courses.length);
    expect(drawing.count(".accuracy-bound > *")).toBe(1);
    expect(drawing.rows[1]).toMatch(/^dwm,\d+,0,0\.99,24,0\.95,0\.98,1$/u);
  });
});

describe("views of devices", () => {
  it("have a frame a unit, and every number in the data", () => {
    const drawing = readFigure(deviceViewFigure(exploration.views[0]!, "view"));
    expect(drawing.count("path.curve, .curve path")).toBe(2);
    expect(drawing.texts).toEqual(expect.arrayContaining(["position", "speed", "time"]));
    expect(drawing.rows[0]).toBe("time [s],position [m],speed [m/s]");
    expect(drawing.rows).toHaveLength(1 + 40);
  });

  it("are left out where the device has no answer", () => {
    expect(deviceViewFigure(exploration.views[1]!, "view")).toBeUndefined();
  });
});

describe("the map of an array", () => {
  const [array] = exploration.arrays;

  it("has a cell for each device and says what light and dark are", () => {
    const drawing = readFigure(arrayMapFigure([{ ...array!, technology: "dwm" }], "arrays"));
    expect(drawing.count(".cells rect")).toBe(40);
    expect(drawing.texts).toContain("dwm: 61 % (light) to 100 % (dark)");
    expect(drawing.rows[1]).toBe(`dwm,${array!.candidate},1,1,1,1`);
  });

  it("draws every n-th row and neuron of a large one, and keeps all in the data", () => {
    const large = {
      ...array!,
      technology: "dwm",
      rowCount: 200,
      columnCount: 100,
      share: Array.from({ length: 20_000 }, () => 0.5),
    };
    const figure = arrayMapFigure([large], "arrays");
    expect(readFigure(figure).count(".cells rect")).toBeLessThanOrEqual(2600);
    expect(readFigure(figure).rows).toHaveLength(20_001);
    expect(figure!.notes.at(-1)).toContain("every n-th row");
  });
});
