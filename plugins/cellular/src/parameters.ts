import {
  blockLineParameters,
  integer,
  lineWireParameters,
  rowDriverParameters,
  weightMappingParameters,
} from "@neurofront/plugin-kit";

/** What a near-neighbour array is built with. */
export const cellularParameters = {
  gridWidth: integer({
    meaning: "sources in a row of the grid on which the inputs but the biases sit, row by row",
    source: { kind: "assumed", note: "letters of 5 x 5 pixels" },
    low: 1,
    high: 256,
    default: 5,
  }),
  radius: integer({
    meaning: "rows and columns of the grid that a neuron sees on every side of its own place",
    source: { kind: "assumed", note: "reaches every corner of 5 x 5 sources; the classic template has 1" },
    low: 1,
    high: 32,
    default: 4,
  }),
  biasInputs: integer({
    meaning: "last inputs that are biases: they have no place on the grid and reach every neuron",
    source: { kind: "assumed", note: "one bias, the last input" },
    low: 0,
    high: 4,
    default: 1,
  }),
  ...blockLineParameters,
  ...lineWireParameters,
  ...rowDriverParameters,
  ...weightMappingParameters,
} as const;
