import { activationCount, DRIVE_LEVELS, PADDING, randomAt } from "@neurofront/core";
import type { Design, Pool, PreparedWorkload, TrainedLayer, WorkloadModel } from "@neurofront/core";
import { designAt, latinHypercube, namedDesigns } from "./design-sample.ts";
import { problemOfShape } from "./shape.ts";
import type { Shape } from "./shape.ts";

/** One preparation. */
export interface Preparation {
  readonly design: Design;
  readonly seed: number;
  readonly error?: string;
  readonly problem?: string;
  readonly prepared?: PreparedWorkload;
}

/** A workload with what it prepared. */
export interface TriedWorkload {
  readonly model: WorkloadModel;
  /** The defaults with seed 1, again with seed 1, and with seed 2. */
  readonly first: Preparation;
  readonly again: Preparation;
  readonly otherSeed: Preparation;
  /** All preparations, also those of other designs. */
  readonly all: readonly Preparation[];
}

/** Training may take long, so few designs besides the defaults. */
const SAMPLES = 2;

const PATTERNS: Shape = { record: { patterns: "numbers", labels: "numbers", count: "number" } };
const LAYER: Shape = {
  record: {
    inputCount: "number",
    outputCount: "number",
    weights: "numbers",
    positions: "number",
    gather: "numbers",
    drive: { oneOf: Object.keys(DRIVE_LEVELS) },
  },
};
const POOL: Shape = { record: { groupCount: "number", members: "numbers" } };
const SHAPE: Shape = {
  record: { layers: { listOf: LAYER }, clean: PATTERNS, test: PATTERNS, quantities: "numbers-by-name" },
};

function problemOf(prepared: PreparedWorkload): string | undefined {
  const shape = problemOfShape(prepared, SHAPE, "workload");
  if (shape !== undefined) return shape;
  for (const set of ["clean", "test"] as const) {
    const { patterns, labels, count } = prepared[set];
    if (!(count > 0)) return `the ${set} set has ${count} patterns`;
    if (patterns.length === 0 || patterns.length % count !== 0)
      return `the ${set} set has ${patterns.length} levels, which ${count} patterns cannot share`;
    if (labels.length !== count) return `the ${set} set has ${labels.length} labels for ${count} patterns`;
  }
  const [width, testWidth] = [prepared.clean, prepared.test].map(({ patterns, count }) => patterns.length / count);
  if (width !== testWidth) return `patterns have ${width} levels in the clean set and ${testWidth} in the test set`;
  return problemOfLayers(prepared.layers, width!);
}

function problemOfLayers(layers: readonly TrainedLayer[], patternWidth: number): string | undefined {
  if (layers.length === 0) return "there is no layer";
  let width = patternWidth;
  for (const [index, layer] of layers.entries()) {
    const problem = problemOfLayer(layer, width);
    if (problem !== undefined) return `layer ${index + 1}: ${problem}`;
    width = activationCount(layer);
  }
  return undefined;
}

function problemOfLayer(layer: TrainedLayer, width: number): string | undefined {
  const { inputCount, outputCount, weights, positions, gather, pool } = layer;
  if (!(inputCount > 0 && outputCount > 0)) return `there are ${inputCount} inputs and ${outputCount} outputs`;
  if (weights.length !== inputCount * outputCount)
    return `there are ${weights.length} weights, not inputs x outputs = ${inputCount * outputCount}`;
  if (!(Number.isInteger(positions) && positions > 0)) return `it is applied at ${positions} positions`;
  if (gather.length !== positions * inputCount)
    return `it gathers ${gather.length} levels, not positions x inputs = ${positions * inputCount}`;
  const k = gather.findIndex((from) => !(Number.isInteger(from) && from >= PADDING && from < width));
  if (k >= 0)
    return `input ${k % inputCount} at position ${Math.floor(k / inputCount)} is activation ${gather[k]} of the layer before; legal is ${PADDING} to ${width - 1}`;
  return pool === undefined ? undefined : problemOfPool(pool, positions);
}

function problemOfPool(pool: Pool, positions: number): string | undefined {
  const shape = problemOfShape(pool, POOL, "pool");
  if (shape !== undefined) return shape;
  const { groupCount, members } = pool;
  if (!(groupCount > 0 && members.length > 0 && members.length % groupCount === 0))
    return `${members.length} members of its pool cannot be shared by ${groupCount} groups`;
  const strange = members.find((one) => !(Number.isInteger(one) && one >= -1 && one < positions));
  return strange === undefined ? undefined : `its pool joins position ${strange}; legal is -1 to ${positions - 1}`;
}

async function prepare(model: WorkloadModel, design: Design, seed: number): Promise<Preparation> {
  try {
    const prepared = await model.prepare(Object.freeze({ ...design }), seed);
    const problem = problemOf(prepared);
    return problem === undefined ? { design, seed, prepared } : { design, seed, problem };
  } catch (error) {
    return { design, seed, error: String(error) };
  }
}

/** Prepare a workload for its defaults with two seeds, and for a few other designs. */
export async function tryWorkload(model: WorkloadModel): Promise<TriedWorkload> {
  const defaults = namedDesigns({ model })[0]!.design;
  const first = await prepare(model, defaults, 1);
  const again = await prepare(model, defaults, 1);
  const otherSeed = await prepare(model, defaults, 2);
  const all = [first, again, otherSeed];
  const random = randomAt(0, "conformance", model.id);
  for (const point of latinHypercube(SAMPLES, Object.keys(model.parameters).length, random))
    all.push(await prepare(model, designAt({ model }, point), 1));
  return { model, first, again, otherSeed, all };
}

/** The values of a preparation, for the end of a sentence. */
export function whereOf({ design, seed }: Preparation): string {
  return `at ${[...Object.entries(design), ["seed", seed] as const].map(([name, value]) => `${name} = ${value}`).join(", ")}`;
}
