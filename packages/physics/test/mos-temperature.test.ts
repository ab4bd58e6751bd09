import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { gateSourceVoltage_V, inversionCoefficient, transconductance_S } from "../src/mos-ekv.ts";
import { atTemperature, nominalTemperature_K } from "../src/mos-temperature.ts";
import { mos45nm } from "../src/ptm-45nm.ts";
import { relativeError } from "./relative-error.ts";

const celsius = (temperature: number): number => temperature + 273.15;

/** gm/I_D and VGS of 1 um in ngspice, BSIM4 with the predictive 45 nm high-performance card, V_DS = 0.5 V. */
const simulated = [
  // polarity, L (nm), T (degrees Celsius), I_D (uA), gm/I_D (1/V), VGS (V)
  ["n", 90, -40, 6, 25.66, 0.3875],
  ["n", 90, -40, 40, 19.44, 0.4713],
  ["n", 90, 0, 6, 22.08, 0.4141],
  ["n", 90, 0, 40, 15.94, 0.5126],
  ["n", 90, 85, 6, 17.23, 0.4307],
  ["n", 90, 85, 40, 10.97, 0.5634],
  ["n", 90, 125, 6, 15.53, 0.4355],
  ["n", 90, 125, 40, 9.45, 0.5855],
  ["n", 180, -40, 3, 26.29, 0.3934],
  ["n", 180, -40, 20, 21.87, 0.472],
  ["n", 180, 0, 3, 22.2, 0.426],
  ["n", 180, 0, 20, 16.48, 0.5228],
  ["n", 180, 85, 3, 17.03, 0.4471],
  ["n", 180, 85, 20, 10.56, 0.5832],
  ["n", 180, 125, 3, 15.27, 0.4536],
  ["n", 180, 125, 20, 8.91, 0.6095],
  ["n", 360, -40, 1.5, 26.6, 0.395],
  ["n", 360, -40, 10, 23.12, 0.4713],
  ["n", 360, 0, 1.5, 22.24, 0.4301],
  ["n", 360, 0, 10, 16.69, 0.5263],
  ["n", 360, 85, 1.5, 16.92, 0.4531],
  ["n", 360, 85, 10, 10.35, 0.5912],
  ["n", 360, 125, 1.5, 15.13, 0.4605],
  ["n", 360, 125, 10, 8.65, 0.6194],
  ["p", 90, -40, 2, 26.61, 0.4452],
  ["p", 90, -40, 12, 22.2, 0.5181],
  ["p", 90, 0, 2, 23.34, 0.457],
  ["p", 90, 0, 12, 17.71, 0.5433],
  ["p", 90, 85, 2, 18.31, 0.4681],
  ["p", 90, 85, 12, 12.23, 0.5842],
  ["p", 90, 125, 2, 16.53, 0.4722],
  ["p", 90, 125, 12, 10.6, 0.603],
  ["p", 180, -40, 1, 26.54, 0.4583],
  ["p", 180, -40, 6, 22.27, 0.5311],
  ["p", 180, 0, 1, 23.04, 0.4722],
  ["p", 180, 0, 6, 17.11, 0.5605],
  ["p", 180, 85, 1, 17.86, 0.4867],
  ["p", 180, 85, 6, 11.34, 0.6087],
  ["p", 180, 125, 1, 16.06, 0.4923],
  ["p", 180, 125, 6, 9.7, 0.6309],
  ["p", 360, -40, 0.5, 26.49, 0.4628],
  ["p", 360, -40, 3, 22.27, 0.5357],
  ["p", 360, 0, 0.5, 22.89, 0.4776],
  ["p", 360, 0, 3, 16.81, 0.5669],
  ["p", 360, 85, 0.5, 17.63, 0.4935],
  ["p", 360, 85, 3, 10.94, 0.6185],
  ["p", 360, 125, 0.5, 15.84, 0.4997],
  ["p", 360, 125, 3, 9.3, 0.6423],
] as const;

describe("atTemperature", () => {
  it.each(simulated)(
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
