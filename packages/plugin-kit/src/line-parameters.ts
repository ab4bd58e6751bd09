import { choice, quantity } from "./define.ts";

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
