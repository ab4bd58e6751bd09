import type { AreaEntry } from "@neurofront/core";
import { nodeScaling } from "@neurofront/physics";
import type { LatchDesign } from "./parameters.ts";

/** Two NAND2_X1 and one INV_X4 of the NanGate 45 nm open cell library: the set-reset latch and the buffer. */
const LOGIC_AREA_M2 = 2 * 0.798e-12 + 1.33e-12;

/** Area of the latch, of the logic behind it, and of the column it compares with. */
export function neuronArea(design: LatchDesign, inputCount: number): AreaEntry[] {
  const { pairWidth_m, pairLength_m, layoutFactor, dummyCellArea_m2 } = design;
  // Tail 2 W, four cross-coupled W/2, two output precharge W/2 and two internal W/4, all of 45 nm.
  const { size } = nodeScaling(design.node);
  const gateArea_m2 = size * (2 * pairWidth_m * pairLength_m + 5.5 * pairWidth_m * 45e-9);
  const latch: AreaEntry[] = [
    {
      part: "latch transistors",
      area_m2: layoutFactor * gateArea_m2,
      formula: "layoutFactor * pairWidth_m * (2 pairLength_m + 5.5 * 45 nm) * node / 45 nm",
    },
    {
      part: "set-reset latch and buffer",
      area_m2: LOGIC_AREA_M2 * size ** 2,
      formula: "(2 * 0.798 um^2 + 1.33 um^2) * (node / 45 nm)^2",
    },
  ];
  if (design.matchedReference === "none") return latch;
  const column: AreaEntry = {
    part: "dummy column",
    area_m2: 2 * inputCount * dummyCellArea_m2,
    formula: "2 * inputs * dummyCellArea_m2",
  };
  return [...latch, column];
}
