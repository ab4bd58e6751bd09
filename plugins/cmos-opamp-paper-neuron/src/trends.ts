import type { OperatingPoint, Trend } from "@neurofront/core";
import type { parameters } from "./parameters.ts";

/** Inputs of half the supply, which this amplifier needs. */
const CIRCUIT = { inputVoltage_V: 0.5, columnConductance_S: 80e-6, inputCount: 25 };

/** What the physics of this neuron says of its numbers. */
export const trends: readonly Trend<keyof typeof parameters, OperatingPoint>[] = [
  {
    quantity: "delay_s",
    parameter: "fixedCapacitance_F",
    direction: "rises",
    operating: CIRCUIT,
    because: "the amplifier charges more capacitance with the same transconductance",
  },
  {
    quantity: "delay_s",
    parameter: "settlingTimeConstants",
    direction: "rises",
    operating: CIRCUIT,
    because: "the decision waits for more time constants",
  },
  {
    quantity: "energy_J",
    parameter: "inverterCapacitance_F",
    direction: "rises",
    operating: CIRCUIT,
    because: "the inverter switches more capacitance",
  },
];
