import { defaultsOf } from "@neurofront/core";
import type { AnyDesign, ViewData } from "@neurofront/core";
import { describe, expect, it } from "vitest";
import { lateralSpinValveNeuron } from "../src/model.ts";
import { parameters } from "../src/parameters.ts";
import type { LsvDesign } from "../src/parameters.ts";
import { presets } from "../src/presets.ts";
import { operating } from "./operating-point.ts";

function viewOf(id: string, settings: AnyDesign = {}, changes: Partial<LsvDesign> = {}): ViewData {
  const view = lateralSpinValveNeuron.views!.find((candidate) => candidate.id === id)!;
  const design = { ...defaultsOf(parameters), ...changes };
  const answer = view.compute(design, operating, { ...defaultsOf(view.settings), ...settings });
  if (answer.status !== "ok") throw new Error(answer.violations.map(({ message }) => message).join("; "));
  return answer;
}

const curve = ({ curves }: ViewData, name: string): Float64Array =>
  curves.find((candidate) => candidate.name === name)!.values;

/** Value of a curve at the point of the axis nearest to a place. */
function at(data: ViewData, name: string, place: number): number {
  const nearest = data.axis.values.reduce(
    (best, value, k, all) => (Math.abs(value - place) < Math.abs(all[best]! - place) ? k : best),
    0,
  );
  return curve(data, name)[nearest]!;
}

describe("trajectory", () => {
  it("presets, decides and falls, with unit length", () => {
    const data = viewOf("trajectory", { netCurrent_A: 200e-6, thermal: "off" });
    const [mz, mx, my] = ["mz", "mx", "my"].map((name) => curve(data, name));
    for (const [k, value] of mz!.entries()) expect(Math.hypot(value, mx![k]!, my![k]!)).toBeCloseTo(1, 12);
    expect(mz![0]).toBeLessThan(-0.95);
    expect(at(data, "mx", 0.3e-9)).toBeGreaterThan(0.95);
    expect(mz!.at(-1)).toBeGreaterThan(0.9);
    expect(data.axis.values.at(-1)).toBeCloseTo(5.3e-9, 15);
  });

  it("without a preset reverses in the exact time", () => {
    const data = viewOf(
      "trajectory",
      { netCurrent_A: 300e-6, thermal: "off" },
      { clocking: "none", evaluation_s: 5e-9 },
    );
    const mz = curve(data, "mz");
    const crossing_s = data.axis.values[mz.findIndex((value) => value > 0)]!;
    // The points are 25 ps apart, of 3 ns.
    expect(Math.abs(crossing_s / data.quantities["reversal_s"]! - 1)).toBeLessThan(0.02);
  });

  it("of an in-plane magnet begins and ends along its length", () => {
    const data = viewOf("trajectory", { netCurrent_A: 400e-6 }, presets["in-plane"]!.values);
    expect(curve(data, "mx")[0]).toBeLessThan(-0.7);
    expect(curve(data, "mx").at(-1)).toBeGreaterThan(0.7);
  });
});

describe("efficiency against distance", () => {
  it("is one curve by both models where the closed form holds, and two where it does not", () => {
    const long = viewOf("efficiency-distance");
    for (const [k, value] of curve(long, "closedForm").entries())
      expect(curve(long, "nodal")[k]! / value).toBeCloseTo(1, 6);
    const short = viewOf("efficiency-distance", {}, { injectorArm_m: 50e-9, outputArm_m: 50e-9 });
    expect(at(short, "nodal", 1e-7)).toBeGreaterThan(1.1 * at(short, "closedForm", 1e-7));
  });
});

describe("error", () => {
  it.each([
    ["error-current", {}],
    ["error-time", {}],
  ] as const)("%s: falls, and the closed form lies in most Monte Carlo intervals", (id, settings) => {
    const data = viewOf(id, settings);
    const closedForm = curve(data, "closedForm");
    expect(closedForm.every((value, k) => k === 0 || value <= closedForm[k - 1]! + 1e-12)).toBe(true);
    const low = curve(data, "simulatedLow");
    const high = curve(data, "simulatedHigh");
    const simulated = [...high.keys()].filter((k) => !Number.isNaN(high[k]!));
    expect(simulated).toHaveLength(5);
    const inside = simulated.filter((k) => !(closedForm[k]! < low[k]! * 0.9) && closedForm[k]! <= high[k]!);
    expect(inside.length).toBeGreaterThanOrEqual(4);
  });

  it("of an in-plane magnet has no closed form", () => {
    const data = viewOf("error-current", { runs: 20, simulatedPoints: 2 }, presets["in-plane"]!.values);
    expect(data.curves.map(({ name }) => name)).not.toContain("closedForm");
  });
});

describe("preset", () => {
  it("leaves what the closed form says", () => {
    const data = viewOf("preset", { duration_s: 0.3e-9 });
    const easy = curve(data, "easy");
    for (const [k, residual] of curve(data, "residual").entries())
      expect(Math.abs(residual - Math.abs(easy[k]!))).toBeLessThan(0.04);
    expect(data.quantities["poleLeavingSpinCurrent_A"]).toBeCloseTo(251.7e-6, 7);
    expect(curve(data, "hard").at(-1)).toBeGreaterThan(0.95);
  });
});
