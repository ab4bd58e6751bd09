import { defaultsOf } from "@neurofront/core";
import { describe, expect, it } from "vitest";
import { closedFormErrorProbability } from "../src/decision-error.ts";
import { parameters } from "../src/parameters.ts";
import type { LsvDesign } from "../src/parameters.ts";
import { simulatedErrors } from "../src/simulated-error.ts";

const design: LsvDesign = { ...defaultsOf(parameters), dynamics: "macrospin", runs: 3000 };

describe("Monte Carlo of the default neuron through fall, junction and latch", () => {
  it.each<[string, Partial<LsvDesign>]>([
    ["as it is", {}],
    ["short preset", { presetDuration_s: 0.2e-9 }],
    ["preset falling in 0.2 ns", { presetFallTime_s: 0.2e-9 }],
    ["rows driven with the preset", { rowsDriven: "preset-and-evaluation", presetDuration_s: 1e-9 }],
    ["taken as fallen", { fall: "complete" }],
  ])("%s: the closed form within 10 %, a thermal start and three standard errors", (_name, changes) => {
    const given = { ...design, ...changes };
    const signals_A = Float64Array.of(3e-6, 4.4e-6, 6e-6);
    const found = simulatedErrors(given, 300, signals_A);
    for (const [k, signal_A] of signals_A.entries()) {
      const formula = closedFormErrorProbability(given, 300, signal_A, true);
      const statistical = 3 * Math.sqrt((formula * (1 - formula)) / given.runs);
      // 15 %: the closed form starts the preset at the exact pole, the simulation in thermal equilibrium.
      expect(Math.abs(found[k]! - formula)).toBeLessThan(0.15 * formula + statistical);
    }
  });
});
