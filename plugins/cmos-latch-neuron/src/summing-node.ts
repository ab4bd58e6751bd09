import type { OperatingPoint } from "@neurofront/core";
import { boltzmann_J_K, capacitancesAtNode } from "@neurofront/physics";
import { kickback_V } from "./kickback.ts";
import { latchDelay_s, nodeLatchConstants } from "./latch-delay.ts";
import type { LatchDesign } from "./parameters.ts";

/** The floating summing node, when it has settled and how far, and what the latch sees of it. */
export interface SummingNode {
  readonly capacitance_F: number;
  /** The latch's own part of it: gates of the pair, which is off. */
  readonly inputCapacitance_F: number;
  readonly timeConstant_s: number;
  readonly settle_s: number;
  readonly latch_s: number;
  /** Smallest node voltage that is decided within the latch phase. */
  readonly resolved_V: number;
  /** Part of the final node voltage reached when the latch is clocked. */
  readonly settled: number;
  /** Time constant of the latch's regeneration. */
  readonly regeneration_s: number;
  /** What the decision before adds, towards its own output. */
  readonly memory_V: number;
  /** What the latch's own kick adds against the decision; none with a reference of the same impedance. */
  readonly kickback_V: number;
  /** Standard deviation of the node and its reference alone, kT/C. */
  readonly sampledNoise_V: number;
  /** Standard deviation, cycle to cycle, of the voltage that the latch decides on. */
  readonly noise_V: number;
}

/**
 * The node of synapses between stiff rows goes to the weighted mean of the inputs with the time constant C / sumG. The pair
 * is off while it settles, so that its gates count with their overlaps. The latch precharges meanwhile, for which it needs at
 * least as long as for a decision at 50 mV.
 *
 * Noise: sampled kT/C of the node, as much again of the dummy column, and that of the latch.
 */
export function summingNode(design: LatchDesign, operating: OperatingPoint): SummingNode {
  const { pairWidth_m, settlingTimeConstants } = design;
  const inputCapacitance_F = 2 * capacitancesAtNode(design.node).overlapCapacitance_F_m * pairWidth_m;
  const capacitance_F = operating.columnCapacitance_F + design.wireCapacitance_F + inputCapacitance_F;
  const timeConstant_s = capacitance_F / operating.columnConductance_S;

  const onNode = nodeLatchConstants(design, operating.temperature_K);
  const settle_s = Math.max(settlingTimeConstants * timeConstant_s, onNode.delayAt50mV_s);
  const resolved_V = design.resolution * operating.inputVoltage_V;
  const left = Math.exp(-settle_s / timeConstant_s);

  const sides = design.matchedReference === "dummy-column" ? 2 : 1;
  const sampled_V2 = (sides * boltzmann_J_K * operating.temperature_K) / capacitance_F;
  const latch_V2 = design.latchNoise_V ** 2 * (1e-6 / pairWidth_m);
  return {
    capacitance_F,
    inputCapacitance_F,
    timeConstant_s,
    settle_s,
    latch_s: latchDelay_s(onNode, resolved_V),
    regeneration_s: onNode.regeneration_s,
    resolved_V,
    settled: 1 - left,
    memory_V: design.previousLevel * operating.inputVoltage_V * left + design.memoryOffset_V,
    kickback_V:
      design.matchedReference === "dummy-column"
        ? 0
        : kickback_V(design, capacitance_F - inputCapacitance_F, operating.columnConductance_S, onNode.delayAt50mV_s),
    sampledNoise_V: Math.sqrt(sampled_V2),
    noise_V: Math.sqrt(sampled_V2 + latch_V2),
  };
}
