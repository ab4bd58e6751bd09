import type { Parameter, SynapseCharacter, SynapseEffect, SynapseModel } from "@neurofront/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mixedSynapse } from "../src/mixed-synapse.ts";
import { tinySynapse } from "./tiny-technology.ts";

const operating = { inputVoltage_V: 0.1, temperature_K: 300 };

const strength: Parameter = {
  kind: "quantity",
  unit: "1",
  meaning: "strength of every effect",
  source: { kind: "assumed", note: "made for tests" },
  low: 0,
  high: 1,
  default: 0.5,
  scale: "linear",
};

/** 10 to 110 uS, with a parameter of the same name as the lender's. */
const host: SynapseModel = {
  ...tinySynapse({ conductanceMin_S: 10e-6, conductanceMax_S: 110e-6, levels: 16, spread: 0.01, readNoise: 0.002 }),
  id: "host",
  title: "Host",
  parameters: { strength },
};

/** 1 to 3 uS: every effect is the strength times the relative position in that range. */
const lender: SynapseModel = {
  ...tinySynapse({ conductanceMin_S: 1e-6, conductanceMax_S: 3e-6, stuckAtMin: 0.02, stuckAtMax: 0.03 }),
  id: "lender",
  title: "Lender",
  parameters: { strength },
  characterize: (design, at) => ({
    ...(tinySynapse({
      conductanceMin_S: 1e-6,
      conductanceMax_S: 3e-6,
      stuckAtMin: 0.02,
      stuckAtMax: 0.03,
    }).characterize(design, at) as { status: "ok" } & SynapseCharacter),
    isSeparable: false,
  }),
  programmingSpread_S: ({ strength: s }, _at, target_S) => (s as number) * position(target_S) * target_S,
  readNoise: ({ strength: s }, _at, conductance_S, age_s) => (s as number) * position(conductance_S) * age_s,
  aged: ({ strength: s }, _at, conductance_S, age_s) => ({
    mean_S: conductance_S * (age_s > 0 ? 1 - (s as number) * position(conductance_S) : 1),
    spread_S: age_s > 0 ? 0.1 * position(conductance_S) * conductance_S : 0,
  }),
  current_A: ({ strength: s }, conductance_S, voltage_V) =>
    conductance_S * voltage_V * (1 + (s as number) * position(conductance_S) * Math.abs(voltage_V)),
};

function position(conductance_S: number): number {
  return (conductance_S - 1e-6) / 2e-6;
}

const design = {
  strength: 0.9,
  "drift.strength": 0.5,
  "programmingSpread.strength": 0.5,
  "readNoise.strength": 0.5,
  "currentVoltage.strength": 0.5,
  "faults.strength": 0.5,
};

function character(model: SynapseModel): SynapseCharacter {
  const answer = model.characterize(design, operating);
  if (answer.status !== "ok") throw new Error("the tiny models are always possible");
  return answer;
}

describe("a synapse with", () => {
  const effects: readonly SynapseEffect[] = ["drift", "programmingSpread", "readNoise", "currentVoltage", "faults"];

  // At 60 uS, in the middle of 10 ... 110 uS, the lender stands at 2 uS: strength 0.5 times position 0.5 is 0.25.
  it.each<[effect: SynapseEffect | "nothing", found: Record<string, number | boolean>]>([
    ["nothing", {}],
    ["drift", { mean_uS: 45, spread_uS: 3 }],
    ["programmingSpread", { programmed_uS: 15 }],
    ["readNoise", { noise: 0.25 }],
    ["currentVoltage", { current_uA: 60 * 0.1 * 1.025, isSeparable: false }],
    ["faults", { stuckAtMin: 0.02, stuckAtMax: 0.03 }],
  ])("%s of another has that and everything else of its own", (effect, changed) => {
    const model = mixedSynapse(host, effect === "nothing" ? {} : { [effect]: lender });
    const { mean_S, spread_S } = model.aged(design, operating, 60e-6, 1);
    const { stuckAtMin, stuckAtMax, isSeparable, levels, conductanceMin_S, conductanceMax_S } = character(model);
    const found = {
      mean_uS: mean_S * 1e6,
      spread_uS: spread_S * 1e6,
      programmed_uS: model.programmingSpread_S(design, operating, 60e-6) * 1e6,
      noise: model.readNoise(design, operating, 60e-6, 1),
      current_uA: model.current_A(design, 60e-6, 0.1) * 1e6,
      stuckAtMin,
      stuckAtMax,
      isSeparable,
    };
    const own = {
      mean_uS: 60,
      spread_uS: 0,
      programmed_uS: 0.6,
      noise: 0.002,
      current_uA: 6,
      stuckAtMin: 0,
      stuckAtMax: 0,
      isSeparable: true,
    };
    // Ten digits: rounding of a handful of operations.
    const rounded = (values: object): object =>
      Object.fromEntries(
        Object.entries(values).map(([name, value]) => [
          name,
          typeof value === "number" ? Number(value.toFixed(10)) : (value as boolean),
        ]),
      );
    expect(rounded(found)).toEqual(rounded({ ...own, ...changed }));
    expect([levels, conductanceMin_S, conductanceMax_S]).toStrictEqual([16, 10e-6, 110e-6]);
  });

  it("no effect of another is itself", () => {
    expect(mixedSynapse(host, {})).toBe(host);
  });

  it("effects of others has their parameters beside its own", () => {
    const model = mixedSynapse(host, Object.fromEntries(effects.map((effect) => [effect, lender])));
    expect(Object.keys(model.parameters)).toStrictEqual(["strength", ...effects.map((effect) => `${effect}.strength`)]);
    expect(model.title).toBe(
      "Host, drift of lender, programmingSpread of lender, readNoise of lender, currentVoltage of lender, faults of lender",
    );
  });

  it.each([
    ["below", 5e-6, 0],
    ["above", 200e-6, 0.5],
  ])("a conductance %s its range takes the lender's nearest end", (_where, conductance_S, lost) => {
    const { mean_S } = mixedSynapse(host, { drift: lender }).aged(design, operating, conductance_S, 1);
    expect(mean_S / conductance_S).toBeCloseTo(1 - lost, 12);
  });

  it("every effect of a model with the same range is that model", () => {
    const equal = {
      ...lender,
      characterize: () => ({
        status: "ok" as const,
        ...character(lender),
        conductanceMin_S: 10e-6,
        conductanceMax_S: 110e-6,
      }),
    };
    const model = mixedSynapse(host, Object.fromEntries(effects.map((effect) => [effect, equal])));
    const conductances = fc.double({ min: 10e-6, max: 110e-6, noNaN: true });
    const voltages = fc.double({ min: -0.5, max: 0.5, noNaN: true });
    const theirs = { strength: 0.5 };
    fc.assert(
      fc.property(conductances, voltages, fc.double({ min: 0, max: 1e8, noNaN: true }), (g_S, voltage_V, age_s) => {
        const close = (found: number, expected: number): void =>
          // 1e-12 of the lender's own numbers at a position that went through one product and one quotient.
          expect(Math.abs(found - expected)).toBeLessThanOrEqual(1e-12 * Math.max(Math.abs(expected), g_S));
        close(model.programmingSpread_S(design, operating, g_S), equal.programmingSpread_S(theirs, operating, g_S));
        close(
          model.readNoise(design, operating, g_S, age_s) * g_S,
          equal.readNoise(theirs, operating, g_S, age_s) * g_S,
        );
        close(model.aged(design, operating, g_S, age_s).mean_S, equal.aged(theirs, operating, g_S, age_s).mean_S);
        close(model.aged(design, operating, g_S, age_s).spread_S, equal.aged(theirs, operating, g_S, age_s).spread_S);
        close(model.current_A(design, g_S, voltage_V), equal.current_A(theirs, g_S, voltage_V));
      }),
    );
  });
});

describe("limits", () => {
  const outside: SynapseModel = {
    ...lender,
    characterize: (given, at) => ({
      ...(lender.characterize(given, at) as { status: "ok" } & SynapseCharacter),
      violations: [
        { kind: "invalid", code: "voltage-above-fit", message: "0.1 V is too much", amount: 0.5 },
        { kind: "warning", code: "small-current", message: "too little for a spin neuron", amount: 0 },
      ],
    }),
  };
  const impossible: SynapseModel = {
    ...lender,
    characterize: () => ({
      status: "impossible",
      violations: [{ kind: "impossible", code: "empty-range", message: "no range", amount: 2 }],
    }),
  };

  it.each<[SynapseEffect, string, number]>([
    ["currentVoltage", "invalid", 0.5],
    ["drift", "warning", 0],
  ])("of the lender of %s are of kind %s; its warnings are left out", (effect, kind, amount) => {
    expect(character(mixedSynapse(host, { [effect]: outside })).violations).toStrictEqual([
      {
        kind,
        code: "voltage-above-fit",
        amount,
        message: expect.stringMatching(/, taken from lender: 0\.1 V is too much$/u) as string,
      },
    ]);
  });

  it.each([
    ["lender", mixedSynapse(host, { faults: impossible })],
    ["host", mixedSynapse(impossible, { faults: lender })],
  ])("an impossible %s is an impossible mixture, with its reason", (_which, model) => {
    expect(model.characterize(design, operating)).toMatchObject({
      status: "impossible",
      violations: [{ kind: "impossible", code: "empty-range", amount: 2 }],
    });
  });
});
