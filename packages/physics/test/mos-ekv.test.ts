import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { MosTransistor } from "../src/mos-ekv.ts";
import * as ekv from "../src/mos-ekv.ts";
import { mos45nm } from "../src/ptm-45nm.ts";
import { relativeError } from "./relative-error.ts";

describe("at 10 µA and 300.15 K", () => {
  const current_A = 10e-6;
  it.each([
    // polarity, L (nm), IC, W (µm), gm/I_D (1/V), VGS (V), VDSAT (V); printed with four digits: 0.5 %, W to its last digit.
    ["n", 90, 0.1, 1.2924, 20.713, 0.4337, 0.1082],
    ["n", 90, 1, 0.1292, 10.411, 0.5824, 0.1354],
    ["n", 90, 10, 0.0129, 1.902, 1.1236, 0.2432],
    ["n", 180, 0.1, 3.3125, 21.065, 0.4352, 0.1082],
    ["n", 180, 1, 0.3312, 11.923, 0.5739, 0.1354],
    ["n", 180, 10, 0.0331, 2.708, 0.9828, 0.2432],
    ["n", 360, 0.1, 6.7835, 20.851, 0.4394, 0.1082],
    ["n", 360, 1, 0.6783, 12.103, 0.5781, 0.1354],
    ["n", 360, 10, 0.0678, 2.93, 0.9653, 0.2432],
    ["p", 90, 0.1, 5.257, 22.161, 0.4591, 0.1082],
    ["p", 90, 1, 0.5257, 13.19, 0.5883, 0.1354],
    ["p", 90, 10, 0.0526, 3.435, 0.9286, 0.2432],
    ["p", 180, 0.1, 12.9032, 22.031, 0.4657, 0.1082],
    ["p", 180, 1, 1.2903, 13.435, 0.5943, 0.1354],
    ["p", 180, 10, 0.129, 3.797, 0.9134, 0.2432],
    ["p", 360, 0.1, 27.6498, 21.863, 0.4685, 0.1082],
    ["p", 360, 1, 2.765, 13.413, 0.5978, 0.1354],
    ["p", 360, 10, 0.2765, 3.875, 0.9137, 0.2432],
  ] as const)(
    "%s, L = %d nm, IC = %d",
    (polarity, length_nm, inversion, width_um, gmPerCurrent_1_V, gate_V, saturation_V) => {
      const mos = mos45nm({ polarity, length_m: length_nm * 1e-9 });
      const width_m = ekv.widthAtInversion_m(mos, inversion, current_A);
      expect(relativeError(width_m, width_um * 1e-6)).toBeLessThan(0.005);
      expect(
        relativeError(ekv.transconductance_S(mos, inversion, current_A) / current_A, gmPerCurrent_1_V),
      ).toBeLessThan(0.005);
      expect(relativeError(ekv.gateSourceVoltage_V(mos, inversion), gate_V)).toBeLessThan(0.005);
      expect(relativeError(ekv.saturationVoltage_V(mos, inversion), saturation_V)).toBeLessThan(0.005);
    },
  );
});

describe("against BSIM4 with the PTM 45 nm HP card (ngspice, V_DS = 0.5 V), L = 180 nm, W = 1 µm", () => {
  it.each([
    // The fit of the EKV parameters has an rms error of 2.6 % (n) and 1.2 % (p) at this length.
    ["n", 10.1e-6, 16.89],
    ["n", 28.3e-6, 12.41],
    ["n", 99.4e-6, 6.36],
    ["p", 9.48e-6, 12.56],
  ] as const)("%s at %d A: gm/I_D = %d /V", (polarity, current_A, gmPerCurrent_1_V) => {
    const mos = mos45nm({ polarity, length_m: 180e-9 });
    const inversion = ekv.inversionCoefficient(mos, 1e-6, current_A);
    expect(relativeError(ekv.transconductance_S(mos, inversion, current_A) / current_A, gmPerCurrent_1_V)).toBeLessThan(
      0.03,
    );
  });

  it.each([
    // Half a thermal voltage: the fit is to gm/I_D, the threshold follows from it.
    ["n", 10.1e-6, 0.5],
    ["p", 9.48e-6, 0.61],
  ] as const)("%s at %d A: VGS = %d V", (polarity, current_A, gate_V) => {
    const mos = mos45nm({ polarity, length_m: 180e-9 });
    const inversion = ekv.inversionCoefficient(mos, 1e-6, current_A);
    expect(Math.abs(ekv.gateSourceVoltage_V(mos, inversion) - gate_V)).toBeLessThan(0.013);
  });
});

describe("laws", () => {
  const transistor: fc.Arbitrary<MosTransistor> = fc
    .record({
      polarity: fc.constantFrom("n" as const, "p" as const),
      length_m: fc.double({ min: 45e-9, max: 360e-9, noNaN: true }),
      temperature_K: fc.double({ min: 233, max: 398, noNaN: true }),
    })
    .map(mos45nm);
  const inversion = fc.double({ min: -6, max: 3, noNaN: true }).map((decade) => 10 ** decade);

  it("gate voltage and inversion coefficient are inverse to each other", () => {
    fc.assert(
      fc.property(transistor, inversion, (mos, given) => {
        // A rounding of VGS of 1e-16 V, divided by n·UT of 30 mV and less.
        return relativeError(ekv.inversionCoefficientAtGate(mos, ekv.gateSourceVoltage_V(mos, given)), given) < 1e-12;
      }),
    );
  });

  it("width, current and inversion coefficient agree", () => {
    fc.assert(
      fc.property(transistor, inversion, (mos, given) => {
        const width_m = ekv.widthAtInversion_m(mos, given, 3e-6);
        expect(relativeError(ekv.inversionCoefficient(mos, width_m, 3e-6), given)).toBeLessThan(1e-14);
        expect(relativeError(ekv.drainCurrentAtInversion_A(mos, given, width_m), 3e-6)).toBeLessThan(1e-14);
      }),
    );
  });

  it("the transconductance is the slope of current over gate voltage", () => {
    fc.assert(
      fc.property(transistor, inversion, (mos, given) => {
        const step_V = 1e-5;
        const gate_V = ekv.gateSourceVoltage_V(mos, given);
        const current = (voltage_V: number) =>
          ekv.drainCurrentAtInversion_A(mos, ekv.inversionCoefficientAtGate(mos, voltage_V), 1e-6);
        const slope_S = (current(gate_V + step_V) - current(gate_V - step_V)) / (2 * step_V);
        const transconductance_S = ekv.transconductance_S(mos, given, current(gate_V));
        // Central difference: (step/nUT)²/6 of 1e-8, and rounding of 1e-12 relative over step/nUT.
        return relativeError(slope_S, transconductance_S) < 1e-6;
      }),
    );
  });

  it("weak inversion reaches 1/(n·UT), velocity saturation a constant transconductance", () => {
    const mos = mos45nm({ polarity: "n", length_m: 90e-9 });
    const weakLimit_1_V = 1 / (mos.slopeFactor * mos.thermalVoltage_V);
    // G falls below 1 by IC·(1 + λc) to first order and less.
    expect(relativeError(ekv.transconductance_S(mos, 1e-9, 1), weakLimit_1_V)).toBeLessThan(1e-8);
    // G·IC -> 1/λc with a correction of the order of 1/(λc·IC).
    expect(
      relativeError(1e6 * ekv.transconductance_S(mos, 1e6, 1), weakLimit_1_V / mos.velocitySaturation),
    ).toBeLessThan(1e-4);
  });

  it("a long channel without velocity saturation has G = 2/(sqrt(1 + 4·IC) + 1)", () => {
    const mos = { ...mos45nm({ polarity: "n", length_m: 360e-9 }), velocitySaturation: 0 };
    const expected_S = 2 / (Math.sqrt(5) + 1) / (mos.slopeFactor * mos.thermalVoltage_V);
    expect(relativeError(ekv.transconductance_S(mos, 1, 1), expected_S)).toBeLessThan(1e-14);
    expect(relativeError(ekv.inversionCoefficientAtGate(mos, ekv.gateSourceVoltage_V(mos, 4)), 4)).toBeLessThan(1e-12);
  });

  it("the output conductance falls with the length", () => {
    // 10 µA/(8 V/µm · 0.18 µm)
    const mos = mos45nm({ polarity: "p", length_m: 180e-9 });
    expect(ekv.outputConductance_S(mos, 8e6, 10e-6)).toBeCloseTo(6.9444e-6, 10);
  });

  it("the current out of saturation is 1 - exp(-V_DS/UT) in weak inversion, nothing at 0 V, all of it at a high voltage", () => {
    const mos = mos45nm({ polarity: "n", length_m: 135e-9 });
    const unit_V = mos.thermalVoltage_V;
    // Charges are small: the relative error is of the order of the inversion coefficient.
    expect(relativeError(ekv.currentShareAtDrain(mos, 1e-6, unit_V), 1 - Math.exp(-1))).toBeLessThan(1e-4);
    fc.assert(
      fc.property(inversion, fc.double({ min: 0, max: 1, noNaN: true }), (given, share) => {
        const voltage_V = share * ekv.saturationVoltage_V(mos, given);
        expect(ekv.currentShareAtDrain(mos, given, 0)).toBeCloseTo(0, 9);
        expect(ekv.currentShareAtDrain(mos, given, 100)).toBeCloseTo(1, 9);
        expect(ekv.currentShareAtDrain(mos, given, voltage_V)).toBeGreaterThanOrEqual(-1e-9);
        expect(ekv.currentShareAtDrain(mos, given, voltage_V)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it("a tail of the amplifier netlist lacks 3 % of its current at 0.12 V", () => {
    // ngspice: 12.22 of 12.65 uA at 0.118 V and 11.72 at 0.093 V; the model has neither output conductance
    // nor drain-induced barrier lowering: 1.7 % and 3.0 % of the current.
    const mos = mos45nm({ polarity: "n", length_m: 135e-9 });
    const tailInversion = ekv.inversionCoefficient(mos, 0.843e-6, 12.65e-6);
    expect(Math.abs(ekv.currentShareAtDrain(mos, tailInversion, 0.118) - 12.22 / 12.65)).toBeLessThan(0.02);
    expect(Math.abs(ekv.currentShareAtDrain(mos, tailInversion, 0.093) - 11.72 / 12.65)).toBeLessThan(0.035);
  });
});
