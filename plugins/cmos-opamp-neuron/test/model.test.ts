import { delay_s } from "@neurofront/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { amplifierOf } from "../src/amplifier.ts";
import { crowbarRelativeToOneVolt } from "../src/inverter-crowbar.ts";
import { cmosOpampNeuron } from "../src/model.ts";
import { characterOf, compact, defaults, paperOperating, relativeError, withConventions } from "./operating.ts";

const between = (min: number, max: number) => fc.double({ min, max, noNaN: true });

describe("cmosOpampNeuron", () => {
  it("starts from a design without any violation", () => {
    expect(characterOf(defaults).violations).toEqual([]);
  });

  it("gives mirror and output transistor the same gate voltage unless they are free", () => {
    fc.assert(
      fc.property(
        between(0.1, 30),
        between(90e-9, 360e-9),
        between(65e-9, 200e-9),
        (mirrorInversion, mirrorLength_m, outputLength_m) => {
          const { mirror, output } = amplifierOf(
            { ...defaults, mirrorInversion, mirrorLength_m, outputLength_m },
            paperOperating,
          ).transistors;
          // Two inversions of the same transcendental equation: rounding only.
          expect(Math.abs(output.gateSource_V - mirror.gateSource_V)).toBeLessThan(1e-9);
        },
      ),
    );
  });

  it.each([
    ["inputs-beyond-supply", { supplyVoltage_V: 0.9 }],
    ["tail-headroom", { pairInversion: 3 }],
    ["pair-headroom", { mirrorInversion: 30 }],
    ["systematic-offset", { mirrorMatching: "free", outputInversion: 1 }],
    ["phase-margin", { tailCurrent_A: 20e-6 }],
    ["loop-gain", { pairLength_m: 90e-9 }],
    ["output-too-small", { feedbackConductance_S: 30e-6 }],
    ["output-drive", { outputCurrent_A: 3e-6 }],
  ] as const)("is invalid with %s", (code, change) => {
    const found = characterOf({ ...defaults, ...change }).violations.filter((violation) => violation.code === code);
    expect(found).toEqual([expect.objectContaining({ kind: "invalid" })]);
    expect(found[0]!.amount).toBeGreaterThan(0);
  });

  it("warns, and no more, when the offset takes more than the tolerance", () => {
    const { violations, quantities } = characterOf({ ...defaults, thresholdMismatch_V_m: 4e-9 });
    expect(quantities["toleranceUse"]).toBeGreaterThan(1);
    expect(violations).toEqual([expect.objectContaining({ kind: "warning", code: "offset-tolerance", amount: 0 })]);
  });

  it.each([
    ["no-output-swing", { supplyVoltage_V: 0.7, mirrorMatching: "free", outputInversion: 30 }],
    ["no-output-current", { outputCurrent_A: 1e-6 }],
  ] as const)("is impossible with %s", (code, change) => {
    const answer = cmosOpampNeuron.characterize({ ...defaults, ...change }, paperOperating);
    expect(answer).toEqual({
      status: "impossible",
      violations: [expect.objectContaining({ kind: "impossible", code })],
    });
  });

  it("settles for ln(1/0.03) time constants or crosses earlier", () => {
    const crossing = characterOf(defaults);
    const settling = characterOf(defaults, withConventions({ cmosDecision: "settle" }));
    const crossover = crossing.quantities["crossover_rad_s"];
    const inverter = defaults.inverterDelay_s;
    expect(relativeError(settling.quantities["decision_s"]!, 1.4 * (3.5 / crossover! + inverter))).toBeLessThan(1e-9);
    expect(crossing.quantities["decision_s"]).toBeLessThan(settling.quantities["decision_s"]!);
  });

  it("delays by half of the period or by all of it, at the same energy", () => {
    const half = characterOf(defaults);
    const whole = characterOf(defaults, withConventions({ cmosDelay: "cycle" }));
    expect(relativeError(delay_s(whole.phases, "overlapped"), 2 * delay_s(half.phases, "overlapped"))).toBeLessThan(
      1e-12,
    );
    expect(whole.energy).toEqual(half.energy);
  });

  it("halves static energy by switching off between decisions, for a clock", () => {
    const lineOf = (betweenDecisions: "held" | "off", line: string) =>
      characterOf({ ...defaults, betweenDecisions })
        .energy.filter((entry) => entry.line === line)
        .reduce((sum, entry) => sum + entry.energy_J, 0);
    expect(relativeError(lineOf("off", "neuron-static"), lineOf("held", "neuron-static") / 2)).toBeLessThan(1e-12);
    expect(lineOf("held", "clock")).toBe(0);
    expect(lineOf("off", "clock")).toBeGreaterThan(0);
    const driven = (betweenDecisions: "held" | "off") =>
      characterOf({ ...defaults, betweenDecisions }).synapsesDriven_s;
    expect(relativeError(driven("off"), driven("held") / 2)).toBeLessThan(1e-12);
  });

  it("resolves the net current that its time is made for", () => {
    fc.assert(
      fc.property(between(0.005, 0.06), (resolution) => {
        // The output of 6 % of 40 uA is still within the swing.
        expect(
          relativeError(characterOf({ ...defaults, resolution }).thresholdCurrent_A, resolution * 40e-6),
        ).toBeLessThan(1e-9);
      }),
    );
  });

  it("is faster when it has less to resolve", () => {
    fc.assert(
      fc.property(between(0.005, 0.06), between(0.005, 0.06), (a, b) => {
        fc.pre(Math.abs(a - b) > 1e-6);
        const decision_s = (resolution: number) => characterOf({ ...defaults, resolution }).quantities["decision_s"]!;
        expect(decision_s(Math.max(a, b))).toBeLessThan(decision_s(Math.min(a, b)));
      }),
    );
  });

  it("hands the whole offset over: column, feedback resistor and inverter", () => {
    const { offsetSpread_V, offsetSpread_A, inputResistance_ohm, quantities } = characterOf(compact);
    const share = 1 / (1 + inputResistance_ohm * 80e-6);
    const whole_A = Math.hypot(offsetSpread_V * 80e-6 * share, offsetSpread_A);
    expect(relativeError(whole_A, Math.hypot(offsetSpread_V * 88.9e-6 * share, 8.9e-6 * 15e-3))).toBeLessThan(1e-12);
    expect(
      relativeError(quantities["toleranceUse"]!, (3 * Math.hypot(whole_A, quantities["noiseCurrent_A"]!)) / 1.2e-6),
    ).toBeLessThan(1e-12);
  });

  it("errs for a current that must switch it as often as it is right for the opposite that it must hold against", () => {
    const error = (netCurrent_A: number, mustSwitch: boolean) =>
      cmosOpampNeuron.errorProbability(defaults, paperOperating, { netCurrent_A, mustSwitch });
    fc.assert(
      fc.property(between(-5e-6, 5e-6), (netCurrent_A) => {
        expect(error(netCurrent_A, true) + error(-netCurrent_A, false)).toBeCloseTo(1, 12);
      }),
    );
    expect(error(characterOf(defaults).thresholdCurrent_A, true)).toBeCloseTo(0.5, 12);
  });
});

describe("crossover", () => {
  it("solves its equation, also where both poles lie below it", () => {
    fc.assert(
      fc.property(
        between(5e-15, 200e-15),
        between(1e-6, 100e-6),
        between(1e-6, 200e-6),
        (compensationCapacitance_F, tailCurrent_A, outputCurrent_A) => {
          const {
            crossover_rad_s,
            feedbackFactor,
            nodeCapacitance_F,
            phaseMarginDegrees,
            transistors,
            compensationCapacitance_F: total_F,
          } = amplifierOf({ ...defaults, compensationCapacitance_F, tailCurrent_A, outputCurrent_A }, paperOperating);
          const unity = (feedbackFactor * transistors.pair.transconductance_S) / total_F;
          const nodeLag = Math.atan((crossover_rad_s * nodeCapacitance_F) / (80e-6 + defaults.feedbackConductance_S));
          const secondLag = ((90 - phaseMarginDegrees) * Math.PI) / 180 - nodeLag;
          // 1/sqrt(1 + (w/p)^2) is the cosine of the pole's lag.
          expect(relativeError(crossover_rad_s, unity * Math.cos(nodeLag) * Math.cos(secondLag))).toBeLessThan(1e-6);
        },
      ),
    );
  });
});

describe("crowbarRelativeToOneVolt", () => {
  it.each([
    [0.8, 1.1],
    [0.9, 3.1],
    [1.0, 8.0],
    [1.1, 17.9],
    [1.2, 34.5],
  ])("passes through the simulated power at %s V", (supply_V, power_uW) => {
    expect(relativeError(8 * crowbarRelativeToOneVolt(supply_V), power_uW)).toBeLessThan(1e-12);
  });

  it("rises with the supply", () => {
    fc.assert(
      fc.property(between(0.7, 1.2), between(0.7, 1.2), (a, b) => {
        // Neighbouring doubles round to the same power.
        fc.pre(b - a > 1e-9);
        expect(crowbarRelativeToOneVolt(a)).toBeLessThan(crowbarRelativeToOneVolt(b));
      }),
    );
  });
});
