import { activationCount, gatherLevels, idealDecisions, levelsOf, pooledDecisions } from "@neurofront/core";
import type { LabelledPatterns, PreparedWorkload, TrainedLayer } from "@neurofront/core";
import { levelWords } from "./level-words.ts";
import type { LevelWords } from "./level-words.ts";

/** What a layer is asked to do by the data of a workload, as a network of ideal sign neurons would. */
export interface LayerActivity {
  /** The decision each neuron ought to make, patterns x P x N; 1 fires. */
  readonly wanted: Readonly<Record<"clean" | "test", Uint8Array>>;
  /** Part of the wanted decisions that fire, clean patterns. */
  readonly firingShare: number;
  /** Levels on the rows, and the wanted decisions: what array and report are shown of the clean patterns. */
  readonly shown: { readonly count: number; readonly levels: Float64Array; readonly wanted: Uint8Array };
  /** Mean square of each input's level over the rows shown. */
  readonly meanSquareLevel: Float64Array;
  /** Levels of the clean rows, then of the test rows, as words; only of a first layer, where that saves work. */
  readonly words: LevelWords | undefined;
}

/** Rows of levels that an array is shown at most; of more, evenly spaced ones. They tell its mean power and swing. */
const MOST_SHOWN = 1024;

const known = new WeakMap<PreparedWorkload, readonly LayerActivity[]>();

/** The activity of every layer; computed once for a workload. */
export function activityOf(workload: PreparedWorkload): readonly LayerActivity[] {
  let found = known.get(workload);
  if (found === undefined) {
    found = computeActivity(workload);
    known.set(workload, found);
  }
  return found;
}

function computeActivity({ layers, clean, test }: PreparedWorkload): LayerActivity[] {
  const wanted = { clean: wantedDecisions(layers, clean), test: wantedDecisions(layers, test) };
  return layers.map((layer, index) => {
    const before = layers[index - 1];
    const [levels, width] =
      before === undefined
        ? [clean.patterns, clean.patterns.length / clean.count]
        : [levelsOf(before, pooledDecisions(before, wanted.clean[index - 1]!, clean.count)), activationCount(before)];
    const own = wanted.clean[index]!;
    const shown = shownOf(layer, levels, width, clean.count, own);
    return {
      wanted: { clean: own, test: wanted.test[index]! },
      firingShare: own.reduce((sum, fire) => sum + fire, 0) / own.length,
      meanSquareLevel: meanSquares(shown.levels, layer.inputCount),
      shown,
      words: before === undefined ? levelWords(layer, [clean, test]) : undefined,
    };
  });
}

/** Ideal decisions; those of a last layer without pool are the labels', whatever the weights say. */
function wantedDecisions(layers: readonly TrainedLayer[], data: LabelledPatterns): Uint8Array[] {
  const last = layers.at(-1)!;
  if (last.pool !== undefined) return idealDecisions(layers, data);
  const width = activationCount(last);
  const labels = new Uint8Array(data.count * width);
  for (const [pattern, label] of data.labels.entries()) if (label < width) labels[pattern * width + label] = 1;
  return [...idealDecisions(layers.slice(0, -1), data), labels];
}

function meanSquares(levels: Float64Array, inputCount: number): Float64Array {
  const sums = new Float64Array(inputCount);
  for (const [at, level] of levels.entries()) sums[at % inputCount]! += level * level;
  return sums.map((sum) => (sum * inputCount) / levels.length);
}

function shownOf(
  layer: TrainedLayer,
  source: Float64Array,
  width: number,
  patternCount: number,
  wanted: Uint8Array,
): LayerActivity["shown"] {
  const { positions, inputCount, outputCount } = layer;
  const rowCount = patternCount * positions;
  const count = Math.min(rowCount, MOST_SHOWN);
  const levels = new Float64Array(count * inputCount);
  const shownWanted = new Uint8Array(count * outputCount);
  const ofPattern = new Float64Array(positions * inputCount);
  let gathered = -1;
  for (let k = 0; k < count; k++) {
    const row = Math.floor((k * rowCount) / count);
    const pattern = Math.floor(row / positions);
    if (pattern !== gathered) gatherLevels(layer, source, width, pattern, 1, ofPattern);
    gathered = pattern;
    const from = (row % positions) * inputCount;
    levels.set(ofPattern.subarray(from, from + inputCount), k * inputCount);
    shownWanted.set(wanted.subarray(row * outputCount, (row + 1) * outputCount), k * outputCount);
  }
  return { count, levels, wanted: shownWanted };
}
