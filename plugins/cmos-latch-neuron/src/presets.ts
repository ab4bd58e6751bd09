import { definePresets } from "@neurofront/plugin-kit";
import { parameters } from "./parameters.ts";

/** Named designs. */
export const presets = definePresets(parameters, {
  "simulated-end-to-end": {
    title: "2.6 um/90 nm latch at 1 V on a node of 20 fF",
    source: {
      kind: "simulated",
      note: "ngspice with the 45 nm predictive cards: all decisions right at 1 to 5 % of +-0.5 V on 25 synapse pairs of 80 uS in sum",
    },
    values: {
      pairWidth_m: 2.6e-6,
      pairLength_m: 90e-9,
      supplyVoltage_V: 1,
      resolution: 0.05,
      settlingTimeConstants: 3.5,
      matchedReference: "dummy-column",
      // 12.5 fF of synapses on the column and 1.82 fF of gates make 20 fF.
      wireCapacitance_F: 5.68e-15,
    },
  },
});
