import { delay_s, totalEnergy_J } from "@neurofront/core";
import type { OperatingPoint } from "@neurofront/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cmosOpampPaperNeuron } from "../src/model.ts";
import { calibrated, paperOperating, relativeError } from "./operating.ts";

function characterAt(operating: OperatingPoint, design = calibrated) {
  const answer = cmosOpampPaperNeuron.characterize(design, operating);
  if (answer.status === "impossible") throw new Error("no design of this neuron is impossible");
  return answer;
}

const withConventions = (conventions: Partial<OperatingPoint["conventions"]>): OperatingPoint => ({
  ...paperOperating,
  conventions: { ...paperOperating.conventions, ...conventions },
});

describe("cmosOpampPaperNeuron", () => {
  it("spends the paper's 0.7 pJ over 10 ns", () => {
    const character = characterAt(paperOperating);
    const synapses_J = paperOperating.columnConductance_S * 0.5 ** 2 * character.synapsesDriven_s;
    // The paper gives one digit; the inverter's 2 fJ are counted too.
    expect(relativeError(totalEnergy_J(character.energy, "paper") + synapses_J, 0.7e-12)).toBeLessThan(0.02);
    expect(relativeError(character.cycle_s, 10e-9)).toBeLessThan(0.01);
  });

  it("delays by half of the period or by all of it", () => {
    const half = characterAt(paperOperating);
    const whole = characterAt(withConventions({ cmosDelay: "cycle" }));
    expect(relativeError(delay_s(half.phases, "overlapped"), 5e-9)).toBeLessThan(0.01);
    expect(delay_s(whole.phases, "overlapped")).toBeCloseTo(whole.cycle_s, 18);
    expect(totalEnergy_J(whole.energy, "full")).toBe(totalEnergy_J(half.energy, "full"));
  });

  it("always settles, and warns when the study wants a crossing", () => {
    const crossing = characterAt(withConventions({ cmosDecision: "cross" }));
    expect(crossing.phases).toEqual(characterAt(paperOperating).phases);
    expect(crossing.violations).toEqual([
      expect.objectContaining({ kind: "warning", code: "settles-only", amount: 0 }),
    ]);
    expect(characterAt(paperOperating).violations).toEqual([]);
  });

  it("crosses where its design leaves the decision to the study, and then forgets small currents", () => {
    const design = { ...calibrated, decision: "study" } as const;
    const operating = withConventions({ cmosDecision: "cross" });
    const crossing = characterAt(operating, design);
    expect(crossing.violations).toEqual([]);
    // 7.5 % of 40 uA.
    expect(crossing.thresholdCurrent_A).toBeCloseTo(3e-6, 15);
    const settling = characterAt(paperOperating, design);
    expect(settling.phases).toEqual(characterAt(paperOperating).phases);
    expect(settling.thresholdCurrent_A).toBe(0);
    expect(delay_s(crossing.phases, "overlapped")).toBe(crossing.quantities["crossDecision_s"]);
    expect(delay_s(settling.phases, "overlapped")).toBe(crossing.quantities["settleDecision_s"]);
  });

  it.each([
    [{ node: "32nm" }, { inputVoltage_V: 0.45 }, "extrapolated-node"],
    [{ node: "65nm" }, { inputVoltage_V: 0.55 }, "extrapolated-node"],
    [{}, { temperature_K: 240 }, "temperature-beyond-simulation"],
  ] as const)("warns of %o at %o", (design, operating, code) => {
    const { violations } = characterAt({ ...paperOperating, ...operating }, { ...calibrated, ...design });
    expect(violations).toEqual([expect.objectContaining({ kind: "warning", code, amount: 0 })]);
  });

  it("says that its logic is held at the highest supply that its cells were simulated at", () => {
    const { violations } = characterAt({ ...paperOperating, inputVoltage_V: 0.58 });
    expect(violations).toEqual([expect.objectContaining({ kind: "warning", code: "logic-supply-held" })]);
    expect(characterAt({ ...paperOperating, inputVoltage_V: 0.55 }).violations).toEqual([]);
  });

  it.each([
    [{ inputVoltage_V: 0.35 }, "supply-below-calibration"],
    [{ inputVoltage_V: 0.65 }, "supply-above-calibration"],
    [{ inputCount: 4 }, "too-few-inputs"],
    [{ inputCount: 129 }, "too-many-inputs"],
  ])("is invalid outside its calibration: %o", (change, code) => {
    const { violations } = characterAt({ ...paperOperating, ...change });
    expect(violations).toEqual([expect.objectContaining({ kind: "invalid", code })]);
    expect(violations[0]!.amount).toBeGreaterThan(0);
  });

  it("has an offset of a third of the tolerance, counted with the feedback resistor", () => {
    const { offsetSpread_V, offsetSpread_A, inputResistance_ohm } = characterAt(paperOperating);
    expect(offsetSpread_V).toBeCloseTo(10e-3, 12);
    const share = 1 / (1 + inputResistance_ohm * 80e-6);
    // (80 + 20) uS times 10 mV, less what the 249 ohm take.
    expect(Math.hypot(offsetSpread_V * 80e-6 * share, offsetSpread_A)).toBeCloseTo(1e-6 * share, 15);
    expect(inputResistance_ohm).toBeCloseTo(1 / (201 * 20e-6), 9);
  });

  it("has an input-referred noise of about 0.5 mV, far below the offset", () => {
    const noise_V = characterAt(paperOperating).quantities["noiseCurrent_A"]! / 100e-6;
    // An estimate to one digit for a mirror of unknown transconductance.
    expect(noise_V).toBeGreaterThan(0.3e-3);
    expect(noise_V).toBeLessThan(0.6e-3);
  });

  it("errs as often for a current as it is right for its opposite", () => {
    fc.assert(
      fc.property(fc.double({ min: -3e-6, max: 3e-6, noNaN: true }), fc.boolean(), (netCurrent_A, mustSwitch) => {
        const error = (current_A: number) =>
          cmosOpampPaperNeuron.errorProbability(calibrated, paperOperating, { netCurrent_A: current_A, mustSwitch });
        expect(error(netCurrent_A) + error(-netCurrent_A)).toBeCloseTo(1, 12);
      }),
    );
  });

  it("has more noise at a higher temperature", () => {
    const error = (temperature_K: number) =>
      cmosOpampPaperNeuron.errorProbability(
        calibrated,
        { ...paperOperating, temperature_K },
        { netCurrent_A: 50e-9, mustSwitch: true },
      );
    expect(error(400)).toBeGreaterThan(error(300));
  });
});
