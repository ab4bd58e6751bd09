import type { Preset } from "@neurofront/core";
import type { crossbarParameters } from "./parameters.ts";

/** Local wire of a node in the tables of NeuroSim (Chen, Peng, Yu, IEEE TCAD 37, 3067 (2018)). */
export interface TabulatedWire {
  readonly node_nm: number;
  readonly width_m: number;
  /** Height over width. */
  readonly aspectRatio: number;
  /** As printed; of the copper alone where there is a barrier. */
  readonly resistivity_ohm_m: number;
  readonly barrier_m: number;
}

/** Version 2.1, whose resistivities have barrier and liner in them. */
export const NEUROSIM_2_1: readonly TabulatedWire[] = [
  { node_nm: 65, width_m: 100e-9, aspectRatio: 2.3, resistivity_ohm_m: 27.3e-9, barrier_m: 0 },
  { node_nm: 45, width_m: 50e-9, aspectRatio: 2.34, resistivity_ohm_m: 39.1e-9, barrier_m: 0 },
  { node_nm: 32, width_m: 40e-9, aspectRatio: 1.9, resistivity_ohm_m: 40.3e-9, barrier_m: 0 },
  { node_nm: 22, width_m: 32e-9, aspectRatio: 1.9, resistivity_ohm_m: 45.1e-9, barrier_m: 0 },
  { node_nm: 14, width_m: 22e-9, aspectRatio: 2, resistivity_ohm_m: 54.1e-9, barrier_m: 0 },
  { node_nm: 7, width_m: 14e-9, aspectRatio: 2.1, resistivity_ohm_m: 74.3e-9, barrier_m: 0 },
];

/** Version 1.4, with the barrier as a part of its own. */
export const NEUROSIM_1_4: readonly TabulatedWire[] = [
  { node_nm: 65, width_m: 105e-9, aspectRatio: 1.7, resistivity_ohm_m: 22.1e-9, barrier_m: 7e-9 },
  { node_nm: 45, width_m: 80e-9, aspectRatio: 1.7, resistivity_ohm_m: 23.7e-9, barrier_m: 5e-9 },
  { node_nm: 32, width_m: 56e-9, aspectRatio: 1.8, resistivity_ohm_m: 26.3e-9, barrier_m: 4e-9 },
  { node_nm: 22, width_m: 40e-9, aspectRatio: 1.9, resistivity_ohm_m: 29.7e-9, barrier_m: 2.5e-9 },
  { node_nm: 14, width_m: 32e-9, aspectRatio: 2, resistivity_ohm_m: 32.5e-9, barrier_m: 2.5e-9 },
  { node_nm: 10, width_m: 22e-9, aspectRatio: 2, resistivity_ohm_m: 39.5e-9, barrier_m: 2e-9 },
  { node_nm: 7, width_m: 20e-9, aspectRatio: 2, resistivity_ohm_m: 41.7e-9, barrier_m: 2e-9 },
];

/** The tables as named settings, at the densest pitch of two widths. */
export const wirePresets: Readonly<Record<string, Preset<typeof crossbarParameters>>> = Object.fromEntries([
  ...NEUROSIM_2_1.map((wire): [string, Preset<typeof crossbarParameters>] => [
    `neurosim-2.1-${wire.node_nm}nm`,
    {
      title: `local wire of the ${wire.node_nm} nm node, resistance as tabulated`,
      source: { kind: "literature", note: "wire table of NeuroSim 2.1", reference: "chen2018" },
      values: {
        wire: "fixed",
        wireResistance_ohm: tabulatedResistance_ohm(wire),
        wireWidth_m: wire.width_m,
        wireAspectRatio: wire.aspectRatio,
      },
    },
  ]),
  ...NEUROSIM_1_4.map((wire): [string, Preset<typeof crossbarParameters>] => [
    `neurosim-1.4-${wire.node_nm}nm`,
    {
      title: `local wire of the ${wire.node_nm} nm node, resistance from its cross-section`,
      source: { kind: "literature", note: "wire table of NeuroSim 1.4", reference: "chen2018" },
      values: {
        wire: "from-geometry",
        wireWidth_m: wire.width_m,
        wireAspectRatio: wire.aspectRatio,
        wireBarrier_m: wire.barrier_m,
      },
    },
  ]),
]);

/** Of a segment as long as two widths, from the printed resistivity. */
function tabulatedResistance_ohm({ width_m, aspectRatio, resistivity_ohm_m }: TabulatedWire): number {
  return (2 * resistivity_ohm_m) / (aspectRatio * width_m);
}
