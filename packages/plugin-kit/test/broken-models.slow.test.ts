import { describe, expect, it } from "vitest";
import {
  checkInterconnect,
  checkNeuron,
  checkOptimizer,
  checkPlugin,
  checkSynapse,
  checkWorkload,
} from "../src/conformance/check.ts";
import type { Finding } from "../src/conformance/check.ts";
import type { Broken } from "./broken-models/broken.ts";
import { BROKEN_DECLARATIONS } from "./broken-models/declarations.ts";
import { BROKEN_INTERCONNECTS } from "./broken-models/interconnects.ts";
import { BROKEN_NEURONS } from "./broken-models/neurons.ts";
import { BROKEN_OPTIMIZERS } from "./broken-models/optimizers.ts";
import { BROKEN_PLUGINS } from "./broken-models/plugins.ts";
import { BROKEN_SYNAPSES } from "./broken-models/synapses.ts";
import { BROKEN_WORKLOADS } from "./broken-models/workloads.ts";
import { RULES_BY_ROLE } from "./rules-by-role.ts";
import { soundInterconnect } from "./sound-models/interconnect.ts";
import { declaredNeuron, soundNeuron } from "./sound-models/neuron.ts";
import { soundOptimizer } from "./sound-models/optimizer.ts";
import { soundPlugin } from "./sound-models/plugin.ts";
import { declaredSynapse, soundSynapse } from "./sound-models/synapse.ts";
import { soundWorkload } from "./sound-models/workload.ts";

type Check<Model> = (model: Model) => readonly Finding[] | Promise<readonly Finding[]>;

function judge<Model>(role: string, check: Check<Model>, sound: Model, zoo: readonly Broken<Model>[]): void {
  describe(`kit for a ${role}`, () => {
    it("finds nothing in a sound one", async () => {
      expect(await check(sound)).toEqual([]);
    });
    it.each(zoo.map(({ breaks, how, model }) => [breaks, how, model] as const))(
      "%s: %s",
      async (breaks, _how, model) => {
        const findings = await check(model);
        expect([...new Set(findings.map(({ rule }) => rule))], JSON.stringify(findings, null, 1)).toEqual([breaks]);
        for (const { message } of findings) expect(message).not.toMatch(/undefined|\[object/u);
      },
    );
  });
}

judge("declaration", checkNeuron, soundNeuron, BROKEN_DECLARATIONS);
judge("neuron", checkNeuron, soundNeuron, BROKEN_NEURONS);
judge("synapse", checkSynapse, soundSynapse, BROKEN_SYNAPSES);
judge("interconnect", checkInterconnect, soundInterconnect, BROKEN_INTERCONNECTS);
judge("workload", checkWorkload, soundWorkload, BROKEN_WORKLOADS);
judge("optimizer", checkOptimizer, soundOptimizer, BROKEN_OPTIMIZERS);
judge("plugin", checkPlugin, soundPlugin, BROKEN_PLUGINS);

it.each([
  ["neuron", declaredNeuron, checkNeuron],
  ["synapse", declaredSynapse, checkSynapse],
] as const)("trends and reference points of a sound %s are found to hold", (_role, model, check) => {
  expect((check as (of: typeof model) => readonly Finding[])(model)).toEqual([]);
});

it("a finding says what was found, what is expected and what to do", () => {
  const [finding] = checkNeuron({ ...declaredNeuron, title: "" });
  expect(finding).toEqual({
    rule: "model-identity",
    message: `the model "sound-neuron" has no title`,
    expected: "A model has a kebab-case id and a title.",
    remedy: "Write the id in small letters and hyphens and give the model a title.",
  });
});

it("every rule has a model that breaks it", () => {
  const zoo = [
    BROKEN_DECLARATIONS,
    BROKEN_NEURONS,
    BROKEN_SYNAPSES,
    BROKEN_INTERCONNECTS,
    BROKEN_WORKLOADS,
    BROKEN_OPTIMIZERS,
    BROKEN_PLUGINS,
  ].flat();
  const broken = new Set(zoo.map(({ breaks }) => breaks));
  const codes = new Set(Object.values(RULES_BY_ROLE).flatMap((rules) => rules.map(({ code }) => code)));
  expect([...broken].toSorted()).toEqual([...codes].toSorted());
});
