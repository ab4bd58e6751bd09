import { describe, expect, it } from "vitest";
import { digitalSupplyAtNode_V, fanoutOf4InverterAtNode } from "../src/digital-cells-at-node.ts";
import { fanoutOf4Inverter45nm } from "../src/digital-cells-45nm.ts";
import { gateSourceVoltage_V } from "../src/mos-ekv.ts";
import { mosInProcess } from "../src/mos-process.ts";
import { capacitances45nm, mos45nm } from "../src/ptm-45nm.ts";
import { capacitancesAtNode, lowPowerThresholdShift_V, nodeScaling, technologyNodes } from "../src/technology-node.ts";
import type { TechnologyNode } from "../src/technology-node.ts";
import { relativeError } from "./relative-error.ts";

const typicalAt = (node: TechnologyNode) => ({ node, corner: "TT", temperature_K: 300.15 }) as const;

describe("nodes", () => {
  it("are the extracted technology itself at 45 nm", () => {
    const { nominalSupply_V, ...factors } = nodeScaling("45nm");
    expect(nominalSupply_V).toBe(1);
    expect(Object.values(factors)).toEqual(Object.values(factors).map(() => 1));
    expect(capacitancesAtNode("45nm")).toEqual(capacitances45nm);
    expect(mosInProcess("n", 90e-9, typicalAt("45nm"))).toEqual(mos45nm({ polarity: "n", length_m: 90e-9 }));
    expect(fanoutOf4InverterAtNode("45nm", 0.8)).toEqual(fanoutOf4Inverter45nm(0.8));
  });

  it.each([
    // By hand from the table: 0.487 + 0.527 over 0.905 fF/um; A_VT over 3 mV um; threshold difference; low-power minus high-performance.
    ["65nm", 1.1, 1.1204, 3.5 / 3, -0.005, 0.336],
    ["45nm", 1, 1, 1, 0, 0.293],
    ["32nm", 0.9, 0.937, 2.3 / 3, 0.023, 0.248],
    ["22nm", 0.85, 0.8641, 1.8 / 3, 0.038, 0.211],
  ] as const)("%s follows its table", (node, supply_V, gateCapacitance, mismatch, shift_V, lowPower_V) => {
    const scaling = nodeScaling(node);
    expect(scaling.nominalSupply_V).toBe(supply_V);
    expect(relativeError(scaling.gateCapacitance, gateCapacitance)).toBeLessThan(1e-3);
    expect(relativeError(scaling.thresholdMismatch, mismatch)).toBeLessThan(1e-12);
    const threshold_V = mosInProcess("n", 180e-9, typicalAt(node)).thresholdVoltage_V;
    expect(threshold_V - mos45nm({ polarity: "n", length_m: 180e-9 }).thresholdVoltage_V).toBeCloseTo(shift_V, 12);
    expect(lowPowerThresholdShift_V(node)).toBeCloseTo(lowPower_V, 12);
  });

  it.each([
    // Carrier speed hardly changes: the on-current per overdrive goes as the oxide capacitance within 8 %, save the p-channel
    // before strained silicon, 65 nm.
    ["n", ["65nm", "32nm", "22nm"]],
    ["p", ["32nm", "22nm"]],
  ] as const)("have specific currents (%s) that follow the oxide", (polarity, nodes) => {
    for (const node of nodes) {
      const ratio =
        mosInProcess(polarity, 90e-9, typicalAt(node)).specificCurrent_A /
        mosInProcess(polarity, 90e-9, typicalAt("45nm")).specificCurrent_A;
      expect(relativeError(ratio, nodeScaling(node).oxideCapacitance)).toBeLessThan(0.08);
    }
  });

  it("get faster, smaller, better matched and shorter of headroom", () => {
    const rows = technologyNodes.map((node) => {
      const { delay, energyPerWidth, thresholdMismatch, nominalSupply_V } = nodeScaling(node);
      const headroom_V = nominalSupply_V / 2 - gateSourceVoltage_V(mosInProcess("n", 180e-9, typicalAt(node)), 0.3);
      return [delay, energyPerWidth, thresholdMismatch, headroom_V] as const;
    });
    for (let column = 0; column < 4; column++) {
      const values = rows.map((row) => row[column]!);
      expect(values).toEqual(values.toSorted((a, b) => b - a));
    }
  });

  it.each(technologyNodes)("give logic at both ends of its supplies, and nothing beyond (%s)", (node) => {
    const { low, high } = digitalSupplyAtNode_V(node);
    expect(fanoutOf4InverterAtNode(node, low).delay_s).toBeGreaterThan(fanoutOf4InverterAtNode(node, high).delay_s);
    expect(() => fanoutOf4InverterAtNode(node, high * 1.01)).toThrow(RangeError);
    expect(() => fanoutOf4InverterAtNode(node, low * 0.99)).toThrow(RangeError);
  });
});
