import type { AreaEntry } from "@neurofront/core";
import { nodeScaling } from "@neurofront/physics";
import type { PaperDesign } from "./parameters.ts";
import type { Sizing } from "./sizing.ts";

/** Gate area of tail, bias and second stage per tail current: 0.513 um^2 at 12.65 uA in the netlist that the tier is compared with. */
const BIAS_GATE_AREA_M2_A = 0.513e-12 / 12.65e-6;
/** Metal-oxide-metal capacitor; about 2 fF/um^2 in a 45 nm process. */
const CAPACITANCE_PER_AREA_F_M2 = 2e-3;
/** Unsilicided polysilicon of about 1 kohm per square, strips 0.2 um wide at a pitch of 0.4 um. */
const RESISTOR_AREA_M2_OHM = (0.2e-6 * 0.4e-6) / 1e3;
/** INV_X1 and INV_X4 of the NanGate 45 nm open cell library: the comparator and the buffer. */
const LOGIC_AREA_M2 = 0.532e-12 + 1.33e-12;

/** Area of the amplifier with its passives, and of the logic behind it. */
export function neuronArea(design: PaperDesign, sizing: Sizing): AreaEntry[] {
  const gateArea_m2 = 4 * sizing.pairGateArea_m2 + BIAS_GATE_AREA_M2_A * sizing.nominalTailCurrent_A;
  const { size } = nodeScaling(design.node);
  return [
    {
      part: "amplifier transistors",
      area_m2: design.layoutFactor * gateArea_m2,
      formula: "layoutFactor * (4 pairGateArea_m2 + 0.0406 um^2/uA * nominalTailCurrent_A)",
    },
    {
      part: "compensation capacitor",
      area_m2: design.fixedCapacitance_F / CAPACITANCE_PER_AREA_F_M2,
      formula: "fixedCapacitance_F / (2 fF/um^2)",
    },
    {
      part: "feedback resistor",
      area_m2: RESISTOR_AREA_M2_OHM / design.feedbackConductance_S,
      formula: "0.08 um^2/kohm / feedbackConductance_S",
    },
    {
      part: "inverter and buffer",
      area_m2: LOGIC_AREA_M2 * size ** 2,
      formula: "(0.532 um^2 + 1.33 um^2) * (node / 45 nm)^2",
    },
  ];
}
