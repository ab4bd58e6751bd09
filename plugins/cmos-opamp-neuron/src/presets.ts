import { definePresets } from "@neurofront/plugin-kit";
import { parameters } from "./parameters.ts";

/** Named designs. */
export const presets = definePresets(parameters, {
  "compact-sizing": {
    title: "Fast amplifier at +-0.5 V with 15 mV tolerance, without layout derating",
    source: {
      kind: "simulated",
      note: "sized in this model for 15 mV at 25 synapse pairs of 3.2 uS; the same sizes cross in 0.95 to 1.0 ns in ngspice; the phase margin of 59.8 degrees is just below the rule",
    },
    values: {
      supplyVoltage_V: 1,
      tailCurrent_A: 8.8e-6,
      pairInversion: 0.13,
      pairLength_m: 349e-9,
      mirrorInversion: 0.34,
      mirrorLength_m: 360e-9,
      outputCurrent_A: 13.7e-6,
      mirrorMatching: "free",
      outputInversion: 0.29,
      outputLength_m: 106e-9,
      compensationCapacitance_F: 5e-15,
      feedbackConductance_S: 8.9e-6,
      betweenDecisions: "off",
      resolution: 0.05,
      layoutDerate: 1,
    },
  },
});
