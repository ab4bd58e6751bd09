import type { Design } from "@neurofront/core";
import { choice, integer, quantity } from "@neurofront/plugin-kit";

/**
 * Parameters by which a workload's training is chosen, equal for all workloads. A net current is counted in units of the
 * full-scale current of one synapse, (Gmax - Gmin) times the input voltage.
 */
export const TRAINING_PARAMETERS = {
  margin: quantity({
    unit: "1",
    meaning:
      "how far beyond its threshold every net current is driven, in full-scale currents of one synapse; used by least-current, perceptron, hinge and straight-through training",
    source: { kind: "assumed", note: "The spread of a sum of 26 synapses of 10 % spread is of this size." },
    low: 0,
    high: 5,
    default: 0.5,
  }),
  deadZone: quantity({
    unit: "1",
    meaning:
      "threshold current of the neurons that the training knows, in full-scale currents of one synapse; used by least-current, hinge and straight-through training",
    source: { kind: "assumed", note: "0 trains for sign neurons; 2 uA on synapses of 3 uA full scale are 0.67." },
    low: 0,
    high: 5,
    default: 0,
  }),
  deadZoneRule: choice({
    options: ["hold", "preset"],
    meaning:
      "what a neuron does inside the dead zone during training: holds what it held before, or does not fire because it was reset",
    source: { kind: "assumed", note: "Neurons without a preset are the harder case." },
    default: "hold",
  }),
  trainingSpread: quantity({
    unit: "1",
    meaning:
      "relative standard deviation of the noise on every weight during training; used by hinge and straight-through training",
    source: { kind: "assumed", note: "0 trains for exact devices." },
    low: 0,
    high: 0.5,
    default: 0,
  }),
  quantisation: choice({
    options: ["none", "after", "during"],
    meaning:
      "when weights are rounded to the levels of a synapse: never (the synapse does it when it is programmed), after training, or in every forward pass of hinge and straight-through training",
    source: { kind: "assumed", note: "A synapse model rounds to its own levels in any case." },
    default: "none",
  }),
  levels: integer({
    meaning: "levels of one synapse to which weights are rounded; used with quantisation",
    source: { kind: "assumed", note: "16 levels cost nothing on the letters." },
    low: 2,
    high: 1024,
    default: 16,
  }),
  epochs: integer({
    meaning: "passes over the training patterns; used by perceptron, hinge and straight-through training",
    source: { kind: "assumed", note: "Enough for the letters; more changes the accuracy by less than its scatter." },
    low: 1,
    high: 1000,
    default: 100,
  }),
  ridgePenalty: quantity({
    unit: "1",
    meaning: "penalty on the squared weights; used by ridge training only",
    source: {
      kind: "assumed",
      note: "0.1 is small against the number of patterns on the diagonal of the normal matrix. (Hoerl and Kennard 1970)",
    },
    low: 1e-6,
    high: 1e4,
    default: 0.1,
    scale: "log",
  }),
  neighbourhood: integer({
    meaning:
      "rows and columns on every side of a neuron's place in which it may have weights, as a near-neighbour array of this radius as wide as the picture has synapses, with the last input as bias; 0 for weights everywhere; used by every recipe",
    source: { kind: "assumed", note: "A crossbar has synapses everywhere." },
    low: 0,
    high: 32,
    default: 0,
  }),
};

/** Values of {@link TRAINING_PARAMETERS}. */
export type TrainingDesign = Design<typeof TRAINING_PARAMETERS>;

/** Names of the parameters that concern the training, `recipe` included. */
export const TRAINABLE: readonly string[] = ["recipe", ...Object.keys(TRAINING_PARAMETERS)];
