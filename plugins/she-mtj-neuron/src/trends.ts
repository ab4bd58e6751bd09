import type { OperatingPoint, Trend } from "@neurofront/core";
import type { parameters } from "./parameters.ts";

/** What the physics of this neuron says of its numbers. */
export const trends: readonly Trend<keyof typeof parameters, OperatingPoint>[] = [
  {
    quantity: "presetCurrent_A",
    parameter: "spinHallAngle",
    direction: "falls",
    because: "the strip turns more of its charge current into spin current",
  },
  {
    quantity: "presetCurrent_A",
    parameter: "presetOverdrive",
    direction: "rises",
    because: "the preset is a multiple of the switching current",
  },
  {
    quantity: "stripResistance_ohm",
    parameter: "stripLength_m",
    direction: "rises",
    because: "the strip is longer",
  },
  {
    quantity: "delay_s",
    parameter: "evaluation_s",
    direction: "rises",
    because: "the decision waits for the magnet to fall",
  },
  {
    quantity: "switchingSpinCurrent_A",
    parameter: "energyBarrier_J",
    direction: "rises",
    because: "the torque has to overcome the anisotropy that makes the barrier",
  },
];
