import type { OperatingPoint } from "@neurofront/core";
import { defineView, integer, quantity } from "@neurofront/plugin-kit";
import { NODE_SLOWDOWN, latchDelay_s, nodeLatchConstants } from "./latch-delay.ts";
import type { parameters } from "./parameters.ts";

const settings = {
  smallestVoltage_V: quantity({
    unit: "V",
    meaning: "node voltage at the left end",
    source: { kind: "simulated", note: "the logarithm was simulated down to 1 uV, its fit from 1 mV" },
    low: 1e-6,
    high: 10e-3,
    default: 0.1e-3,
    scale: "log",
  }),
  points: integer({
    meaning: "node voltages, up to 100 mV",
    source: { kind: "assumed", note: "smooth curves" },
    low: 2,
    high: 1000,
    default: 100,
  }),
};

const LARGEST_V = 0.1;

/** Delay of the latch against what it sees, on the resistive node of a neuron and on stiff inputs. */
export const latchDelayView = defineView<typeof parameters, OperatingPoint, typeof settings>({
  id: "latch-delay",
  title: "Latch delay against node voltage",
  meaning: "The latch of the design at its supply, corner, node and temperature decides on a settled node voltage.",
  settings,
  compute(design, { temperature_K, inputVoltage_V }, { smallestVoltage_V, points }) {
    const constants = nodeLatchConstants(design, temperature_K);
    const node_V = Float64Array.from(
      { length: points },
      (_, k) => smallestVoltage_V * (LARGEST_V / smallestVoltage_V) ** (k / (points - 1)),
    );
    const delay_s = node_V.map((voltage_V) => latchDelay_s(constants, voltage_V));
    return {
      status: "ok",
      axis: { name: "nodeVoltage_V", title: "node voltage", unit: "V", values: node_V },
      curves: [
        { name: "latchDelay_s", title: "on the node", unit: "s", values: delay_s },
        {
          name: "stiffLatchDelay_s",
          title: "on stiff inputs",
          unit: "s",
          values: delay_s.map((delay) => delay / NODE_SLOWDOWN),
        },
      ],
      axisScale: "log",
      curveScale: "linear",
      quantities: {
        delayAt50mV_s: constants.delayAt50mV_s,
        regeneration_s: constants.regeneration_s,
        resolved_V: design.resolution * inputVoltage_V,
      },
    };
  },
});
