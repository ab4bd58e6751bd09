import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { gateSourceVoltage_V, inversionCoefficient, transconductance_S } from "../src/mos-ekv.ts";
import { atTemperature, nominalTemperature_K } from "../src/mos-temperature.ts";
import { mos45nm } from "../src/ptm-45nm.ts";
import { mosByNgspice } from "./peers/mos-45nm.ts";
import { relativeError } from "./relative-error.ts";

const celsius = (temperature: number): number => temperature + 273.15;

describe("atTemperature", () => {
  it.each(mosByNgspice)(
    "%s, %d nm, %d degrees Celsius, %d uA: gm/I_D = %d /V, VGS = %d V",
    (polarity, length_nm, temperature, current_uA, gmPerCurrent_1_V, gate_V) => {
      const mos = mos45nm({ polarity, length_m: length_nm * 1e-9, temperature_K: celsius(temperature) });
      const current_A = current_uA * 1e-6;
      const inversion = inversionCoefficient(mos, 1e-6, current_A);
      const efficiency_1_V = transconductance_S(mos, inversion, current_A) / current_A;
      // The simulated mobility changes with the gate's field, the model's does not: 9 % and 20 mV within the fitted
      // temperatures, and at -40 degrees Celsius, outside of them, 18 % and 40 mV.
      const cold = temperature < 0;
      expect(relativeError(efficiency_1_V, gmPerCurrent_1_V)).toBeLessThan(cold ? 0.18 : 0.09);
      expect(Math.abs(gateSourceVoltage_V(mos, inversion) - gate_V)).toBeLessThan(cold ? 0.04 : 0.02);
    },
  );

  it("changes nothing at 27 degrees Celsius", () => {
    const mos = mos45nm({ polarity: "n", length_m: 180e-9 });
    expect(atTemperature(mos, "n", nominalTemperature_K)).toEqual(mos);
  });

  it("makes transistors of the same current slower when it gets warmer", () => {
    const temperature = fc.double({ min: 233, max: 398, noNaN: true });
    const polarity = fc.constantFrom("n" as const, "p" as const);
    const current = fc.double({ min: -7, max: -5, noNaN: true });
    fc.assert(
      fc.property(temperature, temperature, polarity, current, (a, b, of, decade) => {
        fc.pre(b - a > 1e-3);
        const gm_S = (temperature_K: number): number => {
          const mos = mos45nm({ polarity: of, length_m: 180e-9, temperature_K });
          return transconductance_S(mos, inversionCoefficient(mos, 1e-6, 10 ** decade), 10 ** decade);
        };
        expect(gm_S(b)).toBeLessThan(gm_S(a));
      }),
    );
  });
});
