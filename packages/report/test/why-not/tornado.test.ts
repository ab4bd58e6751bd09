import { expect, it } from "vitest";
import { tornado } from "../../src/why-not/tornado.ts";
import { record } from "../records.ts";
import { sensitivity } from "../sensitivities.ts";

const design = sensitivity(record("dwm", "full", 7, { sense: 1 }, 1));

it("puts the parameter that changes the metric most first, and counts changes without an answer", () => {
  expect(tornado(design, "edp")).toEqual([
    {
      name: "synapse.kind",
      unit: "1",
      value: "wide",
      changes: [{ value: "narrow", broken: [], direction: "other", ratio: 0.5 }],
      impossible: 0,
    },
    {
      name: "neuron.length_m",
      unit: "m",
      value: 1e-8,
      changes: [
        {
          value: 0.9e-8,
          broken: ["accuracy-below-bound"],
          direction: "less",
          ratio: expect.closeTo(0.81, 12) as number,
        },
        { value: 1.1e-8, broken: [], direction: "more", ratio: expect.closeTo(1.21, 12) as number },
      ],
      impossible: 0,
    },
    { name: "neuron.layers", unit: "1", value: 2, changes: [], impossible: 1 },
  ]);
});

it("is empty for a metric without a value, and for a design that nothing was changed in", () => {
  expect(tornado(design, "testAccuracy")).toEqual([]);
  const untouched = design.parameters.map((parameter) => ({ ...parameter, changes: [] }));
  expect(tornado({ ...design, parameters: untouched }, "edp")).toEqual([]);
});
