import { describe, expect, it } from "vitest";
import { discrepancies } from "../src/discrepancies.ts";
import { relativeError } from "./operating.ts";

const found = (id: string): readonly number[] =>
  discrepancies.find((discrepancy) => discrepancy.id === id)!.check!().map((check) => check.found);

describe("discrepancies of the reference paper", () => {
  it.each([
    // 0.705 pJ times 10 ns and 5 ns.
    ["cmos-delay", [7.04e-21, 3.52e-21]],
    // 30 mV of 0.5 V; 3 % of 0.5 V.
    ["node-tolerance", [0.06, 0.015]],
    // 0.705 pJ over 0.72 fJ and 4.32 fJ; times 5 ns over 1 ns.
    ["spin-advantage", [979, 4890, 163, 815]],
    // 50 kohm at a loop gain of 200 times 0.2.
    ["amplifier-inverts", [-48.78e3]],
    // The feedback factor rises from 0.2 to 1/3.
    ["rows-at-zero", [3.02e-9]],
  ])("%s: recomputes its numbers", (id, expected) => {
    // The expected numbers are written to three digits.
    found(id).forEach((number, k) => expect(relativeError(number, expected[k]!)).toBeLessThan(0.01));
    expect(found(id)).toHaveLength(expected.length);
  });
});
