import type { AnyDesign, PreparedWorkload, ResolvedTechnology, WorkloadModel } from "@neurofront/core";
import { canonicalJson, sha256 } from "./canonical-json.ts";
import type { CatalogEntry } from "./catalog.ts";
import type { TrainingStore } from "./training-store.ts";
import type { StudyFiles } from "./study-files.ts";
import { valuesOf } from "./written-training.ts";

/** Who trains a network: as `prepare` of the workload's model does it. Who it is changes no network. */
export type Train = (
  entry: CatalogEntry<WorkloadModel>,
  design: AnyDesign,
  seed: number,
  files: StudyFiles,
) => Promise<PreparedWorkload>;

const trainHere: Train = ({ model }, design, seed, files) => model.prepare(design, seed, files);

/**
 * The trained networks of one study, each trained once. A training is known by everything it depends on: the workload's model,
 * plugin, version and sources, the sources of the engine, the whole design, the seed, and the content
 * of the files.
 */
export class Trainings {
  private readonly entry: CatalogEntry<WorkloadModel>;
  private readonly design: AnyDesign;
  private readonly seed: number;
  private readonly files: StudyFiles;
  private readonly sourceHashes: Readonly<Record<string, string>>;
  private readonly train: Train;
  private readonly prepared = new Map<string, PreparedWorkload>();

  /**
   * @param design of the workload as the study says
   * @param sourceHashes of the engine and the plugins
   * @param train default in this thread
   */
  constructor(
    entry: CatalogEntry<WorkloadModel>,
    design: AnyDesign,
    seed: number,
    files: StudyFiles,
    sourceHashes: Readonly<Record<string, string>>,
    train: Train = trainHere,
  ) {
    this.entry = entry;
    this.design = design;
    this.seed = seed;
    this.files = files;
    this.sourceHashes = sourceHashes;
    this.train = train;
  }

  /**
   * Train, or take what was trained before.
   *
   * @param training what differs from the design of the study
   * @param store of trainings of earlier runs
   */
  async prepare(training: AnyDesign, store?: TrainingStore): Promise<PreparedWorkload> {
    const key = this.key(training);
    const known = this.prepared.get(key) ?? store?.read(key);
    const workload = known ?? (await this.train(this.entry, { ...this.design, ...training }, this.seed, this.files));
    if (known === undefined)
      store?.write(key, workload, [{ plugin: this.entry.plugin.id, model: this.entry.model.id }]);
    this.prepared.set(key, workload);
    return workload;
  }

  /** Every network that has been prepared, by key. */
  all(): ReadonlyMap<string, PreparedWorkload> {
    return this.prepared;
  }

  /** Train every network that a search of the technology may ask for. */
  async prepareAll({ training = {} }: Pick<ResolvedTechnology, "training">, store?: TrainingStore): Promise<void> {
    for (const design of combinationsOf(training)) await this.prepare(design, store);
  }

  /**
   * The trained network of a candidate.
   *
   * @throws Error when it has not been prepared
   */
  of(training: AnyDesign): PreparedWorkload {
    const found = this.prepared.get(this.key(training));
    if (found === undefined) throw new Error(`no network has been trained for ${canonicalJson(training)}`);
    return found;
  }

  private key(training: AnyDesign): string {
    const { plugin, model } = this.entry;
    return sha256(
      canonicalJson({
        model: model.id,
        plugin: plugin.id,
        version: plugin.version,
        sources: [this.sourceHashes["engine"] ?? null, this.sourceHashes[plugin.id] ?? null],
        design: { ...this.design, ...training },
        seed: this.seed,
        files: Object.entries(this.files).map(([name, { bytes }]) => [name, sha256(bytes)]),
      }),
    );
  }
}

/** Every design of a training block, the last parameter changing first. */
function combinationsOf(training: NonNullable<ResolvedTechnology["training"]>): AnyDesign[] {
  return Object.entries(training).reduce<AnyDesign[]>(
    (designs, [name, parameter]) =>
      designs.flatMap((design) => valuesOf(parameter)!.map((value) => ({ ...design, [name]: value }))),
    [{}],
  );
}
