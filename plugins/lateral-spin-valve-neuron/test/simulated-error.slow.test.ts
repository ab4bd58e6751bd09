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

  // Closed form over simulation at 3 / 4.4 / 6 uA, of 12 000 runs. Without the fall and after a long
  // preset the two agree within the statistics.
  it.each<[string, Partial<LsvDesign>, readonly number[]]>([
    ["as it is", {}, [0.964, 0.934, 0.89]],
    ["preset of 2 ns", { presetDuration_s: 2e-9 }, [0.966, 0.954, 0.893]],
    ["taken as fallen", { fall: "complete" }, [0.971, 0.928, 0.971]],
    ["preset of 2 ns, taken as fallen", { presetDuration_s: 2e-9, fall: "complete" }, [1, 0.98, 0.994]],
  ])("%s: the closed form is this part of the simulation", (_name, changes, ratios) => {
    const given = { ...design, ...changes };
    const signals_A = Float64Array.of(3e-6, 4.4e-6, 6e-6);
    const found = simulatedErrors(given, 300, signals_A);
    for (const [k, signal_A] of signals_A.entries()) {
      const formula = closedFormErrorProbability(given, 300, signal_A, true);
      const share = Math.sqrt((1 - formula) / (formula * given.runs));
      // Three standard errors of these runs and of the 12 000.
      expect(Math.abs(formula / found[k]! - ratios[k]!)).toBeLessThan(3 * share * Math.sqrt(1 + 1 / 4));
    }
  });
});
