/**
 * High-performance planar nodes relative to 45 nm, for extrapolation only: transistor tables of NeuroSim (P.-Y. Chen,
 * X. Peng, S. Yu, IEEE TCAD 37, 3067, 2018, as distributed with the simulator); the mismatch coefficients are recollections of
 * published planar processes. Thresholds of that table belong to another current model: only their differences are used.
 */
import type { MosCapacitanceParameters } from "./mos-capacitances.ts";
import type { MosTransistor } from "./mos-ekv.ts";
import type { MosPolarity } from "./mos-temperature.ts";
import { capacitances45nm } from "./ptm-45nm.ts";

interface Node {
  readonly length_m: number;
  readonly supply_V: number;
  /** Threshold of the high-performance and of the low-standby-power transistor. */
  readonly threshold_V: number;
  readonly lowPowerThreshold_V: number;
  /** Capacitance of a gate of minimum length over the channel, and fringe, per width. */
  readonly channelCapacitance_F_m: number;
  readonly fringeCapacitance_F_m: number;
  readonly onCurrent_A_m: Readonly<Record<MosPolarity, number>>;
  readonly thresholdMismatch_V_m: number;
}

const NODES = {
  "65nm": node(65e-9, 1.1, [0.166, 0.502], [0.487e-9, 0.527e-9], { n: 1120, p: 700 }, 3.5e-9),
  "45nm": node(45e-9, 1.0, [0.171, 0.464], [0.409e-9, 0.496e-9], { n: 1270, p: 1080 }, 3.0e-9),
  "32nm": node(32e-9, 0.9, [0.194, 0.442], [0.377e-9, 0.471e-9], { n: 1410, p: 1220 }, 2.3e-9),
  "22nm": node(22e-9, 0.85, [0.209, 0.42], [0.329e-9, 0.453e-9], { n: 1500, p: 1320 }, 1.8e-9),
} as const satisfies Readonly<Record<string, Node>>;

/** The name of a node. */
export type TechnologyNode = keyof typeof NODES;

/** Every node, 45 nm among them: the only one that was simulated. */
export const technologyNodes = ["65nm", "45nm", "32nm", "22nm"] as const satisfies readonly TechnologyNode[];

/** What changes from 45 nm to a node, as factors unless a unit says otherwise. */
export interface NodeScaling {
  readonly nominalSupply_V: number;
  /** Nominal supply over that of 45 nm. */
  readonly supply: number;
  /** Drawn lengths and widths of digital and clocked transistors. */
  readonly size: number;
  /** Gate capacitance per area. */
  readonly oxideCapacitance: number;
  /** Overlap, fringe and junction per width. */
  readonly fringeCapacitance: number;
  /** Gate capacitance of minimum-length transistors per width. */
  readonly gateCapacitance: number;
  /** Pelgrom coefficient of the threshold. */
  readonly thresholdMismatch: number;
  /** Delay of minimum-length gates at nominal supply, C V / I of the n-channel transistors. */
  readonly delay: number;
  /** Energy of minimum-length gates of the same width at nominal supply, C V^2. */
  readonly energyPerWidth: number;
}

const SCALINGS: Readonly<Record<TechnologyNode, NodeScaling>> = {
  "65nm": relativeTo45nm(NODES["65nm"]),
  "45nm": relativeTo45nm(NODES["45nm"]),
  "32nm": relativeTo45nm(NODES["32nm"]),
  "22nm": relativeTo45nm(NODES["22nm"]),
};

/** The factors of a node; all of them 1 at 45 nm. */
export function nodeScaling(name: TechnologyNode): NodeScaling {
  return SCALINGS[name];
}

function relativeTo45nm(there: Node): NodeScaling {
  const here = NODES["45nm"];
  const size = there.length_m / here.length_m;
  const supply = there.supply_V / here.supply_V;
  const channel = there.channelCapacitance_F_m / here.channelCapacitance_F_m;
  const gateCapacitance =
    (there.channelCapacitance_F_m + there.fringeCapacitance_F_m) /
    (here.channelCapacitance_F_m + here.fringeCapacitance_F_m);
  return {
    nominalSupply_V: there.supply_V,
    supply,
    size,
    oxideCapacitance: channel / size,
    fringeCapacitance: there.fringeCapacitance_F_m / here.fringeCapacitance_F_m,
    gateCapacitance,
    thresholdMismatch: there.thresholdMismatch_V_m / here.thresholdMismatch_V_m,
    delay: (gateCapacitance * supply * here.onCurrent_A_m.n) / there.onCurrent_A_m.n,
    energyPerWidth: gateCapacitance * supply ** 2,
  };
}

/** Capacitances of a node's transistors. */
export function capacitancesAtNode(name: TechnologyNode): MosCapacitanceParameters {
  const { size, oxideCapacitance, fringeCapacitance } = nodeScaling(name);
  return {
    oxideCapacitance_F_m2: capacitances45nm.oxideCapacitance_F_m2 * oxideCapacitance,
    lengthReduction_m: capacitances45nm.lengthReduction_m * size,
    overlapCapacitance_F_m: capacitances45nm.overlapCapacitance_F_m * fringeCapacitance,
    junctionCapacitance_F_m: capacitances45nm.junctionCapacitance_F_m * fringeCapacitance,
  };
}

/**
 * A 45 nm transistor carried to a node at the same drawn length: the threshold moves as in the table, the specific current as
 * the on-current per overdrive, in which oxide capacitance and carrier speed are contained. Slope factor and velocity
 * saturation, which belong to the drawn length, are kept.
 */
export function atNode(mos: MosTransistor, polarity: MosPolarity, name: TechnologyNode): MosTransistor {
  const [there, here] = [NODES[name], NODES["45nm"]];
  const perOverdrive = ({ onCurrent_A_m, supply_V, threshold_V }: Node): number =>
    onCurrent_A_m[polarity] / (supply_V - threshold_V);
  return {
    ...mos,
    thresholdVoltage_V: mos.thresholdVoltage_V + (there.threshold_V - here.threshold_V),
    specificCurrent_A: mos.specificCurrent_A * (perOverdrive(there) / perOverdrive(here)),
  };
}

/** How far the threshold of the low-standby-power transistor lies above that of the high-performance one. */
export function lowPowerThresholdShift_V(name: TechnologyNode): number {
  return NODES[name].lowPowerThreshold_V - NODES[name].threshold_V;
}

function node(
  length_m: number,
  supply_V: number,
  [threshold_V, lowPowerThreshold_V]: readonly [number, number],
  [channelCapacitance_F_m, fringeCapacitance_F_m]: readonly [number, number],
  onCurrent_A_m: Readonly<Record<MosPolarity, number>>,
  thresholdMismatch_V_m: number,
): Node {
  return {
    length_m,
    supply_V,
    threshold_V,
    lowPowerThreshold_V,
    channelCapacitance_F_m,
    fringeCapacitance_F_m,
    onCurrent_A_m,
    thresholdMismatch_V_m,
  };
}
