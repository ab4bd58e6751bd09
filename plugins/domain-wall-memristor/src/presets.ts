import { boltzmann_J_K } from "@neurofront/physics";
import { definePresets } from "@neurofront/plugin-kit";
import { parameters } from "./parameters.ts";

/** Named devices. */
export const presets = definePresets(parameters, {
  "weak-pinning": {
    title: "20 kT at 60 nm: can be written below 1e12 A/m^2, keeps its place for 60 ms",
    source: { kind: "derived", note: "the barrier that 40 uA just overcome" },
    values: {
      pinningBarrier_J: 20 * boltzmann_J_K * 300,
      pinningPitch_m: 60e-9,
      length_m: 480e-9,
      writeCurrent_A: 40e-6,
    },
  },
  "spin-valve": {
    title: "Spin valve of Wang et al. 2009, current in the plane",
    source: { kind: "assumed", note: "12 % of magnetoresistance in the plane; no source", reference: "wang2009" },
    values: { type: "spin-valve", magnetoresistance: 0.12 },
  },
});
