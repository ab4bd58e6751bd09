import type { OperatingPoint, Trend } from "@neurofront/core";
import type { parameters } from "./parameters.ts";

/** Inputs of half the supply, which this amplifier needs. */
const CIRCUIT = { inputVoltage_V: 0.5, columnConductance_S: 80e-6, inputCount: 25 };

/** What the physics of this neuron says of its numbers. */
export const trends: readonly Trend<keyof typeof parameters, OperatingPoint>[] = [
  {
    quantity: "offsetSpread_V",
    parameter: "thresholdMismatch_V_m",
    direction: "rises",
    operating: CIRCUIT,
    because: "the threshold voltages of the pairs differ more",
  },
  {
    quantity: "delay_s",
    parameter: "loadCapacitance_F",
    direction: "rises",
    operating: CIRCUIT,
    because: "the output charges more capacitance",
  },
  {
    quantity: "delay_s",
    parameter: "layoutDerate",
    direction: "rises",
    operating: CIRCUIT,
    because: "wires of the layout slow the amplifier down",
  },
  {
    quantity: "energy_J",
    parameter: "loadCapacitance_F",
    direction: "rises",
    operating: CIRCUIT,
    because: "the bias flows for the longer time that a larger load takes",
  },
];
