import { defaultsOf } from "@neurofront/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { tio2LinearDriftMemristor } from "../src/model.ts";

const defaults = defaultsOf(tio2LinearDriftMemristor.parameters);
const operating = { inputVoltage_V: 0.1, temperature_K: 300 };

function characterOf(design = defaults, inputVoltage_V = 0.1) {
  const answer = tio2LinearDriftMemristor.characterize(design, { ...operating, inputVoltage_V });
  if (answer.status !== "ok") throw new Error("always possible");
  return answer;
}

describe("conductances", () => {
  it("range from 62.5 uS to 10 mS when the whole film is used", () => {
    const whole = characterOf({ ...defaults, window: "none", stateMin: 0, stateMax: 1 });
    expect(whole.conductanceMin_S).toBeCloseTo(62.5e-6, 15);
    expect(whole.conductanceMax_S).toBeCloseTo(10e-3, 15);
    // The charge D^2 / (mobility R_on) = 0.1 mC crosses the film at 1 V, through (R_on + R_off) / 2 = 8050 ohm on the average.
    expect(whole.write!.energy_J).toBeCloseTo(1e-4, 15);
    expect(whole.write!.duration_s).toBeCloseTo(0.805, 12);
  });

  it("range from 63.1 uS to 3.86 mS at the defaults, analog", () => {
    // 1 / 15841 ohm and 1 / 259 ohm.
    const { conductanceMin_S, conductanceMax_S, levels } = characterOf();
    expect(conductanceMin_S).toBeCloseTo(1 / 15_841, 12);
    expect(conductanceMax_S).toBeCloseTo(1 / 259, 12);
    expect(levels).toBe(Infinity);
  });
});

describe("write", () => {
  it("comes from the state equation: the time falls as 1/V, the energy grows as V", () => {
    const { write: one } = characterOf();
    const { write: two } = characterOf({ ...defaults, setVoltage_V: 2, resetVoltage_V: 2 });
    // Quadratures of 1e-9.
    expect(one!.duration_s / two!.duration_s).toBeCloseTo(2, 7);
    expect(two!.energy_J / one!.energy_J).toBeCloseTo(2, 7);
  });

  it("takes the time of the closed form for p = 1", () => {
    // F = 4x(1-x), c = mu Ron / D^2: t = integral of (Ron x + Roff (1-x)) / (4 c V x (1-x)) = (Ron + Roff) ln(99) / (4 c V), by
    // symmetry of the ends 0.01 and 0.99.
    expect(characterOf().write!.duration_s).toBeCloseTo((16_100 * Math.log(99)) / 4e4, 7);
  });

  it("has no end to get to where the window stops it", () => {
    const { write, violations } = characterOf({ ...defaults, stateMax: 1 });
    expect(write).toBeUndefined();
    expect(violations.map(({ code }) => code)).toContain("set-incomplete");
  });
});

describe("disturb", () => {
  it("is reported for a read at any voltage", () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-6, max: 0.5, noNaN: true }), (inputVoltage_V) => {
        const { violations, quantities } = characterOf(defaults, inputVoltage_V);
        expect(quantities["readStateChange"]).toBeGreaterThan(0);
        expect(violations.map(({ code }) => code)).toContain("read-disturb");
      }),
      { numRuns: 20 },
    );
  });

  it("makes the design invalid when the reads outgrow the spread", () => {
    const kindOf = (readsPerWrite: number) => characterOf({ ...defaults, readsPerWrite }).violations[0]!.kind;
    // One read of 1 ns at 0.1 V changes the conductance by 9.4e-9 at most.
    expect(kindOf(1e6)).toBe("warning");
    expect(kindOf(1e7)).toBe("invalid");
  });

  it("moves a half-selected device over most of its range", () => {
    expect(characterOf().quantities["halfSelectStateChange"]).toBeGreaterThan(0.5);
  });
});

it("neither drifts in time nor bends its current", () => {
  expect(tio2LinearDriftMemristor.aged(defaults, operating, 1e-4, 1e8)).toEqual({ mean_S: 1e-4, spread_S: 0 });
  expect(tio2LinearDriftMemristor.current_A(defaults, 1e-4, -0.5)).toBe(-5e-5);
  expect(tio2LinearDriftMemristor.programmingSpread_S(defaults, operating, 1e-4)).toBeCloseTo(5e-6, 18);
});
