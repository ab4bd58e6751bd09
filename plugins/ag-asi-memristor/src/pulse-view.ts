import type { Answer, SynapseOperating, ViewData } from "@neurofront/core";
import { defineView } from "@neurofront/plugin-kit";
import type { AgAsiDesign, parameters } from "./parameters.ts";
import { depression_S, potentiation_S } from "./programming.ts";

/** Conductance against the number of pulses: all set pulses, then all reset pulses. */
export const pulseView = defineView<typeof parameters, SynapseOperating, Record<string, never>>({
  id: "pulse-response",
  title: "Potentiation and depression",
  meaning:
    "equal set pulses from the smallest conductance on, then equal reset pulses: the conductance after each, and that of a device with straight steps",
  settings: {},
  compute(design: AgAsiDesign): Answer<ViewData> {
    const [up, down] = [potentiation_S(design), depression_S(design)];
    const values = Float64Array.of(...up, ...down.subarray(1));
    const range_S = design.conductanceMax_S - design.conductanceMin_S;
    const straight = values.map((_, pulse) =>
      pulse < up.length
        ? design.conductanceMin_S + (range_S * pulse) / (up.length - 1)
        : design.conductanceMax_S - (range_S * (pulse - up.length + 1)) / (down.length - 1),
    );
    return {
      status: "ok",
      axis: { name: "pulse", title: "pulse", unit: "1", values: values.map((_, pulse) => pulse) },
      curves: [
        { name: "conductance_S", title: "conductance", unit: "S", values },
        { name: "straight_S", title: "equal steps", unit: "S", values: straight },
      ],
      axisScale: "linear",
      curveScale: "linear",
      quantities: { largestSetStep_S: up[1]! - up[0]!, largestResetStep_S: down[0]! - down[1]! },
    };
  },
});
