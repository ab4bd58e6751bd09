import { describe, expect, it } from "vitest";
import { amplifierOf } from "../src/amplifier.ts";
import { decisionTime } from "../src/decision-time.ts";
import { characterOf, compact, paperOperating, relativeError } from "./operating.ts";

/** A two-stage amplifier for 15 mV at +-0.5 V; the reference numbers are rounded to three or four digits. */
const tolerance = 0.01;

describe("the compact sizing", () => {
  const amplifier = amplifierOf(compact, paperOperating);
  const decision = decisionTime(compact, amplifier, paperOperating);
  const { pair, mirror, output } = amplifier.transistors;

  it.each([
    ["W1 (m)", pair.width_m, 2.229e-6],
    ["W3 (m)", mirror.width_m, 3.578e-6],
    ["W6 (m)", output.width_m, 3.085e-6],
    ["gm1 (S)", pair.transconductance_S, 89.04e-6],
    ["gm6 (S)", output.transconductance_S, 259e-6],
    ["open-loop gain", amplifier.openLoopGain, 201.7],
    ["phase margin (degrees)", amplifier.phaseMarginDegrees, 59.8],
    ["crossover (rad/s)", amplifier.crossover_rad_s, 1.351e9],
    ["offset (V)", amplifier.offsetSpread_V, 4.208e-3],
  ])("has %s", (_name, found, expected) => {
    expect(relativeError(found, expected)).toBeLessThan(tolerance);
  });

  it("crosses zero in 0.683 ns", () => {
    if (decision.status === "impossible") throw new Error("it has swing and current");
    expect(relativeError(decision.resolved_V, 0.2247)).toBeLessThan(tolerance);
    expect(relativeError(decision.swing_V, 0.3039)).toBeLessThan(tolerance);
    expect(decision.slewing_s).toBe(0);
    expect(relativeError(decision.decision_s, 0.683e-9)).toBeLessThan(tolerance);
  });

  it("spends 34.1 fJ on synapses, amplifier and inverter without crowbar, 2.33e-23 J s", () => {
    const character = characterOf({ ...compact, inverterCrowbar_W: 0 });
    const energy_J = (line: string) =>
      character.energy.filter((entry) => entry.line === line).reduce((sum, entry) => sum + entry.energy_J, 0);
    const decision_s = character.quantities["decision_s"]!;
    const synapses_J = paperOperating.columnConductance_S * 0.5 ** 2 * character.synapsesDriven_s;
    expect(relativeError(energy_J("neuron-static") / decision_s, 27e-6)).toBeLessThan(tolerance);
    expect(relativeError(synapses_J / decision_s, 20e-6)).toBeLessThan(tolerance);
    expect(relativeError(energy_J("sense") / decision_s, 2.93e-6)).toBeLessThan(tolerance);
    const total_J = energy_J("neuron-static") + synapses_J + energy_J("sense");
    expect(relativeError(total_J, 34.1e-15)).toBeLessThan(tolerance);
    expect(relativeError(total_J * decision_s, 2.33e-23)).toBeLessThan(tolerance);
  });

  it("is as slow and hungry as in SPICE once derated and with its crowbar current", () => {
    // ngspice, same sizes: 0.95 to 1.0 ns, about 50 fJ, crowbar 0.5 to 9 uW. The derating is a round number: 10 %.
    const character = characterOf({ ...compact, layoutDerate: 1.4 });
    const decision_s = character.quantities["decision_s"]!;
    const synapses_J = paperOperating.columnConductance_S * 0.5 ** 2 * character.synapsesDriven_s;
    const neuron_J = character.energy
      .filter(({ line }) => line === "neuron-static" || line === "sense")
      .reduce((sum, entry) => sum + entry.energy_J, 0);
    expect(relativeError(decision_s, 0.975e-9)).toBeLessThan(0.1);
    expect(relativeError(neuron_J + synapses_J, 50e-15)).toBeLessThan(0.1);
  });

  it("fills the 3-sigma tolerance of 15 mV, and is 0.2 degrees short of the phase margin", () => {
    const { quantities, violations } = characterOf(compact);
    expect(quantities["toleranceUse"]).toBeGreaterThan(0.9);
    expect(quantities["toleranceUse"]).toBeLessThan(1);
    expect(violations).toEqual([expect.objectContaining({ kind: "invalid", code: "phase-margin" })]);
  });
});
