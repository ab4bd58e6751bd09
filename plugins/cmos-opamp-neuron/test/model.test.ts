import { defaultsOf, delay_s } from "@neurofront/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { amplifierOf } from "../src/amplifier.ts";
import { crowbarRelativeToOneVolt } from "../src/inverter-crowbar.ts";
import { gmOverId } from "../src/gm-over-id.ts";
import { cmosOpampNeuron } from "../src/model.ts";
import { parameters } from "../src/parameters.ts";
import { sizing } from "../src/sizing.ts";
import type { OpampDesign } from "../src/parameters.ts";
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

  it("is invalid beyond the tolerance where the design makes it a rule", () => {
    const { violations } = characterOf({ ...defaults, thresholdMismatch_V_m: 4e-9, toleranceRule: "rule" });
    expect(violations).toEqual([expect.objectContaining({ kind: "invalid", code: "offset-tolerance" })]);
    expect(violations[0]!.amount).toBeGreaterThan(0);
    expect(characterOf({ ...defaults, toleranceRule: "rule" }).violations).toEqual([]);
  });

  it("keeps every length within the extracted table by its declarations", () => {
    // 45 nm is not for matched pairs.
    for (const length of [parameters.pairLength_m, parameters.mirrorLength_m]) {
      expect(length.low).toBe(90e-9);
      expect(length.high).toBe(360e-9);
    }
    expect(parameters.outputLength_m.low).toBe(65e-9);
    expect(parameters.outputLength_m.high).toBe(200e-9);
  });

  it("has no headroom at 1 V without a low-threshold flavour", () => {
    for (const thresholdFlavour of ["high-performance", "low-power"] as const) {
      const codes = characterOf({ ...defaults, thresholdFlavour }).violations.map(({ code }) => code);
      expect(codes).toContain("tail-headroom");
    }
    const shift = { ...defaults, thresholdShift_V: 0 };
    const standard = characterOf({ ...defaults, thresholdFlavour: "high-performance" });
    expect(standard.quantities).toEqual(characterOf(shift).quantities);
  });

  it("reports both decisions, whichever the study counts", () => {
    const crossing = characterOf(defaults).quantities;
    const settling = characterOf(defaults, withConventions({ cmosDecision: "settle" })).quantities;
    expect(crossing["decision_s"]).toBe(crossing["crossDecision_s"]);
    expect(settling["decision_s"]).toBe(settling["settleDecision_s"]);
    expect(settling["crossDecision_s"]).toBe(crossing["crossDecision_s"]);
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

describe("corners, temperatures and nodes", () => {
  const at = (temperature_K: number, change: Partial<OpampDesign> = {}) =>
    characterOf({ ...compact, ...change }, { ...paperOperating, temperature_K });

  it("keeps the drawn widths", () => {
    for (const change of [{}, { processCorner: "SS" }, { processCorner: "FS" }] as const) {
      expect(at(398.15, change).quantities["pairWidth_m"]).toBe(at(300.15).quantities["pairWidth_m"]);
      expect(at(398.15, change).quantities["outputWidth_m"]).toBe(at(300.15).quantities["outputWidth_m"]);
    }
  });

  it.each([
    // Simulated settling of the reference paper's amplifier, 3.5, 5.5, 7.7, 9.5 ns: another design, with a pair in moderate
    // inversion and a tail that starves at high temperature. The crossover of this one is a trend within a third.
    [233.15, 3.5 / 5.5],
    [358.15, 7.7 / 5.5],
    [398.15, 9.5 / 5.5],
  ])("at %d K its loop is slower by about %d", (temperature_K, ratio) => {
    const found = at(300.15).quantities["crossover_rad_s"]! / at(temperature_K).quantities["crossover_rad_s"]!;
    expect(relativeError(found, ratio)).toBeLessThan(1 / 3);
    expect(Math.sign(found - 1)).toBe(Math.sign(ratio - 1));
  });

  it("is slower at SS than at FF, and loses its tail's headroom there", () => {
    expect(at(300.15, { processCorner: "SS" }).quantities["crossover_rad_s"]).toBeLessThan(
      at(300.15, { processCorner: "FF" }).quantities["crossover_rad_s"]!,
    );
    const codes = (change: Partial<OpampDesign>) => at(398.15, change).violations.map(({ code }) => code);
    expect(codes({ processCorner: "SS", pairInversion: 0.5 })).toContain("tail-headroom");
    expect(codes({ processCorner: "FF", pairInversion: 0.13 })).not.toContain("tail-headroom");
  });

  it.each([
    ["65nm", 1.1, ["extrapolated-node"]],
    ["32nm", 0.9, ["extrapolated-node"]],
    ["22nm", 0.85, ["extrapolated-node"]],
  ] as const)("marks %s at %d V as extrapolated", (node, supplyVoltage_V, codes) => {
    const { violations } = characterOf(
      { ...defaults, node, supplyVoltage_V },
      { ...paperOperating, inputVoltage_V: supplyVoltage_V / 2 },
    );
    const found = violations.filter(({ kind }) => kind === "warning").map(({ code }) => code);
    expect(found).toEqual(expect.arrayContaining([...codes]));
  });

  it("is invalid at a supply that the node does not take", () => {
    const { violations } = characterOf({ ...defaults, node: "22nm", supplyVoltage_V: 1.1 });
    expect(violations.map(({ code }) => code)).toContain("supply-beyond-node");
    expect(characterOf({ ...defaults, supplyVoltage_V: 1.2 }).violations.map(({ code }) => code)).not.toContain(
      "supply-beyond-node",
    );
  });

  it("has less headroom, a smaller pair offset and cheaper logic at a smaller node", () => {
    const [here, there] = (["45nm", "22nm"] as const).map((node) => characterOf({ ...defaults, node }));
    expect(there!.offsetSpread_V).toBeLessThan(here!.offsetSpread_V);
    const line = (character: typeof here, name: string): number =>
      character!.energy.find((entry) => entry.line === name)!.energy_J;
    expect(line(there, "output-buffer")).toBeLessThan(line(here, "output-buffer"));
  });

  it("leaks with temperature as logic does", () => {
    const leakage_W = (temperature_K: number): number => {
      const { energy, cycle_s } = at(temperature_K);
      return energy.find((entry) => entry.line === "leakage")!.energy_J / cycle_s;
    };
    // 5.8 times the simulated off-current at 125 degrees Celsius.
    expect(relativeError(leakage_W(398.15) / leakage_W(300.15), 5.834)).toBeLessThan(0.05);
  });
});

describe("views", () => {
  it("gm-over-id falls from weak to strong inversion and says where the design sits", () => {
    const view = gmOverId.compute(defaults, paperOperating, defaultsOf(gmOverId.settings));
    if (view.status !== "ok") throw new Error("every design has transistors");
    for (const { values } of view.curves) expect(values).toEqual(values.toSorted().toReversed());
    // 1/(n UT) of the pair is the end in weak inversion; G(0.01) is 2 % below it.
    expect(relativeError(view.curves[0]!.values[0]!, 1 / (1.64 * 25.865e-3))).toBeLessThan(0.03);
    expect(relativeError(view.quantities["pairInversion"]!, defaults.pairInversion)).toBeLessThan(1e-12);
  });

  it("sizing passes through the design and trades decision time for offset", () => {
    const view = sizing.compute(defaults, paperOperating, defaultsOf(sizing.settings));
    if (view.status !== "ok") throw new Error("the defaults have swing and current");
    const [, , offset] = view.curves;
    expect(offset!.values).toEqual(offset!.values.toSorted().toReversed());
    const starved = sizing.compute({ ...defaults, outputCurrent_A: 1e-6 }, paperOperating, defaultsOf(sizing.settings));
    expect(starved.status).toBe("impossible");
  });
});
