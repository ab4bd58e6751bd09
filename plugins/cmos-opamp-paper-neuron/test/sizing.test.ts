import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { paperEnergy_J, sizeForSupply } from "../src/sizing.ts";
import { calibrated, relativeError } from "./operating.ts";

const at = (supply_V: number, columnConductance_S = 80e-6) => ({
  supply_V,
  columnConductance_S,
  temperature_K: 300.15,
});

/** The reference values are rounded to three digits or so. */
const tolerance = 0.01;

describe("sizeForSupply", () => {
  it.each([
    {
      supply_V: 0.8,
      width_um: 0.781,
      tail_uA: 3.92,
      gm_uS: 38.1,
      power_uW: 25.3,
      delay_ns: 11.42,
      energy_pJ: 0.579,
      edp_Js: 6.61e-21,
    },
    {
      supply_V: 0.9,
      width_um: 0.617,
      tail_uA: 7.56,
      gm_uS: 61.1,
      power_uW: 43.4,
      delay_ns: 6.84,
      energy_pJ: 0.594,
      edp_Js: 4.06e-21,
    },
    {
      supply_V: 1.0,
      width_um: 0.5,
      tail_uA: 12.63,
      gm_uS: 81.2,
      power_uW: 70.5,
      delay_ns: 5.0,
      energy_pJ: 0.705,
      edp_Js: 3.52e-21,
    },
    {
      supply_V: 1.1,
      width_um: 0.413,
      tail_uA: 18.47,
      gm_uS: 93.2,
      power_uW: 105.5,
      delay_ns: 4.24,
      energy_pJ: 0.896,
      edp_Js: 3.8e-21,
    },
    {
      supply_V: 1.2,
      width_um: 0.347,
      tail_uA: 24.34,
      gm_uS: 97.4,
      power_uW: 145.6,
      delay_ns: 3.99,
      energy_pJ: 1.161,
      edp_Js: 4.63e-21,
    },
  ])("reproduces the calibration table at $supply_V V", (row) => {
    const sizing = sizeForSupply(calibrated, at(row.supply_V));
    const energy_J = paperEnergy_J(sizing);
    expect(relativeError(sizing.pairWidth_m, row.width_um * 1e-6)).toBeLessThan(tolerance);
    expect(relativeError(sizing.tailCurrent_A, row.tail_uA * 1e-6)).toBeLessThan(tolerance);
    expect(relativeError(sizing.pairTransconductance_S, row.gm_uS * 1e-6)).toBeLessThan(tolerance);
    expect(relativeError(sizing.amplifierPower_W + sizing.synapsePower_W, row.power_uW * 1e-6)).toBeLessThan(tolerance);
    expect(relativeError(sizing.decision_s, row.delay_ns * 1e-9)).toBeLessThan(tolerance);
    expect(relativeError(energy_J, row.energy_pJ * 1e-12)).toBeLessThan(tolerance);
    expect(relativeError(energy_J * sizing.decision_s, row.edp_Js)).toBeLessThan(tolerance);
  });

  it("has its energy-delay optimum at 1.006 V and its least energy at 0.835 V", () => {
    const supplies = Array.from({ length: 901 }, (_, k) => 0.75 + k * 0.0005);
    const least = (cost: (supply_V: number) => number) =>
      supplies.reduce((best, supply_V) => (cost(supply_V) < cost(best) ? supply_V : best));
    const energy = (supply_V: number) => paperEnergy_J(sizeForSupply(calibrated, at(supply_V)));
    const product = (supply_V: number) => energy(supply_V) * sizeForSupply(calibrated, at(supply_V)).decision_s;
    // One step of the scan and half of the last digit.
    expect(Math.abs(least(product) - 1.006)).toBeLessThan(0.001);
    expect(Math.abs(least(energy) - 0.835)).toBeLessThan(0.001);
    expect(relativeError(product(1.006), 3.52e-21)).toBeLessThan(tolerance);
    expect(relativeError(energy(0.835), 0.571e-12)).toBeLessThan(tolerance);
    expect(relativeError(energy(1.006), 0.714e-12)).toBeLessThan(tolerance);
  });

  it.each([
    [9, 0.284e-12],
    [25, 0.705e-12],
    [64, 2.27e-12],
    [128, 6.51e-12],
  ])("takes more energy with %s inputs, as the feedback factor falls", (inputs, energy_J) => {
    const sizing = sizeForSupply(calibrated, at(1, inputs * 3.2e-6));
    expect(relativeError(paperEnergy_J(sizing), energy_J)).toBeLessThan(tolerance);
  });

  it("gets faster with the stricter tolerance: the artefact that bounds its use", () => {
    const strict = sizeForSupply({ ...calibrated, toleranceReference: "amplitude" }, at(1));
    expect(relativeError(strict.amplifierPower_W + strict.synapsePower_W, 222e-6)).toBeLessThan(tolerance);
    expect(relativeError(strict.decision_s, 1.81e-9)).toBeLessThan(tolerance);
    expect(relativeError(paperEnergy_J(strict), 0.8e-12)).toBeLessThan(tolerance);
  });

  it("agrees with transistor-level power at the same sizes", () => {
    // ngspice with predictive 45 nm cards, amplifier and synapses: 25.5, 42.9, 69.1, 103.1, 142.3 uW. The compact model lies
    // within 3 % of it.
    for (const [supply_V, power_W] of [
      [0.8, 25.5e-6],
      [0.9, 42.9e-6],
      [1.0, 69.1e-6],
      [1.1, 103.1e-6],
      [1.2, 142.3e-6],
    ] as const) {
      const { amplifierPower_W, synapsePower_W } = sizeForSupply(calibrated, at(supply_V));
      expect(relativeError(amplifierPower_W + synapsePower_W, power_W)).toBeLessThan(0.03);
    }
  });

  it("sizes the pair for its offset: the gate area falls with the square of the supply", () => {
    const supply = fc.double({ min: 0.75, max: 1.2, noNaN: true });
    fc.assert(
      fc.property(supply, supply, (a_V, b_V) => {
        const ratio =
          sizeForSupply(calibrated, at(a_V)).pairGateArea_m2 / sizeForSupply(calibrated, at(b_V)).pairGateArea_m2;
        expect(relativeError(ratio, (b_V / a_V) ** 2)).toBeLessThan(1e-12);
      }),
    );
  });

  it("draws more power and settles faster at a higher supply", () => {
    const supply = fc.double({ min: 0.75, max: 1.2, noNaN: true });
    fc.assert(
      fc.property(supply, supply, (a_V, b_V) => {
        fc.pre(Math.abs(a_V - b_V) > 1e-6);
        const low = sizeForSupply(calibrated, at(Math.min(a_V, b_V)));
        const high = sizeForSupply(calibrated, at(Math.max(a_V, b_V)));
        expect(high.amplifierPower_W).toBeGreaterThan(low.amplifierPower_W);
        expect(high.decision_s).toBeLessThan(low.decision_s);
      }),
    );
  });
});
