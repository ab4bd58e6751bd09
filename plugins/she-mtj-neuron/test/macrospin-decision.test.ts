import { defaultsOf } from "@neurofront/core";
import { integrateMacrospin } from "@neurofront/physics";
import { describe, expect, it } from "vitest";
import { decisionErrorProbability } from "../src/decision-error.ts";
import { scalesOf } from "../src/device.ts";
import { currentScaleOf } from "../src/fidelity.ts";
import { currentsAtSignals_A, simulatedErrors, simulationCost } from "../src/macrospin-decision.ts";
import { easyAxis, macrospinOf, stepsFor, stripPolarisation } from "../src/macrospin-run.ts";
import { sheMtjNeuron } from "../src/model.ts";
import { parameters } from "../src/parameters.ts";
import { operating } from "./operating-point.ts";
import { relativeError } from "./relative-error.ts";

const design = defaultsOf(parameters);
/** A brisk device, so that the Monte Carlo of a test takes a fraction of a second. */
const brisk = { ...design, damping: 0.03, presetOverdrive: 20, evaluation_s: 1e-9, fallTime_s: 2e-9 };

describe("full equation", () => {
  it.each([
    [1e-5, 1],
    [-1e-5, -1],
  ])("without noise, a preset magnet falls to the side of the current %d A", (netCurrent_A, sign) => {
    const magnet = macrospinOf(design);
    const { presetSpinCurrent_A } = scalesOf(design);
    const moment = Float64Array.of(Math.sin(0.01), 0, Math.cos(0.01));
    const preset = [{ direction: stripPolarisation, current_A: () => presetSpinCurrent_A }];
    integrateMacrospin(magnet, moment, preset, stepsFor(design, 2e-9));
    // The spin Hall effect lays the magnet across the current of the strip and decides nothing.
    expect(moment[1]).toBeGreaterThan(0.999);
    const signal = [{ direction: easyAxis, current_A: () => 0.6 * netCurrent_A }];
    integrateMacrospin(magnet, moment, signal, stepsFor(design, 2e-8));
    expect(sign * moment[2]!).toBeGreaterThan(0.9);
  });

  it.each([2, 4, 8])(
    "takes steps that are short enough: %d times shorter ones change the preset by less than 1e-3",
    (part) => {
      const magnet = macrospinOf(design);
      const { presetSpinCurrent_A } = scalesOf(design);
      const preset = [{ direction: stripPolarisation, current_A: () => presetSpinCurrent_A }];
      const end = (refine: number): Float64Array => {
        const moment = Float64Array.of(Math.sin(0.01), 0, Math.cos(0.01));
        const { step_s, count } = stepsFor(design, design.presetDuration_s);
        integrateMacrospin(magnet, moment, preset, { step_s: step_s / refine, count: count * refine });
        return moment;
      };
      const [coarse, fine] = [end(1), end(part)];
      for (let axis = 0; axis < 3; axis++) expect(Math.abs(coarse[axis]! - fine[axis]!)).toBeLessThan(1e-3);
    },
  );

  it("has the barrier of the design along the easier direction in the film", () => {
    const [x, y, z] = macrospinOf({ ...design, magnetLength_m: 6e-8, magnetWidth_m: 2e-8 }).anisotropyField_A_m;
    expect(x).toBe(0);
    expect(y).toBeLessThan(0);
    expect(z).toBeGreaterThan(0);
  });
});

describe("Monte Carlo", () => {
  it("is the same again, and antisymmetric within its noise", () => {
    const currents_A = [-1e-5, 0, 1e-5];
    const first = simulatedErrors(brisk, 300, currents_A, 200);
    expect(simulatedErrors(brisk, 300, currents_A, 200)).toEqual(first);
    // Three standard errors of 200 runs at 0.5, and of the difference of the two tails.
    expect(Math.abs(first[1]! - 0.5)).toBeLessThan(0.11);
    expect(Math.abs(first[0]! + first[2]! - 1)).toBeLessThan(0.1);
  });

  it("is asked where the closed form has the signals that it is told", () => {
    const ideal = { ...brisk, senseThresholdSpread_V: 0, fallTime_s: 1e-8, presetDuration_s: 3e-9, readTime_s: 5e-11 };
    const [current_A] = currentsAtSignals_A(ideal, 300, [1.2]);
    // 0.5 erfc(1.2 / sqrt 2) = 0.11507; the latch's threshold lies off the equator, which a longer fall makes small.
    expect(relativeError(decisionErrorProbability(ideal, 300, current_A!), 0.11507)).toBeLessThan(0.01);
  });

  it("costs in proportion to the cycle", () => {
    expect(simulationCost(design)).toBeGreaterThan(0.3);
    expect(simulationCost({ ...design, fallTime_s: 1e-7 })).toBeGreaterThan(1);
  });
});

describe("dynamics macrospin", () => {
  const simulated = { ...brisk, dynamics: "macrospin" } as const;

  it("calibrates the closed form by the Monte Carlo of the design", () => {
    const scale = currentScaleOf(simulated, operating);
    // The scale is known to 5 %; the closed form holds for a square magnet.
    expect(Math.abs(scale - 1)).toBeLessThan(0.15);
    expect(scale).not.toBe(1);
    const decision = { netCurrent_A: 1e-5, mustSwitch: true };
    expect(sheMtjNeuron.errorProbability(simulated, operating, decision)).toBe(
      decisionErrorProbability(simulated, 300, scale * 1e-5),
    );
  });

  it.each([
    ["the closed form", brisk, 300],
    ["a device at 0 K", simulated, 0],
    ["a device that breaks a rule", { ...simulated, magnetLength_m: 8e-8, stripLength_m: 2e-7 }, 300],
    ["a device that cannot be built", { ...simulated, presetOverdrive: 1 }, 300],
  ])("leaves %s as it is", (_name, device, temperature_K) => {
    expect(currentScaleOf(device, { ...operating, temperature_K })).toBe(1);
  });

  it("has no rule of the closed form, but one of its own", () => {
    const codes = (changes: object): string[] =>
      sheMtjNeuron.characterize({ ...design, ...changes }, operating).violations.map(({ code }) => code);
    const rectangle = { magnetLength_m: 5e-8, magnetWidth_m: 4e-8 };
    expect(codes(rectangle)).toEqual(["not-uniaxial"]);
    expect(codes({ ...rectangle, dynamics: "macrospin" })).toEqual([]);
    expect(codes({ dynamics: "macrospin", fallTime_s: 1e-7 })).toEqual(["macrospin-too-long"]);
  });
});
