import { describe, expect, it } from "vitest";
import { domainWallMemristor } from "../src/model.ts";
import { characterOf, device, presetDevice } from "./device.ts";

const operating = { inputVoltage_V: 0.01, temperature_K: 300 };
const codesOf = (design = device(), inputVoltage_V = 0.01): string[] =>
  characterOf(design, inputVoltage_V).violations.map(({ code }) => code);

describe("the default, 45 kT every 20 nm", () => {
  it("has 17 levels between 152 and 305 uS, with 20 % of the resolution", () => {
    const { levels, conductanceMin_S, conductanceMax_S, quantities } = characterOf(device());
    expect([levels, Math.round(conductanceMin_S * 1e6), Math.round(conductanceMax_S * 1e6)]).toEqual([17, 152, 305]);
    expect(quantities["onOffResolution"]).toBeCloseTo(0.2, 12);
  });

  it("keeps its state for more than ten years and cannot be written: both ends of the trade are told", () => {
    const { quantities, write, violations } = characterOf(device());
    expect(quantities["retention_s"]).toBeGreaterThan(3.156e8);
    expect(write).toBeUndefined();
    expect(violations).toMatchObject([
      { kind: "invalid", code: "wall-stays-pinned", message: expect.stringContaining("5.66e+12 A/m^2") as string },
    ]);
    // 10 of 228 uA.
    expect(violations[0]!.amount).toBeCloseTo(1 - 10 / 228, 2);
  });

  it("driven hard enough is too hot instead", () => {
    expect(codesOf(device({ writeCurrent_A: 250e-6 }))).toEqual(["write-density", "walker-breakdown"]);
  });
});

describe("20 kT every 60 nm", () => {
  it("can be written below 1e12 A/m^2 and keeps its place for 58 ms", () => {
    const { quantities, write, violations } = characterOf(presetDevice("weak-pinning"));
    expect(violations).toEqual([]);
    expect(write!.duration_s).toBeLessThan(3e-9);
    // Kramers by hand: attempts at 4.17e9 /s, exp(-20), two sides.
    expect(Math.abs(quantities["retention_s"]! * 2 * 4.17e9 * Math.exp(-20) - 1)).toBeLessThan(0.01);
  });

  it("has lost its place after a minute, and all memory after a day", () => {
    const design = presetDevice("weak-pinning");
    const { conductanceMin_S, conductanceMax_S } = characterOf(design);
    const minute = domainWallMemristor.aged(design, operating, conductanceMax_S, 60);
    const day = domainWallMemristor.aged(design, operating, conductanceMax_S, 86_400);
    const range_S = conductanceMax_S - conductanceMin_S;
    expect(minute.spread_S / range_S).toBeGreaterThan(0.1);
    expect(day.mean_S / ((conductanceMin_S + conductanceMax_S) / 2)).toBeCloseTo(1, 3);
    expect(day.spread_S / range_S).toBeCloseTo(Math.sqrt(1 / 12), 3);
  });
});

describe("violations", () => {
  it.each([
    ["a read current that moves the wall", presetDevice("weak-pinning"), 0.1, ["read-disturb"]],
    [
      "places closer than notches",
      presetDevice("weak-pinning", { pinningPitch_m: 16e-9, writeCurrent_A: 200e-6 }),
      0.01,
      ["write-density", "walker-breakdown", "places-too-close"],
    ],
    [
      "more bias than the law is for",
      presetDevice("weak-pinning", { resistanceArea_ohm_m2: 1e-9 }),
      0.6,
      ["bias-above-law"],
    ],
    [
      "too much Dzyaloshinskii-Moriya interaction",
      presetDevice("weak-pinning", { interfacialDmi_J_m: 4e-12, thickness_m: 1e-9 }),
      0.01,
      ["write-density", "dmi-above-critical"],
    ],
  ])("%s", (_what, design, inputVoltage_V, codes) => {
    expect(codesOf(design, inputVoltage_V)).toEqual(codes);
  });

  it.each([
    [
      "a film in the plane",
      device({ uniaxialAnisotropy_J_m3: 3e5, saturationMagnetisation_A_m: 1.2e6 }),
      "in-plane-film",
    ],
    ["one place", device({ length_m: 60e-9, pinningPitch_m: 80e-9 }), "one-place"],
  ])("%s is impossible", (_what, design, code) => {
    expect(domainWallMemristor.characterize(design, operating)).toMatchObject({
      status: "impossible",
      violations: [{ kind: "impossible", code }],
    });
  });
});

describe("spread and noise", () => {
  it("places 2 nm apart and 2 % of a write add up", () => {
    const { conductanceMin_S, conductanceMax_S } = characterOf(device());
    const expected_S = Math.hypot(((conductanceMax_S - conductanceMin_S) * 2) / 320, 0.02 * conductanceMax_S);
    expect(domainWallMemristor.programmingSpread_S(device(), operating, 200e-6) / expected_S).toBeCloseTo(1, 9);
  });

  it("the wall's thermal motion adds 0.2 % of the range to a read", () => {
    const { conductanceMin_S, conductanceMax_S } = characterOf(device());
    const found = domainWallMemristor.readNoise(device({ readNoise: 0 }), operating, 200e-6, 0);
    // 0.671 nm of 320 nm.
    expect((found * 200e-6) / (conductanceMax_S - conductanceMin_S)).toBeCloseTo(0.671 / 320, 6);
  });
});
