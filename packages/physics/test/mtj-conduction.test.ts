import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { antiparallelConductance_S, junctionConductance_S, parallelPart } from "../src/mtj-conduction.ts";

const junction = { parallelConductance_S: 300e-6, tunnelMagnetoresistance: 1, halfTmrVoltage_V: 0.5 };
const parts = fc.double({ min: 0, max: 1, noNaN: true });
const biases = fc.double({ min: 0, max: 1, noNaN: true });

describe("a junction of 300 uS, half of it parallel, 100 % magnetoresistance that halves at 0.5 V", () => {
  // Exact: 300 (1/2 + 1/4) and 300 (1/2 + 1/3).
  it.each([
    [0, 225],
    [0.5, 250],
  ])("conducts at %d V %d uS", (bias_V, conductance_uS) => {
    expect(junctionConductance_S(junction, 0.5, bias_V) * 1e6).toBeCloseTo(conductance_uS, 10);
  });
});

describe("laws", () => {
  it("a conductance at zero bias belongs to one part", () => {
    fc.assert(
      fc.property(parts, (part) => {
        expect(parallelPart(junction, junctionConductance_S(junction, part, 0))).toBeCloseTo(part, 12);
      }),
    );
  });

  it("the current grows with the bias, and more bias never means less conductance", () => {
    fc.assert(
      fc.property(parts, biases, biases, (part, a, b) => {
        const [little, much] = [Math.min(a, b), Math.max(a, b)];
        const at = (bias_V: number): number => junctionConductance_S(junction, part, bias_V);
        expect(at(much)).toBeGreaterThanOrEqual(at(little));
        expect(at(much) * much).toBeGreaterThanOrEqual(at(little) * little);
      }),
    );
  });

  it("the antiparallel state tends to the parallel one at large bias", () => {
    expect(antiparallelConductance_S(junction, 1e6) / 300e-6).toBeCloseTo(1, 9);
  });
});
