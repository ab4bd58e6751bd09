import { nodeScaling, normalCdf } from "@neurofront/physics";
import { defineNeuron } from "@neurofront/plugin-kit";
import { neuronArea } from "./area.ts";
import { latchDelayView } from "./latch-delay-view.ts";
import { neuronEnergy } from "./latch-energy.ts";
import { parameters } from "./parameters.ts";
import { presets } from "./presets.ts";
import { referencePoints } from "./reference-points.ts";
import { latchSpice } from "./spice.ts";
import { summingNode } from "./summing-node.ts";
import { trends } from "./trends.ts";
import { brokenRules } from "./validity.ts";
import { offsetYield, unresolvedProbability } from "./yield.ts";

/**
 * A clocked StrongARM latch that reads the sign of the floating summing node: the node goes to the weighted mean of the
 * inputs, which has the sign of the net current, so that no amplifier needs to hold it. The baseline that a sign neuron of
 * any other technology has to beat.
 */
export const cmosLatchNeuron = defineNeuron({
  id: "cmos-latch-neuron",
  title: "CMOS latch neuron on the floating node",
  parameters,
  presets,
  views: [latchDelayView],
  trends,
  referencePoints,
  characterize(design, operating) {
    const node = summingNode(design, operating);
    const cycle_s = node.settle_s + node.latch_s;
    const { size, thresholdMismatch } = nodeScaling(design.node);
    const pairOffset_V =
      (design.thresholdMismatch_V_m * thresholdMismatch) / Math.sqrt(design.pairWidth_m * design.pairLength_m * size);
    const offsetSpread_V = design.latchOffsetFactor * pairOffset_V;
    return {
      status: "ok",
      settlesColumn: true,
      inputResistance_ohm: Infinity,
      thresholdCurrent_A: ((node.memory_V + node.kickback_V) / node.settled) * operating.columnConductance_S,
      offsetSpread_V,
      offsetSpread_A: 0,
      phases: [
        {
          phase: "settle",
          duration_s: node.settle_s,
          formula: "max(settlingTimeConstants * nodeCapacitance_F / columnConductance_S, latch delay at 50 mV)",
        },
        {
          phase: "latch",
          duration_s: node.latch_s,
          formula: "latch delay at 50 mV + regeneration * ln(50 mV / (resolution * inputVoltage_V))",
        },
      ],
      synapsesDriven_s: cycle_s,
      cycle_s,
      energy: neuronEnergy(design, cycle_s, operating.temperature_K),
      area: neuronArea(design, operating.inputCount),
      violations: brokenRules(design, node, operating),
      quantities: {
        nodeCapacitance_F: node.capacitance_F,
        nodeTimeConstant_s: node.timeConstant_s,
        resolved_V: node.resolved_V,
        settledShare: node.settled,
        memory_V: node.memory_V,
        kickback_V: node.kickback_V,
        sampledNoise_V: node.sampledNoise_V,
        noise_V: node.noise_V,
        inputCapacitance_F: node.inputCapacitance_F,
        regeneration_s: node.regeneration_s,
        pairOffset_V,
        offsetYield: offsetYield(node.resolved_V, offsetSpread_V),
        unresolvedProbability: unresolvedProbability(
          node,
          offsetSpread_V,
          design.previousLevel * operating.inputVoltage_V,
        ),
      },
    };
  },
  /**
   * The latch decides on the settled part of the node voltage, less or plus what the decision before left, less its own kick, and
   * Gaussian noise on top. What is smaller than it was given time to resolve falls to either side by chance.
   */
  errorProbability(design, operating, { netCurrent_A, mustSwitch }) {
    const { settled, memory_V, kickback_V, noise_V, resolved_V } = summingNode(design, operating);
    const node_V = (netCurrent_A / operating.columnConductance_S) * settled;
    const seen_V = node_V - kickback_V + (mustSwitch ? -memory_V : memory_V);
    const wrong = normalCdf((-resolved_V - seen_V) / noise_V);
    const wrongOrUndecided = normalCdf((resolved_V - seen_V) / noise_V);
    return (wrong + wrongOrUndecided) / 2;
  },
  spice: latchSpice,
});
