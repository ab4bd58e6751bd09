import { describe, expect, it } from "vitest";
import { compareTechnologies } from "../../src/comparison.ts";
import { markupText } from "../../src/escape.ts";
import { elasticitiesFigure } from "../../src/figures/elasticities.ts";
import { frontLimitsFigure } from "../../src/figures/front-limits.ts";
import { ruleSharesFigure } from "../../src/figures/rule-shares.ts";
import { tornadoFigure } from "../../src/figures/tornado.ts";
import { candidatesBySearch } from "../../src/report-input.ts";
import { tornado } from "../../src/why-not/tornado.ts";
import { whyNotOf } from "../../src/why-not/why-not.ts";
import type { WhyNot } from "../../src/why-not/why-not.ts";
import { record } from "../records.ts";
import { sensitivity } from "../sensitivities.ts";
import { readFigure } from "../read-figure.ts";
import { syntheticInput } from "../synthetic-candidates.ts";

const input = syntheticInput();
const searches = candidatesBySearch(input.candidates);
const [paper] = compareTechnologies(input).accountings;
const reasons: readonly WhyNot[] = paper!.technologies.map((result) =>
  whyNotOf(result, searches.get(result.search)!, input.study),
);
const nothing: readonly WhyNot[] = reasons.map((each) => ({ ...each, rules: [], limits: [], bindings: [] }));

describe("shares of broken rules", () => {
  const figure = ruleSharesFigure(reasons, "rules-paper");
  const drawing = readFigure(figure);
  const ruleCount = reasons.reduce((sum, { rules }) => sum + rules.length, 0);

  it("have two bars a rule, and every rule in the data", () => {
    expect(ruleCount).toBeGreaterThan(4);
    expect(drawing.count(".whole rect")).toBe(ruleCount);
    expect(drawing.count(".near rect")).toBe(ruleCount);
    expect(drawing.rows).toHaveLength(1 + ruleCount);
    const [{ code, whole }] = reasons[0]!.rules as [WhyNot["rules"][number]];
    expect(drawing.texts).toContain(code);
    expect(drawing.rows).toContainEqual(
      expect.stringMatching(new RegExp(`^dwm,${code},${whole.count},${whole.of},`, "u")),
    );
  });

  it("are told apart without colour", () => {
    expect(markupText(figure!.svg)).toMatch(/fill="none" class="near"/u);
  });

  it("are left out where nothing is broken", () => {
    expect(ruleSharesFigure(nothing, "rules")).toBeUndefined();
  });
});

describe("limits along the fronts", () => {
  const drawing = readFigure(frontLimitsFigure(reasons, "energy", "limits-paper"));

  it("have a mark for each design that a limit holds", () => {
    const held = reasons.flatMap(({ limits }) => limits.map(({ isActive, stops }) => ({ isActive, stops })));
    const marks = (of: "isActive" | "stops"): number =>
      held.reduce((sum, limit) => sum + limit[of].filter(Boolean).length, 0);
    expect(marks("stops")).toBeGreaterThan(3);
    // The fronts here are short enough for all designs to be shown.
    expect(drawing.count(".active > *")).toBe(marks("isActive"));
    expect(drawing.count(".stops > *")).toBe(marks("stops"));
    expect(drawing.texts.some((text) => text.startsWith("dwm ("))).toBe(true);
  });

  it("are left out where nothing holds", () => {
    expect(frontLimitsFigure(nothing, "energy", "limits")).toBeUndefined();
  });
});

describe("elasticities", () => {
  const members = [2, 3, 4].map((exponent, candidate) =>
    sensitivity(record("dwm", "paper", candidate, { sense: 1 }, 1), exponent),
  );
  const fronts = [{ technology: "dwm", technologyIndex: 0, members }];
  const drawing = readFigure(elasticitiesFigure(fronts, ["energy", "delay"], "elasticities-paper"));

  it("have a mark for each design and metric, and one line for what they span", () => {
    expect(drawing.count(".elasticity-energy > *")).toBe(3);
    expect(drawing.count(".elasticity-delay > *")).toBe(3);
    expect(drawing.count(".reach path, .reach line")).toBe(2);
    expect(drawing.texts).toContain("neuron.length_m, energy of candidate 2: 4");
    expect(drawing.rows.slice(0, 2)).toEqual([
      "technology,candidate,parameter,value,elasticity_of_energy,elasticity_of_delay",
      "dwm,0,neuron.length_m,1e-8,2,0",
    ]);
  });

  it("are left out where none was computed", () => {
    expect(
      elasticitiesFigure([{ technology: "dwm", technologyIndex: 0, members: [] }], ["energy"], "x"),
    ).toBeUndefined();
  });
});

describe("the tornado", () => {
  const best = sensitivity(record("dwm", "paper", 7, { sense: 1 }, 1));
  const figure = tornadoFigure(
    [{ technology: "dwm", technologyIndex: 0, candidate: 7, rows: tornado(best, "edp") }],
    "edp",
    "tornado-paper",
  );
  const drawing = readFigure(figure);

  it("has a bar a change, filled upwards and hollow downwards, with a cross where a rule is broken", () => {
    expect(drawing.count(".up rect")).toBe(2);
    expect(drawing.count(".down rect")).toBe(1);
    expect(drawing.count(".breaks > *")).toBe(1);
    expect(drawing.texts).toContain(
      "neuron.length_m from 10 nm to 9 nm: energy-delay product times 0.81\nbreaks accuracy-below-bound",
    );
    expect(drawing.rows).toContain("dwm,7,neuron.length_m,1e-8,9e-9,0.81,accuracy-below-bound");
  });

  it("names the changes that have no answer", () => {
    expect(figure!.notes.at(-1)).toBe("A change to an impossible design has no bar: dwm neuron.layers.");
  });

  it("is left out where no design was changed", () => {
    expect(tornadoFigure([], "edp", "x")).toBeUndefined();
  });
});
