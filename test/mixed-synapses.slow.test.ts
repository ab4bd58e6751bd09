/** Mixtures of real synapses against the whole conformance kit: every call of a mixture asks two models. */
import type { AnyDesign, Design, Plugin, SynapseModel } from "@neurofront/core";
import domainWallPlugin from "@neurofront/domain-wall-memristor";
import fefetPlugin from "@neurofront/fefet-memristor";
import miloPlugin from "@neurofront/hfox-milo-memristor";
import genericPlugin from "@neurofront/paper-generic-memristor";
import pcmPlugin from "@neurofront/pcm-memristor";
import { describeSynapse } from "@neurofront/plugin-kit/conformance";
import { mixedSynapse } from "@neurofront/system";
import { describe } from "vitest";

const synapseOf = ({ models }: Plugin): SynapseModel => models.find((model) => model.role === "synapse")!;
const pcm = synapseOf(pcmPlugin);
const fefet = synapseOf(fefetPlugin);
const milo = synapseOf(miloPlugin);
const generic = synapseOf(genericPlugin);
const domainWall = synapseOf(domainWallPlugin);

/** A mixture with its lent parameters under names of one word, which the kit asks of what a study writes. */
function inOneWord(mixture: SynapseModel): SynapseModel {
  const oneWord = (name: string): string =>
    name.replace(/\.(?<first>.)/u, (_all, first: string) => `Lent${first.toUpperCase()}`);
  const names = Object.keys(mixture.parameters);
  const original = new WeakMap<AnyDesign, Design>();
  const own = (design: AnyDesign): Design => {
    const known = original.get(design);
    if (known !== undefined) return known;
    const named = Object.fromEntries(names.map((name) => [name, design[oneWord(name)]!])) as Design;
    original.set(design, named);
    return named;
  };
  return {
    ...mixture,
    parameters: Object.fromEntries(names.map((name) => [oneWord(name), mixture.parameters[name]!])),
    characterize: (design, operating) => mixture.characterize(own(design), operating),
    programmingSpread_S: (design, ...rest) => mixture.programmingSpread_S(own(design), ...rest),
    readNoise: (design, ...rest) => mixture.readNoise(own(design), ...rest),
    aged: (design, ...rest) => mixture.aged(own(design), ...rest),
    current_A: (design, ...rest) => mixture.current_A(own(design), ...rest),
  };
}

describe.each<[string, SynapseModel]>([
  [
    "transistor that ages as phase-change memory",
    mixedSynapse(fefet, { drift: pcm, readNoise: pcm, programmingSpread: pcm }),
  ],
  [
    "phase-change memory with the currents of HfOx",
    mixedSynapse(pcm, { currentVoltage: milo, programmingSpread: milo }),
  ],
  [
    "generic memristor that ages as a domain wall",
    mixedSynapse(generic, { drift: domainWall, readNoise: domainWall, faults: domainWall }),
  ],
  ["domain wall with the currents of HfOx", mixedSynapse(domainWall, { currentVoltage: milo, drift: pcm })],
])("%s", (_what, mixture) => {
  describeSynapse(inOneWord(mixture));
});
