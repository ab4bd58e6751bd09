import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { supplyConversionEntry, synapseStaticEntry } from "../src/system-ledger.ts";

describe("synapses", () => {
  it("40 uA at 10 mV for 1 ns are 0.4 fJ, shared by nobody", () => {
    const entry = synapseStaticEntry(26 * 40e-6 * 10e-3, 26, 1e-9);
    expect(entry.line).toBe("synapse-static");
    expect(entry.energy_J).toBeCloseTo(0.4e-15, 28);
    expect(entry.inputs).toStrictEqual({ meanInputPower_W: 26 * 40e-6 * 10e-3, neuronsPerArray: 26, driven_s: 1e-9 });
  });
});

describe("supply conversion", () => {
  it.each([
    // A converter that drops 50 mV at 10 mV delivers 1 of 6: 5 are lost. At 500 mV a tenth is lost.
    [0.01, 0.05, 5],
    [0.5, 0.05, 0.1],
    [0.01, 0, 0],
  ])("at %d V behind a drop of %d V", (inputVoltage_V, converterDrop_V, lost) => {
    const entry = supplyConversionEntry(1e-15, inputVoltage_V, converterDrop_V);
    expect(entry.line).toBe("supply-conversion");
    expect(entry.energy_J / 1e-15).toBeCloseTo(lost, 12);
  });

  it("with the synapses' energy makes the efficiency V / (V + drop)", () => {
    const positive = fc.double({ min: 1e-3, max: 1, noNaN: true });
    fc.assert(
      fc.property(positive, positive, positive, (energy_J, inputVoltage_V, converterDrop_V) => {
        const delivered_J = energy_J + supplyConversionEntry(energy_J, inputVoltage_V, converterDrop_V).energy_J;
        expect(energy_J / delivered_J).toBeCloseTo(inputVoltage_V / (inputVoltage_V + converterDrop_V), 12);
      }),
    );
  });
});

describe("formulas", () => {
  it.each([
    ["synapses", synapseStaticEntry(3e-6, 7, 2e-9)],
    ["supply conversion", supplyConversionEntry(3e-15, 0.02, 0.05)],
  ])("of %s give the energy when evaluated with the inputs", (_line, { formula, inputs, energy_J }) => {
    const names = Object.keys(inputs);
    for (const name of names) expect(formula).toContain(name);
    // The formulas use * and / only, from left to right.
    const tokens = formula.split(" ");
    let value = inputs[tokens[0]!]!;
    for (let k = 1; k < tokens.length; k += 2) {
      const operand = inputs[tokens[k + 1]!]!;
      value = tokens[k] === "*" ? value * operand : value / operand;
    }
    expect(Math.abs(value / energy_J - 1)).toBeLessThan(1e-14);
  });
});
