import { choice, integer, quantity } from "./define.ts";

/** Wires of an interconnect, declared alike by all. */
export const lineWireParameters = {
  wireCapacitance_F_m: quantity({
    unit: "F/m",
    meaning: "capacitance of a wire per length, without the synapses",
    source: { kind: "literature", note: "0.2 fF/um at every node in NeuroSim", reference: "chen2018" },
    low: 5e-11,
    high: 5e-10,
    default: 2e-10,
  }),
  wireTemperatureCoefficient_K: quantity({
    unit: "1/K",
    meaning: "relative change of the wires' resistance per kelvin around 300 K",
    source: { kind: "recalled", note: "bulk copper; NeuroSim has 0.00451" },
    low: 0,
    high: 0.006,
    default: 0.0039,
  }),
} as const;

/** Switches and flip-flops that drive the rows of an interconnect, declared alike by all. */
export const rowDriverParameters = {
  driverTransistor: choice({
    options: ["hp", "lstp"],
    meaning: "transistors of the drivers: high performance, or low standby power with 2.5 times the on-resistance",
    source: { kind: "literature", note: "transistor tables of NeuroSim at 45 nm", reference: "chen2018" },
    default: "hp",
  }),
  driverGateVoltage_V: quantity({
    unit: "V",
    isSupply: true,
    meaning: "gate voltage of the driver switches, which is also their supply",
    source: { kind: "assumed", note: "nominal supply of the 45 nm node" },
    low: 0.6,
    high: 1.1,
    default: 1,
  }),
  inputLatchEnergy_J: quantity({
    unit: "J",
    meaning: "energy of the flip-flop that holds one input, per decision, its clock included",
    source: {
      kind: "assumed",
      note: "two gates with a fan-out of four at 1 V (1.76 fJ each a cycle) for the data of every second decision and the clock",
    },
    low: 0,
    high: 50e-15,
    default: 3.5e-15,
  }),
  activity: quantity({
    unit: "1",
    meaning: "part of the rows that change their level from one decision to the next",
    source: { kind: "assumed", note: "independent random binary inputs" },
    low: 0,
    high: 1,
    default: 0.5,
  }),
  contactedGatePitch_m: quantity({
    unit: "m",
    meaning: "length of the layout of a switch along its channel, for the area of the drivers",
    source: { kind: "assumed", note: "four gate lengths of the 45 nm node" },
    low: 50e-9,
    high: 500e-9,
    default: 180e-9,
  }),
} as const;

/** Arrays that a layer is cut into, and what joins their sums, declared alike by all. */
export const tileParameters = {
  tileRows: integer({
    meaning:
      "rows of the largest array that can be built, two for each input; larger layers are cut into tiles. 0: no limit",
    source: { kind: "assumed", note: "one array holds the layer" },
    low: 0,
    high: 4096,
    default: 0,
  }),
  tileColumns: integer({
    meaning: "columns of the largest array that can be built. 0: no limit",
    source: { kind: "assumed", note: "one array holds the layer" },
    low: 0,
    high: 4096,
    default: 0,
  }),
  partialSums: choice({
    options: ["analogue", "digital"],
    meaning:
      "how the currents of tiles above each other become one: joined on the neuron's node, or each converted to a number and added",
    source: { kind: "assumed", note: "no converter where currents can be joined" },
    default: "analogue",
  }),
  converterBits: integer({
    meaning: "resolution of the converters of partial sums, for `digital`",
    source: {
      kind: "assumed",
      note: "32 levels, as the smallest converter of NeuroSim's examples",
      reference: "chen2018",
    },
    low: 1,
    high: 10,
    default: 5,
  }),
  adderEnergy_J: quantity({
    unit: "J",
    meaning: "energy of one bit of an addition of partial sums, for `digital`",
    source: { kind: "assumed", note: "five gates of 1 fJ, a full adder at 1 V" },
    low: 0,
    high: 50e-15,
    default: 5e-15,
  }),
} as const;

/** Lines of given resistance between drivers of given resistance, declared alike by all that have them. */
export const blockLineParameters = {
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
    meaning: "on-resistance of a row driver",
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
} as const;
