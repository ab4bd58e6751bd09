import { defaultsOf } from "@neurofront/core";
import type { ViewData } from "@neurofront/core";
import { describe, expect, it } from "vitest";
import { scalesOf } from "../src/device.ts";
import { sheMtjNeuron } from "../src/model.ts";
import { parameters } from "../src/parameters.ts";
import { operating } from "./operating-point.ts";

const design = defaultsOf(parameters);

function viewOf(id: string, settings: object = {}, changes: object = {}): ViewData {
  const view = sheMtjNeuron.views!.find((found) => found.id === id)!;
  const answer = view.compute({ ...design, ...changes }, operating, { ...defaultsOf(view.settings), ...settings });
  if (answer.status !== "ok") throw new Error(answer.violations[0]!.message);
  return answer;
}

const curveOf = (data: ViewData, name: string): Float64Array =>
  data.curves.find((found) => found.name === name)!.values;

describe("trajectory", () => {
  it.each([
    [2e-5, 1],
    [-2e-5, -1],
  ])("goes from down over the hard axis to the side of %d A", (netCurrent_A, sign) => {
    const data = viewOf("trajectory", { netCurrent_A, noise: "none" }, { fallTime_s: 2e-8 });
    const easy = curveOf(data, "easyComponent");
    const preset = data.axis.values.findIndex((time_s) => time_s >= data.quantities["presetEnd_s"]! - 1e-15);
    expect(easy[0]).toBeLessThan(-0.99);
    expect(curveOf(data, "acrossStrip")[preset]).toBeGreaterThan(0.99);
    expect(sign * easy.at(-1)!).toBeGreaterThan(0.9);
  });

  it("keeps unit length, and shows another run by another number", () => {
    const data = viewOf("trajectory", { run: 1 });
    const [x, y, z] = data.curves.map(({ values }) => values) as [Float64Array, Float64Array, Float64Array];
    for (let k = 0; k < x.length; k++) expect(Math.hypot(x[k]!, y[k]!, z[k]!)).toBeCloseTo(1, 12);
    expect(curveOf(viewOf("trajectory", { run: 2 }), "easyComponent")).not.toEqual(z);
    expect(curveOf(viewOf("trajectory", { run: 1 }), "easyComponent")).toEqual(z);
  });
});

describe("preset", () => {
  it("closed form and full equation leave the same of the old output", () => {
    const data = viewOf("preset");
    const closed = curveOf(data, "residual");
    const full = curveOf(data, "easyComponent");
    // The formula has no damping: 3 % early, a few thousandths once little is left.
    for (let k = 0; k < closed.length; k++)
      expect(Math.abs(closed[k]! - full[k]!)).toBeLessThan(0.03 * closed[k]! + 0.01);
    expect(curveOf(data, "hardComponent").at(-1)).toBeGreaterThan(0.999);
  });

  it("ends at what the decision starts from", () => {
    const data = viewOf("preset", { duration_s: design.presetDuration_s });
    expect(curveOf(data, "residual").at(-1)).toBeCloseTo(scalesOf(design).presetResidual, 12);
  });
});

describe("error against current", () => {
  it("shows the error probability of the model, and less for the sign alone", () => {
    const data = viewOf("error-current", { runs: 0 });
    const error = curveOf(data, "error");
    data.axis.values.forEach((netCurrent_A, k) => {
      expect(error[k]).toBe(sheMtjNeuron.errorProbability(design, operating, { netCurrent_A, mustSwitch: true }));
    });
    expect(curveOf(data, "wrongSign")[40]).toBeLessThan(error[40]!);
    expect(data.curves).toHaveLength(2);
  });

  it("has the Monte Carlo at nine currents, except where a rule is broken", () => {
    const settings = { runs: 40, points: 17 };
    const simulated = curveOf(viewOf("error-current", settings), "simulatedError");
    expect(simulated.filter((value) => !Number.isNaN(value))).toHaveLength(9);
    expect(viewOf("error-current", settings, { presetOverdrive: 30 }).curves).toHaveLength(2);
  });
});

it("an impossible device has no picture", () => {
  for (const view of sheMtjNeuron.views!) {
    const answer = view.compute({ ...design, presetOverdrive: 0.5 }, operating, defaultsOf(view.settings));
    expect(answer.status).toBe("impossible");
  }
});
