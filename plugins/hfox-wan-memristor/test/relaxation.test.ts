import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { programmingSpread_S, relaxationSpread_S, spreadAtAge_S } from "../src/relaxation.ts";

describe("reference points of the fits", () => {
  // Half a unit of the last printed digit.
  it.each([
    [1, 5, 1.751],
    [1, 10, 2.258],
    [1, 20, 2.023],
    [1, 40, 1.103],
    [86_400, 5, 2.756],
    [86_400, 10, 3.721],
    [86_400, 20, 3.909],
    [86_400, 40, 2.651],
  ])("after %d s the spread at %d uS is %d uS", (age_s, conductance_uS, spread_uS) => {
    expect(Math.abs(spreadAtAge_S(conductance_uS * 1e-6, age_s) * 1e6 - spread_uS)).toBeLessThan(5e-4);
  });
});

const conductances = fc.double({ min: 0, max: 60e-6, noNaN: true });

describe("laws", () => {
  it("at the logarithmic middle of an hour grid the spread is the mean of its neighbours", () => {
    const middle_s = Math.sqrt(86_400);
    const expected_S = (spreadAtAge_S(20e-6, 1) + spreadAtAge_S(20e-6, 86_400)) / 2;
    expect(spreadAtAge_S(20e-6, middle_s)).toBeCloseTo(expected_S, 15);
  });

  it("programming and ageing add up in squares to the measured spread wherever that has grown", () => {
    fc.assert(
      fc.property(conductances, fc.double({ min: 0, max: 1e9, noNaN: true }), (g_S, age_s) => {
        const both_S = Math.hypot(programmingSpread_S(g_S), relaxationSpread_S(g_S, age_s));
        expect(both_S).toBeCloseTo(Math.max(spreadAtAge_S(g_S, age_s), programmingSpread_S(g_S)), 14);
      }),
    );
  });

  it("nothing is added in the first second, and nothing changes after the last measurement", () => {
    expect(relaxationSpread_S(20e-6, 0)).toBe(0);
    expect(relaxationSpread_S(20e-6, 1)).toBe(0);
    expect(spreadAtAge_S(20e-6, 1e9)).toBe(spreadAtAge_S(20e-6, 172_800));
  });

  it("is continuous at the measurements and positive everywhere", () => {
    fc.assert(
      fc.property(conductances, fc.constantFrom(1, 86_400, 172_800), (g_S, age_s) => {
        expect(spreadAtAge_S(g_S, age_s)).toBeGreaterThan(0);
        // The steepest change is 4 uS a decade.
        expect(Math.abs(spreadAtAge_S(g_S, age_s * 1.001) - spreadAtAge_S(g_S, age_s))).toBeLessThan(1e-8);
      }),
    );
  });
});
