import { METRICS } from "@neurofront/core";
import type {
  AnyDesign,
  Corner,
  DeclaredParameter,
  Discrepancy,
  Model,
  Parameter,
  Parameters,
  Plugin,
  PreparedWorkload,
  Preset,
  Reference,
  ResolvedConstraint,
  ResolvedDiscrepancy,
  ResolvedObjective,
  ResolvedParameter,
  ResolvedPart,
  ResolvedPromotion,
  ResolvedStudy,
  ResolvedTechnology,
  SynapseEffect,
  SynapseModel,
  WorkloadModel,
} from "@neurofront/core";
import { mixedSynapse } from "@neurofront/system";
import type { TechnologyModels } from "@neurofront/system";
import { canonicalJson, sha256 } from "./canonical-json.ts";
import type { Catalog, CatalogEntry } from "./catalog.ts";
import type { ParsedStudy } from "./parse.ts";
import { INPUT_VOLTAGE } from "./schema.ts";
import { blamingFiles, readStudyFiles } from "./study-files.ts";
import type { StudyFiles } from "./study-files.ts";
import type { StudyFile, WrittenCorner, WrittenParameter, WrittenPart, WrittenSynapse } from "./study-file.ts";
import type { TrainingStore } from "./training-store.ts";
import { Trainings } from "./trainings.ts";
import type { Train } from "./trainings.ts";
import { workloadHash } from "./workload-hash.ts";
import { FIDELITY_PARAMETER, resolveFidelities } from "./written-fidelities.ts";
import { readParameter, readQuantity, writtenFor } from "./written-parameter.ts";
import type { ParameterValue } from "./written-parameter.ts";
import { trainableOf } from "./written-training.ts";

/** A study ready to run: its resolved form, the prepared workload, and the models by technology. */
export interface RunnableStudy {
  readonly resolved: ResolvedStudy;
  /** Trained as the study says, for every technology without a training of its own. */
  readonly workload: PreparedWorkload;
  /** Files that the workload was given, by the key of the study. */
  readonly files: StudyFiles;
  readonly trainings: Trainings;
  readonly models: ReadonlyMap<string, TechnologyModels>;
  readonly optimizer: CatalogEntry<Extract<Model, { role: "optimizer" }>>;
}

/** Parts of a study that are there already. */
export interface KnownParts {
  readonly files?: StudyFiles;
  readonly trainings?: TrainingStore | undefined;
  /** Who trains what is not there; default this thread. */
  readonly train?: Train | undefined;
}

/**
 * Fill in every default, look up the models, train the workload, and hash the result.
 *
 * @param folder to which paths in the study are relative; nothing outside it is read
 * @param known what need not be read or trained again
 * @throws StudyError when a file of the study cannot be used
 */
export async function resolveStudy(
  parsed: ParsedStudy,
  catalog: Catalog,
  folder = ".",
  known: KnownParts = {},
): Promise<RunnableStudy> {
  const { study } = parsed;
  const { held } = study;
  const workloadEntry = catalog.workload.get(held.workload.use)!;
  const workloadDesign = fixedDesign(held.workload, workloadEntry);
  const files = known.files ?? readStudyFiles(held.workload, workloadEntry.model, folder, parsed.file);
  const trainings = new Trainings(workloadEntry, workloadDesign, study.seed, files, catalog.sourceHashes, known.train);
  const workload = await blamingFiles(files, parsed.file, () => trainings.prepare({}, known.trainings));
  const optimizerPart: WrittenPart = study.optimizer ?? { use: defaultOptimizer(catalog) };
  const optimizer = catalog.optimizer.get(optimizerPart.use)!;

  const models = new Map<string, TechnologyModels>();
  const technologies: ResolvedTechnology[] = [];
  const used: Plugin[] = [workloadEntry.plugin, optimizer.plugin];
  for (const [name, written] of Object.entries(study.technologies)) {
    const neuron = catalog.neuron.get(written.neuron.use)!;
    const synapse = resolveSynapse(written.synapse, catalog);
    const interconnect = catalog.interconnect.get(written.interconnect.use)!;
    models.set(name, { neuron: neuron.model, synapse: synapse.model, interconnect: interconnect.model });
    used.push(neuron.plugin, ...synapse.plugins, interconnect.plugin);
    technologies.push({
      name,
      title: written.title ?? neuron.model.title,
      neuron: resolvePart(neuronAtLowest(written), neuron),
      synapse: synapse.part,
      interconnect: resolvePart(written.interconnect, interconnect),
      inputVoltage_V: {
        unit: "V",
        meaning: INPUT_VOLTAGE.meaning,
        source: sourceText(INPUT_VOLTAGE.source),
        chosenBy: "study",
        ...valueOf(written.inputVoltage, INPUT_VOLTAGE),
        declared: declaredOf(INPUT_VOLTAGE),
      },
      ...(written.fidelities === undefined ? {} : { fidelities: resolveFidelities(written.fidelities) }),
      ...(written.training === undefined ? {} : { training: resolveTraining(written.training, workloadEntry) }),
    });
  }
  const plugins = [...new Set(used)];
  const withoutHash: Omit<ResolvedStudy, "hash"> = {
    format: "neurofront-resolved-study",
    formatVersion: 1,
    title: study.title,
    held: {
      temperature_K: quantity(held.temperature, "K"),
      accounting: typeof held.accounting === "string" ? [held.accounting] : held.accounting,
      readTiming: held.readTiming ?? "overlapped",
      cmosDelay: held.cmosDelay ?? "half-cycle",
      cmosDecision: held.cmosDecision ?? "cross",
      previousOutput: held.previousOutput ?? "random",
      positions: held.positions ?? "serial",
      converterDrop_V: quantity(held.converterDrop ?? "20 mV", "V"),
      workload: {
        plugin: workloadEntry.plugin.id,
        version: workloadEntry.plugin.version,
        model: workloadEntry.model.id,
        title: workloadEntry.model.title,
        design: workloadDesign,
        contentHash: workloadHash(workload),
        ...(Object.keys(files).length === 0
          ? {}
          : {
              files: Object.fromEntries(
                Object.entries(files).map(([key, { path, bytes }]) => [key, { path, hash: sha256(bytes) }]),
              ),
            }),
      },
    },
    variation: {
      deviceSpread: study.variation?.deviceSpread ?? true,
      referenceNoise_V: quantity(study.variation?.referenceNoise ?? "0 V", "V"),
      thermalNoise: study.variation?.thermalNoise ?? true,
      supplyNoise: quantity(study.variation?.supplyNoise ?? "0", "1"),
      supplyNoisePer: study.variation?.supplyNoisePer ?? "chip",
      driverSpread: quantity(study.variation?.driverSpread ?? "0", "1"),
      age_s: quantity(study.variation?.age ?? "0 s", "s"),
      chips: study.variation?.chips ?? 200,
      eliteChips: study.variation?.eliteChips ?? 4 * (study.variation?.chips ?? 200),
      confidence: share(study.variation?.confidence ?? 0.95),
      ...(study.variation?.corners === undefined
        ? {}
        : { corners: resolveCorners(study.variation.corners, held.temperature) }),
    },
    technologies,
    objectives: study.objectives.map(resolveObjective),
    constraints: (study.constraints ?? []).map(resolveConstraint),
    rank: study.rank ?? "edp",
    optimizer: {
      plugin: optimizer.plugin.id,
      version: optimizer.plugin.version,
      model: optimizer.model.id,
      settings: fixedDesign(optimizerPart, optimizer),
    },
    budget: { evaluations: study.budget.evaluations },
    promotion: resolvePromotion(study.promotion),
    seed: study.seed,
    sourceHashes: Object.fromEntries(
      ["engine", ...plugins.map(({ id }) => id)].map((part) => [part, catalog.sourceHashes[part] ?? "unknown"]),
    ),
    source: study,
    ...(catalog.data.length === 0 ? {} : { measured: catalog.data }),
    references: distinctReferences(plugins),
    publishedPoints: plugins.flatMap((plugin) =>
      (plugin.publishedPoints ?? []).map((point) => ({ ...point, plugin: plugin.id })),
    ),
    discrepancies: plugins.flatMap((plugin) =>
      (plugin.discrepancies ?? []).map((discrepancy) => resolveDiscrepancy(plugin, discrepancy)),
    ),
  };
  return {
    resolved: { ...withoutHash, hash: sha256(canonicalJson(withoutHash)) },
    workload,
    files,
    trainings,
    models,
    optimizer,
  };
}

function defaultOptimizer(catalog: Catalog): string {
  return catalog.optimizer.has("auto") ? "auto" : catalog.optimizer.keys().next().value!;
}

/** The text has been checked, so reading cannot fail. */
function quantity(written: string, unit: string): number {
  const reading = readQuantity(written, unit);
  if (!reading.ok) throw new Error(reading.problem);
  return reading.value;
}

function share(written: string | number): number {
  const reading = readQuantity(written, "1");
  if (!reading.ok) throw new Error(reading.problem);
  return reading.value;
}

function resolveCorners(written: Readonly<Record<string, WrittenCorner>>, nominalTemperature: string): Corner[] {
  return Object.entries(written).map(([name, { temperature, supply, inputVoltage, process }]) => ({
    name,
    temperature_K: quantity(temperature ?? nominalTemperature, "K"),
    supplyFactor: share(supply ?? 1),
    inputVoltageFactor: share(inputVoltage ?? 1),
    ...(process === undefined ? {} : { process }),
  }));
}

function resolvePromotion(written: StudyFile["promotion"]): ResolvedPromotion {
  return written?.rule === "share" ? { rule: "share", share: share(written.share ?? 0.25) } : { rule: "front" };
}

/** The neuron as written, at the lowest fidelity of the technology where it names some. */
function neuronAtLowest({ neuron, fidelities }: StudyFile["technologies"][string]): WrittenPart {
  return fidelities === undefined
    ? neuron
    : { ...neuron, [FIDELITY_PARAMETER]: resolveFidelities(fidelities)[0]!.name };
}

function valueOf(written: unknown, parameter: Parameters[string]): ParameterValue {
  const reading = readParameter(written, parameter);
  if (!reading.ok) throw new Error(reading.problem);
  return reading.value;
}

function sourceText(source: { readonly kind: string; readonly note: string; readonly reference?: string }): string {
  return `${source.kind}: ${source.note}${source.reference === undefined ? "" : ` [${source.reference}]`}`;
}

function declaredOf(parameter: Parameter): DeclaredParameter {
  return {
    legal: parameter.kind === "choice" ? { options: parameter.options } : { low: parameter.low, high: parameter.high },
    default: parameter.default,
    source: sourceText(parameter.source),
  };
}

function resolvePart(written: WrittenPart, { plugin, model }: CatalogEntry): ResolvedPart {
  const presets = "presets" in model ? (model.presets as Readonly<Record<string, Preset>> | undefined) : undefined;
  const preset = written.preset === undefined ? undefined : presets?.[written.preset];
  const parameters: Record<string, ResolvedParameter> = {};
  for (const [name, parameter] of Object.entries(model.parameters)) {
    const common = {
      unit: parameter.kind === "quantity" ? parameter.unit : "1",
      meaning: parameter.meaning,
      declared: declaredOf(parameter),
    };
    const own = writtenFor(written, name, parameter);
    const fromPreset = preset?.values[name];
    if (own !== undefined)
      parameters[name] = { ...common, source: "set by the study", chosenBy: "study", ...valueOf(own, parameter) };
    else if (fromPreset !== undefined)
      parameters[name] = { ...common, source: sourceText(preset!.source), chosenBy: "preset", value: fromPreset };
    else
      parameters[name] = {
        ...common,
        source: sourceText(parameter.source),
        chosenBy: "default",
        value: parameter.default,
      };
  }
  return {
    plugin: plugin.id,
    version: plugin.version,
    model: model.id,
    title: model.title,
    ...(written.preset === undefined ? {} : { preset: written.preset }),
    parameters,
  };
}

/** The training parameters a technology chooses; those it leaves out are the study's. */
function resolveTraining(
  written: Readonly<Record<string, WrittenParameter>>,
  { model }: CatalogEntry<WorkloadModel>,
): Record<string, ResolvedParameter> {
  const trainable = trainableOf(model);
  return Object.fromEntries(
    Object.entries(written).map(([key, value]) => {
      const [name, parameter] = trainable.get(key)!;
      const unit = parameter.kind === "quantity" ? parameter.unit : "1";
      const { meaning } = parameter;
      return [
        name,
        {
          unit,
          meaning,
          declared: declaredOf(parameter),
          source: "set by the study",
          chosenBy: "study",
          ...valueOf(value, parameter),
        },
      ];
    }),
  );
}

/** A synapse with the models that lend it effects: its resolved form, the model that computes, and the plugins of all. */
function resolveSynapse(
  written: WrittenSynapse,
  catalog: Catalog,
): { readonly part: ResolvedPart; readonly model: SynapseModel; readonly plugins: readonly Plugin[] } {
  const host = catalog.synapse.get(written.use)!;
  const lenders = (Object.entries(written.effects ?? {}) as [SynapseEffect, WrittenPart][]).map(([effect, part]) => ({
    effect,
    part,
    entry: catalog.synapse.get(part.use)!,
  }));
  const part = resolvePart(written, host);
  if (lenders.length === 0) return { part, model: host.model, plugins: [host.plugin] };
  return {
    part: {
      ...part,
      effects: Object.fromEntries(lenders.map(({ effect, part: lent, entry }) => [effect, resolvePart(lent, entry)])),
    },
    model: mixedSynapse(host.model, Object.fromEntries(lenders.map(({ effect, entry }) => [effect, entry.model]))),
    plugins: [host.plugin, ...lenders.map(({ entry }) => entry.plugin)],
  };
}

/** The design of a part that may not be searched: workload, optimizer. */
function fixedDesign(written: WrittenPart, entry: CatalogEntry): AnyDesign {
  return Object.fromEntries(
    Object.entries(resolvePart(written, entry).parameters).map(([name, parameter]) => [name, parameter.value!]),
  );
}

function resolveObjective(objective: StudyFile["objectives"][number]): ResolvedObjective {
  const statistic = objective.statistic ?? "mean";
  return "minimize" in objective
    ? { metric: objective.minimize, goal: "minimize", statistic }
    : { metric: objective.maximize, goal: "maximize", statistic };
}

function resolveConstraint(constraint: NonNullable<StudyFile["constraints"]>[number]): ResolvedConstraint {
  const bound = (written: string | number): number => {
    const reading = readQuantity(written, METRICS[constraint.metric].unit);
    if (!reading.ok) throw new Error(reading.problem);
    return reading.value;
  };
  return {
    metric: constraint.metric,
    statistic: constraint.statistic ?? "mean",
    ...(constraint.atMost === undefined ? {} : { atMost: bound(constraint.atMost) }),
    ...(constraint.atLeast === undefined ? {} : { atLeast: bound(constraint.atLeast) }),
  };
}

function resolveDiscrepancy(plugin: Plugin, discrepancy: Discrepancy): ResolvedDiscrepancy {
  const { id, statement, problem, treatment, reference } = discrepancy;
  return { id, statement, problem, treatment, reference, plugin: plugin.id, checks: discrepancy.check?.() ?? [] };
}

function distinctReferences(plugins: readonly Plugin[]): Reference[] {
  const byKey = new Map<string, Reference>();
  for (const plugin of plugins)
    for (const reference of plugin.references) if (!byKey.has(reference.key)) byKey.set(reference.key, reference);
  return [...byKey.values()].toSorted((a, b) => (a.key < b.key ? -1 : 1));
}
