import type { OperatingPoint, Trend } from "@neurofront/core";
import type { parameters } from "./parameters.ts";

/** What the physics of this neuron says of its numbers. */
export const trends: readonly Trend<keyof typeof parameters, OperatingPoint>[] = [
  {
    quantity: "transferEfficiency",
    parameter: "injectorDetectorDistance_m",
    direction: "falls",
    because: "spins relax on their way along the channel",
  },
  {
    quantity: "delay_s",
    parameter: "evaluation_s",
    direction: "rises",
    because: "the decision waits for the magnet to fall",
  },
  {
    quantity: "energy_J",
    parameter: "presetDuration_s",
    direction: "rises",
    because: "the preset current flows for longer",
  },
  {
    quantity: "switchingSpinCurrent_A",
    parameter: "energyBarrier_J",
    direction: "rises",
    because: "the torque has to overcome the anisotropy that makes the barrier",
  },
];
