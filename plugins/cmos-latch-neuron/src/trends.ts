import type { OperatingPoint, Trend } from "@neurofront/core";
import type { parameters } from "./parameters.ts";

/** What the physics of this neuron says of its numbers. */
export const trends: readonly Trend<keyof typeof parameters, OperatingPoint>[] = [
  {
    quantity: "offsetSpread_V",
    parameter: "pairWidth_m",
    direction: "falls",
    because: "mismatch averages over the area of the pair (Pelgrom)",
  },
  {
    quantity: "energy_J",
    parameter: "pairWidth_m",
    direction: "rises",
    because: "wider transistors have more capacitance",
  },
  {
    quantity: "energy_J",
    parameter: "supplyVoltage_V",
    direction: "rises",
    because: "every node is charged to the supply",
  },
  {
    quantity: "delay_s",
    parameter: "supplyVoltage_V",
    direction: "falls",
    because: "transistors drive more current",
  },
  {
    quantity: "delay_s",
    parameter: "wireCapacitance_F",
    direction: "rises",
    because: "the summing node settles more slowly",
  },
  {
    quantity: "area_m2",
    parameter: "pairWidth_m",
    direction: "rises",
    because: "the pair is wider",
  },
];
