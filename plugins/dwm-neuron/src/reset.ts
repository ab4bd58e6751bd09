import type { LedgerEntry, Phase } from "@neurofront/core";
import type { Operation } from "./operation.ts";
import type { DwmDesign } from "./parameters.ts";

/** The phase in which the wall is brought back to the beginning; none with memory `hold`. */
export function resetPhases({ memory }: Pick<DwmDesign, "memory">, { reset_s }: Pick<Operation, "reset_s">): Phase[] {
  if (memory === "hold") return [];
  return [
    {
      phase: "preset",
      duration_s: reset_s,
      formula: "crossing time of the wall at resetCurrent_A and three relaxation times",
    },
  ];
}

/** What the reset current draws from its supply; nothing with memory `hold`. */
export function resetEnergy(design: DwmDesign, { reset_s }: Pick<Operation, "reset_s">): LedgerEntry[] {
  if (design.memory === "hold") return [];
  const { resetCurrent_A, resetSupply_V } = design;
  return [
    {
      line: "preset",
      energy_J: resetSupply_V * resetCurrent_A * reset_s,
      formula: "resetSupply_V * resetCurrent_A * reset_s",
      inputs: { resetSupply_V, resetCurrent_A, reset_s },
    },
  ];
}
