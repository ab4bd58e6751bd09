import { effectsOf } from "@neurofront/core";
import type { ResolvedPart, ResolvedStudy, ResolvedTechnology } from "@neurofront/core";
import { workloadsOf } from "../assessment-context.ts";
import { canonicalJson, sha256 } from "../canonical-json.ts";
import type { RunnableStudy } from "../resolve.ts";
import type { AssessmentRequest } from "../run/work.ts";
import { workloadHash } from "../workload-hash.ts";

/** Another value is another way to say what an answer depends on. */
const KEY_FORMAT = 1;

/**
 * The key of the answer to a request: SHA-256 of everything that it depends on, and of nothing else. That is the program and what it runs
 * on, the sources of the engine and of every plugin with a part in it, the whole design, what is held equal, noise, variation and
 * corners, the content of the network and its data, and where chips are drawn the seed and their numbers. Names of studies, technologies
 * and searches, and the number of a candidate, are not in it: no model is given them, and chips are drawn at an address without them.
 *
 * @param computer what computes, for the last digits of a number depend on it: the program, its runtime and processor
 * @returns undefined for a technology whose plugins have no hash of their sources
 */
export function answerKeys(
  { resolved, workload, trainings }: Pick<RunnableStudy, "resolved" | "workload" | "trainings">,
  computer: string,
): (request: AssessmentRequest) => string | undefined {
  const common = commonOf(resolved, computer);
  const codes = new Map(resolved.technologies.map((technology) => [technology.name, codeOf(technology, resolved)]));
  const networkOf = workloadsOf({ workload, trainings });
  const networks = new WeakMap<object, string>();
  const settings = new Map<string, string>();
  const settingOf = ({ technology, accounting, design }: AssessmentRequest, code: object): string => {
    const network = networkOf(design);
    let networkHash = networks.get(network);
    if (networkHash === undefined) networks.set(network, (networkHash = workloadHash(network)));
    const name = `${technology} ${accounting} ${networkHash}`;
    let setting = settings.get(name);
    if (setting === undefined)
      settings.set(name, (setting = sha256(canonicalJson({ common, code, accounting, network: networkHash }))));
    return setting;
  };
  return (request) => {
    const code = codes.get(request.technology);
    if (code === undefined) return undefined;
    const { neuron, synapse, interconnect, inputVoltage_V } = request.design;
    const { from, to } = request.chips;
    return sha256(
      settingOf(request, code),
      canonicalJson({ neuron, synapse, interconnect, inputVoltage_V }),
      to > from ? canonicalJson({ seed: resolved.seed, from, to }) : "",
    );
  };
}

/** What every answer of a study depends on; undefined without a hash of the engine. */
function commonOf({ held, variation, sourceHashes }: ResolvedStudy, computer: string): object {
  const { temperature_K, readTiming, cmosDelay, cmosDecision, previousOutput, positions, converterDrop_V } = held;
  const { deviceSpread, referenceNoise_V, thermalNoise, supplyNoise, supplyNoisePer, driverSpread, age_s, corners } =
    variation;
  return {
    format: KEY_FORMAT,
    computer,
    engine: sourceHashes["engine"],
    held: { temperature_K, readTiming, cmosDelay, cmosDecision, previousOutput, positions, converterDrop_V },
    variation: {
      deviceSpread,
      referenceNoise_V,
      thermalNoise,
      supplyNoise,
      supplyNoisePer,
      driverSpread,
      age_s,
      corners,
    },
  };
}

/** The code of a technology's parts; undefined where the sources of one are not known. */
function codeOf({ neuron, synapse, interconnect }: ResolvedTechnology, study: ResolvedStudy): object | undefined {
  const parts = {
    neuron: partCode(neuron, study),
    synapse: partCode(synapse, study),
    interconnect: partCode(interconnect, study),
  };
  const effects = effectsOf(synapse).map(([effect, lender]) => ({ effect, ...partCode(lender, study) }));
  const hashes = [...Object.values(parts), ...effects].map(({ sources }) => sources);
  const isKnown = [study.sourceHashes["engine"], ...hashes].every((hash) => hash !== undefined && hash !== "unknown");
  // Effects stay in the order of the study, in which their models speak.
  return isKnown ? { ...parts, effects } : undefined;
}

/** The code of a part. A measured device is made of what the study says of it, which its maker is given whole. */
function partCode({ plugin, version, model }: ResolvedPart, { sourceHashes, source }: ResolvedStudy) {
  const { measured } = source as { readonly measured?: Readonly<Record<string, unknown>> };
  const said = measured !== undefined && Object.hasOwn(measured, model) ? measured[model] : undefined;
  return { plugin, version, model, sources: sourceHashes[plugin], measured: said };
}
