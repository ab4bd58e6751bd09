import { expect, it } from "vitest";
import { nearestName, suggestion } from "../src/nearest.ts";

const few = ["use", "length", "width", "switchingCurrent"];
/** As many as a domain-wall neuron has parameters. */
const many = [...few, ...Array.from({ length: 56 }, (_, k) => `parameterNumber${k}`), "lengthOfWire"];
const HINT = "neurofront list parameters my-neuron";

/** Width of a line of a terminal, and the lines that a message may take beside the place that it names. */
const LINE = 80;
const MOST_LINES = 4;

it.each([
  ["lenght", few, `did you mean "length"? (legal: use, length, width, switchingCurrent)`],
  ["zzzzzzz", few, `legal: use, length, width, switchingCurrent`],
  ["LENGTH", few, `did you mean "length"? (legal: use, length, width, switchingCurrent)`],
  [
    "lenght",
    many,
    /^did you mean "length"\? \(legal: length, (?:\w+, ){2}.*switchingCurrent, parameterNumber0, .* and 4\d more, see neurofront list parameters my-neuron\)$/u,
  ],
  [
    "parameterNumber7a",
    many,
    /^did you mean "parameterNumber7"\? \(legal: parameterNumber7, .* and \d+ more, see neurofront list parameters my-neuron\)$/u,
  ],
  ["qqqqqqqqqqqq", many, /^legal: .*use.* and 4\d more, see neurofront list parameters my-neuron$/u],
])("%s among few or many", (name, legal, expected) => {
  const text = suggestion(name, legal, HINT);
  expect(text).toMatch(expected);
  expect(text.length).toBeLessThan(MOST_LINES * LINE);
});

it("counts what a cut list leaves out", () => {
  const [, shown, more] = /legal: (.*) and (\d+) more$/u.exec(suggestion("qqqqqqqqqqqq", many)) ?? [];
  const names = shown!.split(", ");
  expect(new Set(names).size).toBe(names.length);
  expect(names.length + Number(more)).toBe(many.length);
});

it.each([
  ["swithcingCurrent", "switchingCurrent"],
  ["wdith", "width"],
  ["us", "use"],
  ["energy", undefined],
])("the nearest to %s is %s", (name, expected) => {
  expect(nearestName(name, few)).toBe(expected);
});
