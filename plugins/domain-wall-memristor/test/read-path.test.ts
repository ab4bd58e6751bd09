import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { domainWallMemristor } from "../src/model.ts";
import { readPathOf } from "../src/read-path.ts";
import { device, presetDevice } from "./device.ts";

describe("a junction over the strip", () => {
  it("is antiparallel at 0, parallel at 1, the mean in the middle, exactly", () => {
    const path = readPathOf(device());
    const { conductanceMin_S, conductanceMax_S } = path;
    expect(path.conductance_S(0, 0)).toBe(conductanceMin_S);
    expect(path.conductance_S(1, 0)).toBe(conductanceMax_S);
    expect(path.conductance_S(0.5, 0)).toBe((conductanceMin_S + conductanceMax_S) / 2);
  });

  it("of 21 ohm um^2 on 320 x 20 nm has 3281 ohm, 305 uS", () => {
    const { conductanceMax_S } = readPathOf(device());
    expect(1 / conductanceMax_S).toBeCloseTo(3281.25, 6);
  });

  // 4 ohm um^2 on 60 x 20 nm: 300 uS; magnetoresistance 1, half of it left at 0.5 V. Exact.
  it.each([
    [1e-9, 225],
    [0.5, 250],
  ])("of 300 uS, wall in the middle, conducts at %d V %d uS", (voltage_V, expected_uS) => {
    const design = device({ length_m: 60e-9, resistanceArea_ohm_m2: 4e-12 });
    const conductance_S = readPathOf(design).conductance_S(0.5, 0);
    const current_A = domainWallMemristor.current_A(design, conductance_S, voltage_V);
    expect((current_A / voltage_V) * 1e6).toBeCloseTo(expected_uS, 9);
  });
});

describe("a spin valve", () => {
  it("has a resistance linear in the position, R_H - (R_H - R_L) x, at every bias", () => {
    const path = readPathOf(presetDevice("spin-valve"));
    for (const [position, resistance_ohm] of [
      [0, 3360],
      [0.5, 3180],
      [1, 3000],
    ] as const)
      for (const bias_V of [0, 0.3]) expect(1 / path.conductance_S(position, bias_V)).toBeCloseTo(resistance_ohm, 9);
  });
});

describe.each([
  ["junction", device()],
  ["spin valve", presetDevice("spin-valve")],
])("laws of a %s", (_what, design) => {
  const path = readPathOf(design);
  const positions = fc.double({ min: 0, max: 1, noNaN: true });

  it("a conductance belongs to one position", () => {
    fc.assert(
      fc.property(positions, (position) => {
        expect(path.position(path.conductance_S(position, 0))).toBeCloseTo(position, 9);
      }),
    );
  });

  it("the slope is that of the conductance", () => {
    fc.assert(
      fc.property(positions, (position) => {
        // Central difference over 1e-4; its error is that of the third derivative.
        const step = 1e-4;
        const difference = path.conductance_S(position + step, 0) - path.conductance_S(position - step, 0);
        expect(Math.abs(difference / (2 * step) / path.slope_S(position) - 1)).toBeLessThan(1e-6);
      }),
    );
  });
});
