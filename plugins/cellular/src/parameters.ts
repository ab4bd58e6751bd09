import { integer, lineWireParameters, quantity, rowDriverParameters } from "@neurofront/plugin-kit";

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
  wireResistance_ohm_m: quantity({
    unit: "ohm/m",
    meaning: "resistance per length of the row and column segments at 300 K",
    source: {
      kind: "literature",
      note: "45 nm node, 50 nm wide, aspect ratio 2.34, 39.1 nohm m: wire table of NeuroSim 2.1",
      reference: "chen2018",
    },
    low: 0,
    high: 1e9,
    default: 6.68e6,
  }),
  ...lineWireParameters,
  wirePitch_m: quantity({
    unit: "m",
    meaning: "least pitch of the wires; a larger synapse sets the pitch itself",
    source: { kind: "literature", note: "two widths of the 45 nm local wire of NeuroSim 2.1", reference: "chen2018" },
    low: 20e-9,
    high: 880e-9,
    default: 100e-9,
    scale: "log",
  }),
  driverResistance_ohm: quantity({
    unit: "ohm",
    meaning: "on-resistance of a row driver; every neuron has its own, one for each row segment",
    source: { kind: "assumed", note: "3 % of the voltage at a synapse of 80 uS" },
    low: 10,
    high: 1e4,
    default: 400,
    scale: "log",
  }),
  smallestSwitchWidth_m: quantity({
    unit: "m",
    meaning: "narrowest switch that can be made; a driver that would be narrower is impossible",
    source: { kind: "assumed", note: "two gate lengths of the 45 nm node" },
    low: 45e-9,
    high: 1e-6,
    default: 90e-9,
  }),
  ...rowDriverParameters,
} as const;
