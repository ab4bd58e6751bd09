import { defaultsOf } from "@neurofront/core";
import { describe, expect, it } from "vitest";
import { hfoxStanfordMemristor } from "../src/model.ts";

const defaults = defaultsOf(hfoxStanfordMemristor.parameters);
const operating = { inputVoltage_V: 0.1, temperature_K: 298 };

function characterOf(design = defaults, circuit = operating) {
  const answer = hfoxStanfordMemristor.characterize(design, circuit);
  if (answer.status !== "ok") throw new Error("always possible");
  return answer;
}

it("ranges from 4.5 uS to 1.8 mS with 16 levels", () => {
  const { conductanceMin_S, conductanceMax_S, levels, isSeparable } = characterOf();
  // To the printed digits.
  expect(Math.abs(conductanceMin_S * 1e6 - 4.4551)).toBeLessThan(5e-5);
  expect(Math.abs(conductanceMax_S * 1e6 - 1797.3)).toBeLessThan(0.05);
  expect(levels).toBe(16);
  expect(isSeparable).toBe(true);
});

describe("nonlinearity", () => {
  // (V0/V) sinh(V/V0) with V0 = 0.25 V, to the printed digits.
  it.each([
    { voltage_V: 0.01, ratio: 1.00027 },
    { voltage_V: 0.1, ratio: 1.027 },
    { voltage_V: 0.5, ratio: 1.813 },
  ])("is $ratio at $voltage_V V", ({ voltage_V, ratio }) => {
    const { quantities } = characterOf(defaults, { ...operating, inputVoltage_V: voltage_V });
    expect(Math.abs(quantities["nonlinearity"]! - ratio)).toBeLessThan(5e-4);
    const current_A = hfoxStanfordMemristor.current_A(defaults, 1e-4, voltage_V);
    expect(current_A / (1e-4 * voltage_V)).toBeCloseTo(quantities["nonlinearity"]!, 12);
  });
});

describe("disturb", () => {
  it.each([0.01, 0.1, 0.5, 1.0])("is none for a read at %d V, below the least field", (inputVoltage_V) => {
    const { quantities, violations } = characterOf(defaults, { ...operating, inputVoltage_V });
    expect(quantities["readStateChange"]).toBe(0);
    expect(violations).toEqual([]);
  });

  it("is reported where the least field is exceeded", () => {
    // gamma0 V / tox = 16 * 0.5 V / 12 nm = 6.7e8 V/m.
    const design = { ...defaults, leastField_V_m: 5e8 };
    const { quantities, violations } = characterOf(design, { ...operating, inputVoltage_V: 0.5 });
    expect(quantities["readStateChange"]).toBeGreaterThan(0);
    expect(violations.map(({ code }) => code)).toContain("read-disturb");
  });

  it("is none for half-selected devices at 0.75 V", () => {
    expect(characterOf().quantities["halfSelectStateChange"]).toBe(0);
  });
});

describe("write", () => {
  it("takes some 100 ns at 1.5 V, less at a higher voltage and a higher temperature", () => {
    const { write } = characterOf();
    expect(write!.duration_s).toBeGreaterThan(10e-9);
    expect(write!.duration_s).toBeLessThan(1e-6);
    const stronger = characterOf({ ...defaults, setVoltage_V: 1.6, resetVoltage_V: 1.6 }).write!;
    expect(stronger.duration_s).toBeLessThan(write!.duration_s / 2);
    expect(characterOf(defaults, { ...operating, temperature_K: 350 }).write!.duration_s).toBeLessThan(
      write!.duration_s,
    );
  });

  it("does not reach the widest gap below 1.39 V", () => {
    // F_min tox / (gamma0 - beta 1.7^3) = 1.392 V.
    const reached = characterOf({ ...defaults, resetVoltage_V: 1.4 }).write!;
    expect(reached.duration_s).toBeGreaterThan(characterOf(defaults).write!.duration_s);
    const { write, violations } = characterOf({ ...defaults, resetVoltage_V: 1.38 });
    expect(write).toBeUndefined();
    expect(violations).toMatchObject([{ kind: "invalid", code: "reset-incomplete" }]);
  });

  it("reports the heat of the narrowest gap", () => {
    expect(characterOf().quantities["hottestWrite_K"]).toBeCloseTo(583.5, 1);
  });
});

describe("validity", () => {
  it.each([
    // 1 mA exp(-0.8) sinh(2.1 / 0.25) = 1 A; 2.1 W through 2100 K/W.
    { title: "heat", design: { setVoltage_V: 2.1 }, code: "filament-melts" },
    // 16 * 0.25 / 12 * 1.85 V = 0.617 eV of 0.6 eV.
    { title: "field", design: { setVoltage_V: 1.85 }, code: "no-barrier-left" },
  ])("ends with the $title", ({ design, code }) => {
    expect(characterOf({ ...defaults, ...design }).violations.map((violation) => violation.code)).toContain(code);
  });
});

it("does not age; its endurance is a survey's range", () => {
  expect(hfoxStanfordMemristor.aged(defaults, operating, 1e-4, 1e8)).toEqual({ mean_S: 1e-4, spread_S: 0 });
  expect(characterOf().quantities).toMatchObject({ leastEnduranceCycles: 1e4, largestEnduranceCycles: 1e9 });
});
