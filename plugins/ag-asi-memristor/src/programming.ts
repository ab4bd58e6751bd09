import type { WriteCost } from "@neurofront/core";
import type { AgAsiDesign } from "./parameters.ts";
import { normalisedConstant, pulseResponse, pulsesForLevel } from "./pulse-response.ts";

/** Conductances before the first and after each set pulse, from the smallest on. */
export function potentiation_S(design: AgAsiDesign): Float64Array {
  const { conductanceMin_S, conductanceMax_S, potentiationPulses, potentiationNonlinearity } = design;
  const a = normalisedConstant(potentiationNonlinearity);
  return Float64Array.from(
    { length: potentiationPulses + 1 },
    (_, pulse) =>
      conductanceMin_S + pulseResponse(pulse / potentiationPulses, a) * (conductanceMax_S - conductanceMin_S),
  );
}

/** Conductances before the first and after each reset pulse, from the largest on. */
export function depression_S(design: AgAsiDesign): Float64Array {
  const { conductanceMin_S, conductanceMax_S, depressionPulses, depressionNonlinearity } = design;
  const a = normalisedConstant(depressionNonlinearity);
  return Float64Array.from(
    { length: depressionPulses + 1 },
    (_, pulse) => conductanceMax_S - pulseResponse(pulse / depressionPulses, a) * (conductanceMax_S - conductanceMin_S),
  );
}

/** Evenly spaced levels that set pulses can tell apart: their largest step, the first, is one level. */
export function evenLevels(design: AgAsiDesign): number {
  const a = normalisedConstant(design.potentiationNonlinearity);
  return Math.max(2, 1 + Math.floor(1 / pulseResponse(1 / design.potentiationPulses, a)));
}

/**
 * Standard deviation of a conductance programmed by set pulses from the smallest: that of one pulse where each is verified, and
 * with the root of the number of pulses where none is.
 */
export function programmingSpread_S(design: AgAsiDesign, target_S: number): number {
  const range_S = design.conductanceMax_S - design.conductanceMin_S;
  const ofPulse_S = design.pulseSpread * range_S;
  if (design.programming === "verify") return ofPulse_S;
  const level = Math.min(Math.max((target_S - design.conductanceMin_S) / range_S, 0), 1);
  const pulses = design.potentiationPulses * pulsesForLevel(level, normalisedConstant(design.potentiationNonlinearity));
  return ofPulse_S * Math.sqrt(pulses);
}

/** All set pulses, from the smallest to the largest conductance: V^2 t times the conductances along the way. */
export function potentiationCost(design: AgAsiDesign): WriteCost {
  const { setVoltage_V, setDuration_s, potentiationPulses } = design;
  const steps = potentiation_S(design);
  // Each pulse meets the mean of the conductances before and after it.
  const sum_S = steps.reduce((sum, conductance_S) => sum + conductance_S, 0) - (steps[0]! + steps.at(-1)!) / 2;
  return {
    voltage_V: setVoltage_V,
    duration_s: potentiationPulses * setDuration_s,
    energy_J: setVoltage_V ** 2 * setDuration_s * sum_S,
    formula: `V^2 t sum of G over ${potentiationPulses} set pulses; G as read at 0.5 V, so a lower bound for a device that conducts more at the pulse; wires and half-selected devices left out`,
  };
}
