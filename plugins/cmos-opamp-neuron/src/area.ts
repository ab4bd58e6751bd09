import type { AreaEntry } from "@neurofront/core";
import { nodeScaling } from "@neurofront/physics";
import type { OpampDesign } from "./parameters.ts";
import type { BiasedTransistor, Transistors } from "./transistors.ts";

/** Metal-oxide-metal capacitor; about 2 fF/um^2 in a 45 nm process. */
const CAPACITANCE_PER_AREA_F_M2 = 2e-3;
/** Unsilicided polysilicon of about 1 kohm per square, strips 0.2 um wide at a pitch of 0.4 um. */
const RESISTOR_AREA_M2_OHM = (0.2e-6 * 0.4e-6) / 1e3;
/** INV_X1 and INV_X4 of the NanGate 45 nm open cell library: the comparator and the buffer. */
const LOGIC_AREA_M2 = 0.532e-12 + 1.33e-12;

/** Area of the amplifier with its bias and passives, and of the logic behind it. */
export function neuronArea(design: OpampDesign, transistors: Transistors): AreaEntry[] {
  const gate_m2 = ({ width_m, length_m }: BiasedTransistor): number => width_m * length_m;
  const { pair, mirror, tail, output, sink } = transistors;
  const signal_m2 = 2 * gate_m2(pair) + 2 * gate_m2(mirror) + gate_m2(output);
  // The bias generator has the same sources for a part of the current.
  const sources_m2 = design.biasFactor * (gate_m2(tail) + gate_m2(sink));
  return [
    {
      part: "amplifier transistors",
      area_m2: design.layoutFactor * (signal_m2 + sources_m2),
      formula: "layoutFactor * (2 W1 L1 + 2 W3 L3 + W6 L6 + biasFactor * (W5 L5 + W7 L7))",
    },
    {
      part: "compensation capacitor",
      area_m2: design.compensationCapacitance_F / CAPACITANCE_PER_AREA_F_M2,
      formula: "compensationCapacitance_F / (2 fF/um^2)",
    },
    {
      part: "feedback resistor",
      area_m2: RESISTOR_AREA_M2_OHM / design.feedbackConductance_S,
      formula: "0.08 um^2/kohm / feedbackConductance_S",
    },
    {
      part: "inverter and buffer",
      area_m2: LOGIC_AREA_M2 * nodeScaling(design.node).size ** 2,
      formula: "(0.532 um^2 + 1.33 um^2) * (node / 45 nm)^2",
    },
  ];
}
