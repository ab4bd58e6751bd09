import type { OperatingPoint } from "@neurofront/core";
import { boltzmann_J_K, capacitances45nm } from "@neurofront/physics";
import { NODE_SLOWDOWN, latchDelay_s, stiffLatchConstants } from "./latch-delay.ts";
import type { LatchDesign } from "./parameters.ts";

/** The floating summing node, when it has settled and how far, and what the latch sees of it. */
export interface SummingNode {
  readonly capacitance_F: number;
  readonly timeConstant_s: number;
  readonly settle_s: number;
  readonly latch_s: number;
  /** Smallest node voltage that is decided within the latch phase. */
  readonly resolved_V: number;
  /** Part of the final node voltage reached when the latch is clocked. */
  readonly settled: number;
  /** What the decision before adds, towards its own output. */
  readonly memory_V: number;
  /** Standard deviation, cycle to cycle, of the voltage that the latch decides on. */
  readonly noise_V: number;
}

/**
 * The node of synapses between stiff rows goes to the weighted mean of the inputs with the time constant C / sumG. The pair
 * is off while it settles, so that its gates count with their overlaps. The latch precharges meanwhile, for which it needs at
 * least as long as for a decision at 50 mV.
 *
 * Noise: kT/C of the node, as much again of the dummy column, and that of the latch.
 */
export function summingNode(design: LatchDesign, operating: OperatingPoint): SummingNode {
  const { pairWidth_m, settlingTimeConstants } = design;
  const capacitance_F =
    operating.inputCount * design.synapseCapacitance_F +
    design.wireCapacitance_F +
    2 * capacitances45nm.overlapCapacitance_F_m * pairWidth_m;
  const timeConstant_s = capacitance_F / operating.columnConductance_S;

  const stiff = stiffLatchConstants(design);
  const onNode = {
    delayAt50mV_s: NODE_SLOWDOWN * stiff.delayAt50mV_s,
    regeneration_s: NODE_SLOWDOWN * stiff.regeneration_s,
  };
  const settle_s = Math.max(settlingTimeConstants * timeConstant_s, onNode.delayAt50mV_s);
  const resolved_V = design.resolution * operating.inputVoltage_V;
  const left = Math.exp(-settle_s / timeConstant_s);

  const sides = design.matchedReference === "dummy-column" ? 2 : 1;
  const sampled_V2 = (sides * boltzmann_J_K * operating.temperature_K) / capacitance_F;
  const latch_V2 = design.latchNoise_V ** 2 * (1e-6 / pairWidth_m);
  return {
    capacitance_F,
    timeConstant_s,
    settle_s,
    latch_s: latchDelay_s(onNode, resolved_V),
    resolved_V,
    settled: 1 - left,
    memory_V: design.previousLevel * operating.inputVoltage_V * left + design.memoryOffset_V,
    noise_V: Math.sqrt(sampled_V2 + latch_V2),
  };
}
