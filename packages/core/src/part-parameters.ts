import type { ResolvedParameter, ResolvedPart } from "./archive.ts";
import { effectParameter } from "./synapse-effect.ts";
import type { SynapseEffect } from "./synapse-effect.ts";

/** The models that lend effects to a part, in the order of the study; none for most parts. */
export function effectsOf(part: ResolvedPart): [effect: SynapseEffect, lender: ResolvedPart][] {
  return Object.entries(part.effects ?? {}) as [SynapseEffect, ResolvedPart][];
}

/** Every parameter of a part under its name in the part's design, those of the models that lend it effects included. */
export function partParameters(part: ResolvedPart): [name: string, parameter: ResolvedParameter][] {
  return [
    ...Object.entries(part.parameters),
    ...effectsOf(part).flatMap(([effect, lender]) =>
      Object.entries(lender.parameters).map(([name, parameter]): [string, ResolvedParameter] => [
        effectParameter(effect, name),
        parameter,
      ]),
    ),
  ];
}
