import type { AssessmentContext } from "@neurofront/system";

/** Conditions of an assessment at room temperature with spread of devices and thermal noise, at age 0 and with one seed. */
export const usualConditions: Omit<AssessmentContext, "workload"> = {
  noise: {
    deviceSpread: true,
    referenceNoise_V: 0,
    thermalNoise: true,
    temperature_K: 300,
    supplyNoise: 0,
    supplyNoisePer: "chip",
    driverSpread: 0,
  },
  conventions: { readTiming: "overlapped", cmosDelay: "half-cycle", cmosDecision: "cross" },
  previousOutput: "random",
  positions: "serial",
  converterDrop_V: 0.02,
  age_s: 0,
  seed: 1,
};
