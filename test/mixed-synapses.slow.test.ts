/** Mixtures of real synapses against the whole conformance kit: every call of a mixture asks two models. */
import { effectParameter } from "@neurofront/core";
import type { Plugin, SynapseEffect, SynapseModel } from "@neurofront/core";
import domainWallPlugin from "@neurofront/domain-wall-memristor";
import fefetPlugin from "@neurofront/fefet-memristor";
import miloPlugin from "@neurofront/hfox-milo-memristor";
import genericPlugin from "@neurofront/paper-generic-memristor";
import pcmPlugin from "@neurofront/pcm-memristor";
import { checkSynapse } from "@neurofront/plugin-kit/conformance/check";
import { mixedSynapse } from "@neurofront/system";
import type { EffectLenders } from "@neurofront/system";
import { describe, expect, it } from "vitest";

const synapseOf = ({ models }: Plugin): SynapseModel => models.find((model) => model.role === "synapse")!;
const pcm = synapseOf(pcmPlugin);
const fefet = synapseOf(fefetPlugin);
const milo = synapseOf(miloPlugin);
const generic = synapseOf(genericPlugin);
const domainWall = synapseOf(domainWallPlugin);

/** A lent parameter has a dot in its name; a study never writes it so. */
const NAMES = "parameter-name-unit";

describe("mixtures keep the contract of synapses", () => {
  it.each<[string, SynapseModel, EffectLenders]>([
    [
      "transistor with phase-change drift, noise and spread",
      fefet,
      { drift: pcm, readNoise: pcm, programmingSpread: pcm },
    ],
    [
      "phase-change memory with the currents and spread of HfOx",
      pcm,
      { currentVoltage: milo, programmingSpread: milo },
    ],
    [
      "generic memristor with effects of a domain wall",
      generic,
      { drift: domainWall, readNoise: domainWall, faults: domainWall },
    ],
    ["domain wall with the currents of HfOx", domainWall, { currentVoltage: milo, drift: pcm }],
  ])("%s", (_what, host, lenders) => {
    const findings = checkSynapse(mixedSynapse(host, lenders)).filter(({ rule }) => rule !== NAMES);
    expect(findings).toEqual([]);
  });

  it("names of lent parameters are the only thing the kit finds", () => {
    const effect: SynapseEffect = "drift";
    const findings = checkSynapse(mixedSynapse(fefet, { [effect]: pcm }));
    expect(findings.every(({ rule }) => rule === NAMES)).toBe(true);
    expect(findings[0]!.message).toContain(effectParameter(effect, Object.keys(pcm.parameters)[0]!));
  });
});
