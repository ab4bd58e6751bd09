import { activationCount, decisionCount, DRIVE_LEVELS, gatherLevels } from "./trained-layer.ts";
import type { Pool, TrainedLayer } from "./trained-layer.ts";
import type { LabelledPatterns } from "./workload.ts";

/**
 * What a network of ideal sign neurons decides: every neuron fires when its weighted sum is above zero. One array for each
 * layer, patterns x positions x neurons, before pooling; 1 fires.
 */
export function idealDecisions(layers: readonly TrainedLayer[], data: LabelledPatterns): Uint8Array[] {
  let source: ArrayLike<number> = data.patterns;
  let width = data.patterns.length / data.count;
  return layers.map((layer) => {
    const { inputCount, outputCount, positions } = layer;
    const fires = new Uint8Array(data.count * decisionCount(layer));
    const levels = new Float64Array(positions * inputCount);
    const sums = new Float64Array(outputCount);
    for (let pattern = 0, at = 0; pattern < data.count; pattern++) {
      gatherLevels(layer, source, width, pattern, 1, levels);
      for (let position = 0; position < positions; position++, at += outputCount) {
        weightedSums(layer, levels, position * inputCount, sums);
        for (let output = 0; output < outputCount; output++) fires[at + output] = sums[output]! > 0 ? 1 : 0;
      }
    }
    source = levelsOf(layer, pooledDecisions(layer, fires, data.count));
    width = activationCount(layer);
    return fires;
  });
}

/** Part of the patterns for which a network of ideal sign neurons fires exactly the right output. */
export function idealAccuracy(layers: readonly TrainedLayer[], data: LabelledPatterns): number {
  const last = layers.at(-1)!;
  const fires = pooledDecisions(last, idealDecisions(layers, data).at(-1)!, data.count);
  const width = activationCount(last);
  let right = 0;
  for (let pattern = 0; pattern < data.count; pattern++) {
    let isRight = true;
    for (let output = 0; output < width; output++)
      isRight &&= (fires[pattern * width + output] === 1) === (data.labels[pattern] === output);
    if (isRight) right++;
  }
  return right / data.count;
}

function weightedSums(
  { weights, inputCount }: TrainedLayer,
  levels: Float64Array,
  from: number,
  sums: Float64Array,
): void {
  const outputCount = sums.length;
  sums.fill(0);
  for (let input = 0; input < inputCount; input++) {
    const level = levels[from + input]!;
    if (level === 0) continue;
    const row = input * outputCount;
    for (let output = 0; output < outputCount; output++) sums[output]! += level * weights[row + output]!;
  }
}

/** Decisions after the OR gates of a layer, patterns x activations. */
export function pooledDecisions(
  { pool, positions, outputCount }: Pick<TrainedLayer, "pool" | "positions" | "outputCount">,
  fires: Uint8Array,
  patternCount: number,
): Uint8Array {
  if (pool === undefined) return fires;
  const pooled = new Uint8Array(patternCount * pool.groupCount * outputCount);
  forEachMember(pool, (group, position) => {
    for (let pattern = 0; pattern < patternCount; pattern++) {
      const to = (pattern * pool.groupCount + group) * outputCount;
      const from = (pattern * positions + position) * outputCount;
      for (let output = 0; output < outputCount; output++) pooled[to + output]! |= fires[from + output]!;
    }
  });
  return pooled;
}

function forEachMember({ groupCount, members }: Pool, visit: (group: number, position: number) => void): void {
  const width = members.length / groupCount;
  for (const [at, position] of members.entries()) if (position >= 0) visit(Math.floor(at / width), position);
}

/** Levels at which decisions drive the next layer. */
export function levelsOf({ drive }: Pick<TrainedLayer, "drive">, fires: Uint8Array): Float64Array {
  const [silent, firing] = DRIVE_LEVELS[drive];
  return Float64Array.from(fires, (fire) => (fire === 1 ? firing : silent));
}
