import { defaultsOf } from "@neurofront/core";
import { describe, expect, it } from "vitest";
import { agAsiMemristor } from "../src/model.ts";
import { depression_S, evenLevels, potentiation_S, programmingSpread_S } from "../src/programming.ts";

const defaults = defaultsOf(agAsiMemristor.parameters);
const operating = { inputVoltage_V: 0.5, temperature_K: 300 };
const range_S = defaults.conductanceMax_S - defaults.conductanceMin_S;

describe("the pulse model at its defaults", () => {
  it("takes 97 pulses up and 100 down between 3.08 and 38.5 nS", () => {
    const [up, down] = [potentiation_S(defaults), depression_S(defaults)];
    expect([up.length, down.length]).toEqual([98, 101]);
    expect(up[0]! * 1e9).toBeCloseTo(3.08, 2);
    expect(up.at(-1)! * 1e9).toBeCloseTo(38.5, 1);
    expect(down[0]).toBe(defaults.conductanceMax_S);
    expect(down.at(-1)! / defaults.conductanceMin_S).toBeCloseTo(1, 12);
  });

  it("has first steps of 2.4 % up and 4.9 % down, and 43 even levels", () => {
    const [up, down] = [potentiation_S(defaults), depression_S(defaults)];
    // 1.156 (1 - exp(-1 / 48.4)) and 1.0068 (1 - exp(-1 / 20.03)) of the range; three digits.
    expect((up[1]! - up[0]!) / range_S).toBeCloseTo(0.0236, 4);
    expect((down[0]! - down[1]!) / range_S).toBeCloseTo(0.049, 3);
    expect(evenLevels(defaults)).toBe(43);
  });

  it.each([
    ["verify", 1, 0.035],
    ["open-loop", 0, 0],
    ["open-loop", 1, 0.035 * Math.sqrt(97)],
  ] as const)("by %s at %d of the range spreads by %d of the range", (programming, level, expected) => {
    const target_S = defaults.conductanceMin_S + level * range_S;
    expect(programmingSpread_S({ ...defaults, programming }, target_S) / range_S).toBeCloseTo(expected, 9);
  });

  it("writes in 29.1 ms with at least 0.8 nJ", () => {
    const character = agAsiMemristor.characterize(defaults, operating);
    if (character.status !== "ok") throw new Error("the defaults are possible");
    expect(character.write!.duration_s).toBeCloseTo(29.1e-3, 10);
    // (3.2 V)^2 * 29.1 ms * mean conductance; between straight steps, 20.8 nS, and all at the top.
    const mean_S = character.write!.energy_J / (3.2 ** 2 * 29.1e-3);
    expect(mean_S * 1e9).toBeGreaterThan(20.8);
    expect(mean_S * 1e9).toBeLessThan(38.5);
  });
});

describe("honest limits", () => {
  it("needs 78 V for the 3 uA of a spin neuron's synapse, and says so", () => {
    const answer = agAsiMemristor.characterize(defaults, operating);
    if (answer.status !== "ok") throw new Error("the defaults are possible");
    const { violations, quantities } = answer;
    expect(quantities["voltageForPaperCurrent_V"]).toBeCloseTo(78, 1);
    expect(violations).toEqual([
      {
        kind: "warning",
        code: "current-below-spin-neuron",
        amount: 0,
        message:
          "25 devices, all at their largest conductance and pulling one way, carry 481 nA; a domain-wall neuron switches at 2 uA",
      },
    ]);
  });

  it("is invalid above the voltage of its reads", () => {
    expect(agAsiMemristor.characterize(defaults, { ...operating, inputVoltage_V: 0.6 })).toMatchObject({
      violations: [{ kind: "invalid", code: "voltage-above-read", amount: expect.closeTo(0.2, 10) as number }, {}],
    });
  });
});
