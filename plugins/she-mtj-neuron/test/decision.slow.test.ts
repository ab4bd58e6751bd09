import { defaultsOf } from "@neurofront/core";
import { describe, expect, it } from "vitest";
import { decisionErrorProbability, readPush } from "../src/decision-error.ts";
import { macrospinCurrentScale, simulatedErrors } from "../src/macrospin-decision.ts";
import { sheMtjNeuron } from "../src/model.ts";
import { parameters } from "../src/parameters.ts";
import type { SheMtjDesign } from "../src/parameters.ts";

/** Closed form against the Monte Carlo of the full equation over the whole cycle, at 300 K. */
const design = defaultsOf(parameters);
const runs = 2000;

/** Half of the 99.7 % confidence interval of a share found in `count` runs. */
function interval(share: number, count: number): number {
  return 3 * Math.sqrt((share * (1 - share)) / count);
}

/** The read is short and weak, the latch ideal: what is left is preset, evaluation and fall. */
const idealRead: Partial<SheMtjDesign> = { readVoltage_V: 0.05, readTime_s: 5e-11, senseThresholdSpread_V: 0 };

describe("closed form against Monte Carlo", () => {
  it.each<[string, Partial<SheMtjDesign>, number[], number]>([
    // A preset of 1 ns leaves nothing of the thermal start: 5 %.
    ["preset of 1 ns, ideal read", { ...idealRead, presetDuration_s: 1e-9 }, [2e-6, 5e-6, 1e-5], 0.05],
    // A preset of 0.5 ns leaves a rest that depends on the thermal start, which the formula leaves out: 25 %.
    ["default", {}, [2e-6, 5e-6, 1e-5, 1.5e-5], 0.25],
    ["read push of 0.47", { readTime_s: 0.3e-9 }, [5e-6, 1e-5, 2e-5], 0.25],
    ["tantalum", sheMtjNeuron.presets!["tantalum"]!.values, [1e-5, 2e-5], 0.1],
    ["platinum", sheMtjNeuron.presets!["platinum"]!.values, [1e-5, 3e-5], 0.1],
  ])("%s", (_name, changes, currents_A, tolerance) => {
    const device = { ...design, ...changes };
    const simulated = simulatedErrors(device, 300, currents_A, runs);
    currents_A.forEach((current_A, k) => {
      const formula = decisionErrorProbability(device, 300, current_A);
      expect(Math.abs(simulated[k]! - formula)).toBeLessThan(tolerance * formula + interval(formula, runs));
    });
  });

  it("knows a read push up to the bound of the rule", () => {
    expect(readPush({ ...design, readTime_s: 0.3e-9 })).toBeCloseTo(0.467, 2);
  });
});

describe("shape in the film", () => {
  const errorOf = (magnetLength_m: number, magnetWidth_m: number): number =>
    simulatedErrors({ ...design, magnetLength_m, magnetWidth_m }, 300, [1e-5], 2000)[0]!;
  const square = errorOf(4.5e-8, 4.5e-8);

  it("does not matter at 0.7 % of the barrier, either way", () => {
    for (const found of [errorOf(4.5e-8, 4.6e-8), errorOf(4.6e-8, 4.5e-8)])
      expect(Math.abs(found - square)).toBeLessThan(0.1 * square + Math.SQRT2 * interval(square, 2000));
  });

  it("at 7 % spoils the decision, above all with the long side along the strip", () => {
    const across = errorOf(4e-8, 5e-8);
    const along = errorOf(5e-8, 4e-8);
    expect(across).toBeGreaterThan(1.4 * square);
    expect(along).toBeGreaterThan(2 * across);
  });

  it("is seen by the dynamics macrospin", () => {
    expect(macrospinCurrentScale({ ...design, magnetLength_m: 5e-8, magnetWidth_m: 4e-8 }, 300)).toBeLessThan(0.4);
  });
});

it("the current scale of a square magnet is 1 within its statistics of 5 % and the 25 % of errors of a brief preset", () => {
  const scale = macrospinCurrentScale(design, 300);
  expect(Math.abs(scale - 1)).toBeLessThan(0.1);
});
