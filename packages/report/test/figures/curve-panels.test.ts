import { parseHTML } from "linkedom";
import { describe, expect, it } from "vitest";
import { exactAxis, roomyAxis } from "../../src/figures/curve-axis.ts";
import { curvePanelsSvg } from "../../src/figures/curve-panels.ts";
import type { CurvePanels } from "../../src/figures/curve-panels.ts";

const current = { title: "switchingCurrent", unit: "A", scale: "log", values: [1e-6, 2e-6, 5e-6, 1e-5] } as const;

const figure: CurvePanels = {
  axis: current,
  panels: [
    {
      title: "energy",
      unit: "J",
      scale: "log",
      curves: [
        { title: "paper", values: [1e-15, Number.NaN, 4e-15, 8e-15] },
        { title: "full", values: [5e-15, Number.NaN, 6e-15, 0] },
      ],
    },
    {
      title: "delay",
      unit: "s",
      scale: "linear",
      curves: [{ title: "delay", values: [2e-9, Number.NaN, 1e-9, 1e-9] }],
    },
  ],
  doubts: [
    { index: 1, kind: "impossible" },
    { index: 3, kind: "invalid" },
  ],
};

function read(svg: string): { count(selector: string): number; texts(): string[]; paths(): string[] } {
  const { document } = parseHTML(`<body>${svg}</body>`);
  return {
    count: (selector) => document.querySelectorAll(selector).length,
    texts: () => [...document.querySelectorAll("text")].map((element) => element.textContent ?? ""),
    paths: () => [...document.querySelectorAll("path.curve, .curve path")].map((path) => path.getAttribute("d") ?? ""),
  };
}

describe("curves of a device", () => {
  const svg = curvePanelsSvg(figure);
  const drawing = read(svg);

  it("stand alone: one file, a frame for each unit, no colour that a page must set", () => {
    expect(svg.startsWith(`<svg xmlns="http://www.w3.org/2000/svg"`)).toBe(true);
    expect(drawing.count("body > svg > svg")).toBe(2);
    expect(svg).not.toContain("var(");
  });

  it("have SI prefixes on logarithmic and linear axes, every label of a logarithmic one", () => {
    expect(drawing.texts()).toEqual(
      expect.arrayContaining(["1 uA", "2 uA", "5 uA", "10 uA", "1 fJ", "2 fJ", "5 fJ", "1 ns", "2 ns"]),
    );
  });

  it("leave gaps where there is no value, and where a logarithmic axis has no place for zero", () => {
    const moves = drawing.paths().map((path) => path.split("M").length - 1);
    expect(moves).toEqual([2, 2, 2]);
  });

  it("mark points without an answer and outside validity, and say so", () => {
    expect(drawing.count(".impossible > *, path.impossible")).toBe(2);
    expect(drawing.count(".invalid > *, path.invalid")).toBe(2);
    expect(drawing.texts()).toEqual(expect.arrayContaining(["no answer", "outside validity", "paper", "full"]));
  });

  it("name choices along an axis of choices", () => {
    const named = curvePanelsSvg({
      axis: { title: "mode", unit: "1", scale: "linear", values: [0, 1], names: ["assist", "oppose"] },
      panels: [{ title: "delay", unit: "s", scale: "linear", curves: [{ title: "delay", values: [1e-9, 2e-9] }] }],
    });
    expect(read(named).texts()).toEqual(expect.arrayContaining(["assist", "oppose"]));
  });

  it("are drawn without any value", () => {
    const empty = curvePanelsSvg({ axis: current, panels: [{ title: "", unit: "1", scale: "linear", curves: [] }] });
    expect(read(empty).texts()).toContain("1 uA");
  });
});

describe("axes", () => {
  it("end at the first and the last point of a sweep", () => {
    const { low, high } = exactAxis(current, current.values);
    expect([low, high]).toEqual([1e-6, 1e-5]);
  });

  it.each([
    ["one value", [2], 1.9, 2.1],
    ["zero alone", [0], -1, 1],
    ["no value", [], -0.05, 1.05],
  ])("leave room around %s", (_what, values, low, high) => {
    const axis = roomyAxis({ title: "", unit: "1", scale: "linear" }, values);
    expect(axis.low).toBeCloseTo(low, 12);
    expect(axis.high).toBeCloseTo(high, 12);
  });

  it("reach fifteen decades down at most", () => {
    const { low } = roomyAxis({ title: "", unit: "1", scale: "log" }, [1, 1e-14, 1e-200]);
    expect(low).toBeGreaterThan(1e-16);
    expect(low).toBeLessThan(1e-14);
  });
});
