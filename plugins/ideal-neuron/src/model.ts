import { defineNeuron, quantity } from "@neurofront/plugin-kit";
import { firingView } from "./firing-view.ts";
import { firingProbability } from "./firing.ts";

/**
 * The ideal step neuron of the reference paper's figure 1b: input at ground, no input resistance, decides by the sign of
 * the net current, costs nothing. It shows what synapses and wires alone cost.
 */
export const idealNeuron = defineNeuron({
  id: "ideal-neuron",
  title: "Ideal sign neuron",
  parameters: {
    evaluation_s: quantity({
      unit: "s",
      meaning: "time for which the rows are driven in one decision",
      source: { kind: "assumed", note: "the paper's 1 ns, so that synapse energy compares" },
      low: 1e-11,
      high: 1e-7,
      default: 1e-9,
      scale: "log",
    }),
  },
  views: [firingView],
  trends: [
    {
      quantity: "delay_s",
      parameter: "evaluation_s",
      direction: "rises",
      because: "a decision lasts as long as the rows are driven",
    },
  ],
  characterize(design) {
    return {
      status: "ok",
      inputResistance_ohm: 0,
      thresholdCurrent_A: 0,
      offsetSpread_V: 0,
      offsetSpread_A: 0,
      phases: [{ phase: "evaluate", duration_s: design.evaluation_s, formula: "evaluation_s" }],
      synapsesDriven_s: design.evaluation_s,
      cycle_s: design.evaluation_s,
      energy: [],
      area: [],
      violations: [],
      quantities: {},
    };
  },
  errorProbability(_design, _operating, decision) {
    return 1 - firingProbability(decision.netCurrent_A);
  },
});
