import { defaultsOf } from "@neurofront/core";
import { describe, expect, it } from "vitest";
import { closedFormErrorProbability } from "../src/decision-error.ts";
import { parameters } from "../src/parameters.ts";
import type { LsvDesign } from "../src/parameters.ts";
import {
  simulatedErrorInterval,
  simulatedErrorProbability,
  simulatedErrors,
  simulatedThreshold_A,
  tabulatedSignals_A,
} from "../src/simulated-error.ts";

const design: LsvDesign = { ...defaultsOf(parameters), dynamics: "macrospin", runs: 200 };
const errorAt = (signal_A: number, of = design, mustSwitch = true): number =>
  simulatedErrorProbability(of, 300, signal_A, mustSwitch);

describe("tabulated Monte Carlo error", () => {
  it("is 1/2 without a signal, never rises with it, and mirrors", () => {
    const signals_A = Array.from({ length: 60 }, (_, k) => k * 5e-7);
    const errors = signals_A.map((signal_A) => errorAt(signal_A));
    expect(errors[0]).toBeCloseTo(0.5, 12);
    expect(errors.every((error, k) => k === 0 || error <= errors[k - 1]!)).toBe(true);
    for (const [k, signal_A] of signals_A.entries()) expect(errorAt(-signal_A)).toBeCloseTo(1 - errors[k]!, 12);
  });

  it("holds the closed form in its interval at four fifths of the tabulated signals", () => {
    const inside = [...tabulatedSignals_A(design, 300)].filter((signal_A) => {
      const { low, high } = simulatedErrorInterval(design, 300, signal_A);
      const formula = closedFormErrorProbability(design, 300, signal_A, true);
      return low - 0.1 * formula <= formula && formula <= high + 0.1 * formula;
    });
    expect(inside.length).toBeGreaterThanOrEqual(7);
  });

  it("does not resolve below half an error in its runs, nor beyond its last signal", () => {
    // Nothing but the noise of the magnet, and a read without spread of a fallen magnet.
    const certain: LsvDesign = { ...design, senseThresholdSpread_V: 0, fall: "complete" };
    const last_A = tabulatedSignals_A(certain, 300).at(-1)!;
    expect(errorAt(last_A, certain)).toBeCloseTo(0.5 / 201, 12);
    expect(errorAt(100 * last_A, certain)).toBeCloseTo(0.5 / 201, 12);
    expect(simulatedErrorInterval(certain, 300, last_A).high).toBeCloseTo(3.8415 / 203.8415, 4);
  });

  it("is the same for an equal design, another for another seed", () => {
    const [first, again, other] = [design, { ...design }, { ...design, simulationSeed: 7 }].map((of) =>
      simulatedErrors(of, 300, Float64Array.of(3e-6)),
    );
    expect(again).toEqual(first);
    expect(other).not.toEqual(first);
  });
});

describe("without a preset", () => {
  const unclocked: LsvDesign = { ...design, clocking: "none", evaluation_s: 3e-9, runs: 150 };

  it("must be driven over a threshold near that of the formula", () => {
    const threshold_A = simulatedThreshold_A(unclocked, 300);
    expect(errorAt(threshold_A, unclocked)).toBeCloseTo(0.5, 6);
    const formula = closedFormErrorProbability(unclocked, 300, threshold_A, true);
    // The formula is up to 20 % low where the error is small, and half an error is known within 0.12 by 150 runs.
    expect(Math.abs(formula - 0.5)).toBeLessThan(0.2);
  });

  it("holds better than it switches, and loses its output to an opposite signal", () => {
    for (const signal_A of [-1e-4, -2e-5, 0, 2e-5, 1e-4])
      expect(errorAt(signal_A, unclocked, false)).toBeLessThanOrEqual(errorAt(signal_A, unclocked, true) + 1e-12);
    expect(errorAt(-1e-4, unclocked, false)).toBeGreaterThan(0.9);
    expect(errorAt(1e-4, unclocked, false)).toBeLessThan(0.05);
  });
});
