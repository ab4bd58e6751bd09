import { defaultsOf } from "@neurofront/core";
import type { SynapseCharacter } from "@neurofront/core";
import { domainWallMemristor } from "../src/model.ts";
import type { DomainWallMemristorDesign } from "../src/parameters.ts";

/** The defaults with changes. */
export function device(changes: Partial<DomainWallMemristorDesign> = {}): DomainWallMemristorDesign {
  return { ...defaultsOf(domainWallMemristor.parameters), ...changes };
}

/** A preset over the defaults with changes. */
export function presetDevice(
  name: "weak-pinning" | "spin-valve",
  changes: Partial<DomainWallMemristorDesign> = {},
): DomainWallMemristorDesign {
  return device({ ...domainWallMemristor.presets![name]!.values, ...changes });
}

/** The character of a design that has one. */
export function characterOf(design: DomainWallMemristorDesign, inputVoltage_V = 0.01): SynapseCharacter {
  const answer = domainWallMemristor.characterize(design, { inputVoltage_V, temperature_K: 300 });
  if (answer.status !== "ok") throw new Error(answer.violations.map(({ message }) => message).join("; "));
  return answer;
}
