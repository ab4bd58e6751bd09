import { describe, expect, it } from "vitest";
import { paintOf, rootPaint } from "../../src/export/svg-paint.ts";
import type { SvgElement } from "../../src/export/svg-element.ts";
import { em, transformSteps } from "../../src/export/svg-transform.ts";
import { winAnsiText } from "../../src/export/win-ansi-text.ts";

describe("transformSteps", () => {
  it.each([
    ["", []],
    ["translate(3,4)", [[1, 0, 0, 1, 3, 4]]],
    ["translate(3)", [[1, 0, 0, 1, 3, 0]]],
    ["scale(2)", [[2, 0, 0, 2, 0, 0]]],
    ["scale(2 3)", [[2, 0, 0, 3, 0, 0]]],
    ["matrix(1 2 3 4 5 6)", [[1, 2, 3, 4, 5, 6]]],
    [
      "translate(1,2) scale(3)",
      [
        [1, 0, 0, 1, 1, 2],
        [3, 0, 0, 3, 0, 0],
      ],
    ],
  ])("reads %j", (text, steps) => {
    expect(transformSteps(text)).toEqual(steps);
  });

  it("turns by degrees, about a point where one is named", () => {
    const [cos, sin] = transformSteps("rotate(90)")[0]!;
    // Rounding of pi.
    expect([cos, sin]).toEqual([expect.closeTo(0, 15), 1]);
    expect(transformSteps("rotate(90, 5, 6)").map(([, , , , e, f]) => [e, f])).toEqual([
      [5, 6],
      [0, 0],
      [-5, -6],
    ]);
  });

  it("refuses what it does not know", () => {
    expect(() => transformSteps("skewX(3)")).toThrow('the transform "skewX"');
  });
});

describe("em", () => {
  it.each([
    ["0.32em", 10, 3.2],
    ["12", 10, 12],
    ["12px", 10, 12],
    ["-1em", 12, -12],
  ])("reads %s at %s pixels", (text, fontSize, length) => {
    expect(em(text, fontSize)).toBeCloseTo(length, 12);
  });

  it("refuses other units", () => {
    expect(() => em("3mm", 10)).toThrow('the length "3mm"');
  });
});

describe("winAnsiText", () => {
  it.each([
    ["5 µm × 2 ± 1 °", "5 µm × 2 ± 1 °", []],
    ["Müller – “x”", "Müller – “x”", []],
    ["−3 Ω", "-3 ohm", []],
    ["Žutić", "Žutic", ["ć"]],
    ["κ β", "? ?", ["κ", "β"]],
    ["decomposed e\u0301", "decomposed é", []],
  ])("writes %j as %j", (text, written, unknown) => {
    expect(winAnsiText(text)).toEqual({ text: written, unknown });
  });
});

describe("paintOf", () => {
  const element = (attributes: Record<string, string>): SvgElement => ({
    localName: "g",
    children: [],
    childNodes: [],
    textContent: "",
    getAttribute: (name) => attributes[name] ?? null,
  });
  const outer = paintOf(
    element({ fill: "#123456", opacity: "0.5", "font-size": "11", "text-anchor": "end", "stroke-dasharray": "2 4" }),
    rootPaint(),
  );

  it("inherits what an element does not say itself, and multiplies opacity", () => {
    expect(paintOf(element({ opacity: "0.5", "font-weight": "600", "paint-order": "stroke" }), outer)).toMatchObject({
      fill: "#123456",
      fillOpacity: 0.25,
      strokeOpacity: 0.25,
      fontSize: 11,
      anchor: "end",
      dashes: [2, 4],
      isBold: true,
      hasHalo: true,
    });
  });

  it("refuses a width that is no number", () => {
    expect(() => paintOf(element({ "stroke-width": "1mm" }), outer)).toThrow('stroke-width="1mm"');
  });
});
