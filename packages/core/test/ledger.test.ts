import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isCounted, LEDGER_LINES, totalEnergy_J } from "../src/ledger.ts";
import type { LedgerEntry, LedgerLine } from "../src/ledger.ts";

const LINES = Object.keys(LEDGER_LINES) as LedgerLine[];

const entry = (line: LedgerLine, energy_J: number): LedgerEntry => ({ line, energy_J, formula: "given", inputs: {} });

describe("the accountings", () => {
  // Sharad, Fan and Roy 2013, sections II and III, count the currents through synapses, amplifier, junction, and the inverter.
  it("paper counts what the reference paper counts", () => {
    expect(LINES.filter((line) => isCounted(line, "paper"))).toStrictEqual([
      "synapse-static",
      "neuron-static",
      "read",
      "sense",
    ]);
  });

  it("full counts every line", () => {
    expect(LINES.filter((line) => !isCounted(line, "full"))).toStrictEqual([]);
    expect(LINES.length).toBeGreaterThan(10);
  });
});

describe("totalEnergy_J", () => {
  it("adds one joule of everything", () => {
    const everything = LINES.map((line) => entry(line, 1));
    expect(totalEnergy_J(everything, "full")).toBe(LINES.length);
    expect(totalEnergy_J(everything, "paper")).toBe(4);
    expect(totalEnergy_J([], "full")).toBe(0);
  });

  it("counts several entries on one line", () => {
    expect(totalEnergy_J([entry("read", 1), entry("clock", 8), entry("read", 2)], "paper")).toBe(3);
  });

  it("paper and what paper leaves out make up full, in any order", () => {
    const entries = fc.array(
      fc.record({ line: fc.constantFrom(...LINES), energy_J: fc.double({ min: 0, max: 1e-9, noNaN: true }) }),
    );
    fc.assert(
      fc.property(entries, (list) => {
        const ledger = list.map(({ line, energy_J }) => entry(line, energy_J));
        const full_J = totalEnergy_J(ledger, "full");
        const paper_J = totalEnergy_J(ledger, "paper");
        const rest_J = totalEnergy_J(
          ledger.filter(({ line }) => !isCounted(line, "paper")),
          "full",
        );
        // Rounding of a sum of up to ten terms.
        expect(Math.abs(paper_J + rest_J - full_J)).toBeLessThanOrEqual(1e-14 * full_J);
        expect(paper_J).toBeLessThanOrEqual(full_J);
        expect(Math.abs(totalEnergy_J(ledger.toReversed(), "full") - full_J)).toBeLessThanOrEqual(1e-14 * full_J);
      }),
    );
  });
});
