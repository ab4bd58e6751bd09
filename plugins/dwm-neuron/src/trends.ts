import type { OperatingPoint, Trend } from "@neurofront/core";
import type { parameters } from "./parameters.ts";

/** What the physics of this neuron says of its numbers. */
export const trends: readonly Trend<keyof typeof parameters, OperatingPoint>[] = [
  {
    quantity: "delay_s",
    parameter: "length_m",
    direction: "rises",
    because: "the wall runs a longer way",
  },
  {
    quantity: "delay_s",
    parameter: "switchingCurrent_A",
    direction: "falls",
    because: "the wall is driven by a larger current density",
  },
  {
    quantity: "thresholdCurrent_A",
    parameter: "switchingCurrent_A",
    direction: "rises",
    because: "the decision is timed for a wall that this current drives",
  },
  {
    quantity: "area_m2",
    parameter: "length_m",
    direction: "rises",
    because: "the strip is longer",
  },
  {
    quantity: "energy_J",
    parameter: "readTime_s",
    direction: "rises",
    because: "the junction draws its read current for longer",
  },
];
