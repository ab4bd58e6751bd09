import type { PublishedPoint } from "@neurofront/core";

/** The paper's own totals, drawn beside the searched designs. */
export const publishedPoints: readonly PublishedPoint[] = [
  {
    id: "dwm-paper-10mv",
    title: "DWM neuron, 10 mV (paper)",
    reference: "sharad2013",
    energy_J: 0.72e-15,
    delay_s: 1e-9,
    note: "section III: synapses 40 uA x 10 mV x 1 ns = 0.4 fJ, read 0.3 uA x 0.4 V x 1 ns = 0.12 fJ, inverter 0.2 fJ; no drivers, clock, supply loss or output buffer; write and read count as one nanosecond; no thermal noise",
  },
  {
    id: "dwm-paper-100mv",
    title: "DWM neuron, 100 mV (paper)",
    reference: "sharad2013",
    energy_J: 4.32e-15,
    delay_s: 1e-9,
    note: "section III: as at 10 mV with synapses 40 uA x 100 mV x 1 ns = 4 fJ, for input levels that on-chip supply noise allows",
  },
];
