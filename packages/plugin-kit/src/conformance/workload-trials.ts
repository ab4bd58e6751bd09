import { randomAt } from "@neurofront/core";
import type { Design, PreparedWorkload, WorkloadModel } from "@neurofront/core";
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
const SHAPE: Shape = {
  record: {
    inputCount: "number",
    outputCount: "number",
    weights: "numbers",
    clean: PATTERNS,
    test: PATTERNS,
    quantities: "numbers-by-name",
  },
};

function problemOf(prepared: PreparedWorkload): string | undefined {
  const shape = problemOfShape(prepared, SHAPE, "workload");
  if (shape !== undefined) return shape;
  const { inputCount, outputCount, weights } = prepared;
  if (!(inputCount > 0 && outputCount > 0)) return `there are ${inputCount} inputs and ${outputCount} outputs`;
  if (weights.length !== inputCount * outputCount)
    return `there are ${weights.length} weights, not inputs x outputs = ${inputCount * outputCount}`;
  for (const set of ["clean", "test"] as const) {
    const { patterns, labels, count } = prepared[set];
    if (!(count > 0)) return `the ${set} set has ${count} patterns`;
    if (patterns.length !== count * inputCount)
      return `the ${set} set has ${patterns.length} levels, not patterns x inputs = ${count * inputCount}`;
    if (labels.length !== count) return `the ${set} set has ${labels.length} labels for ${count} patterns`;
  }
  return undefined;
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
