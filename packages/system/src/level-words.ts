import { gatherLevels } from "@neurofront/core";
import type { LabelledPatterns, TrainedLayer } from "@neurofront/core";
import { multiplyInto } from "@neurofront/physics";

/**
 * The levels of many rows as words of a dictionary: neighbouring inputs of binary patterns take few different values together,
 * so that their part of a net current is computed once for each word and added for each row (after Arlazarov, Dinic, Kronrod
 * and Faradzev, Soviet Math. Dokl. 11, 1209 (1970)).
 */
export interface LevelWords {
  readonly inputCount: number;
  /** Groups of neighbouring inputs, in order. */
  readonly groups: readonly WordGroup[];
  /** Words, the empty one included. */
  readonly wordCount: number;
  /** Number of the empty word, which brings no current. */
  readonly nothing: number;
  /** rows x groups: number of the word among all words. */
  readonly words: Int32Array;
}

interface WordGroup {
  readonly firstInput: number;
  readonly inputCount: number;
  /** Number of its first word among all words. */
  readonly firstWord: number;
  /** Its words x its inputs. */
  readonly levels: Float64Array;
}

/** Inputs in a word at most, levels that differ at most, and levels of all rows at most. */
const MOST_INPUTS = 8;
const MOST_LEVELS = 4;
const MOST_CODES = 2 ** 26;

/**
 * Write the levels that a first layer sees as words; undefined where that saves nothing.
 *
 * @param sets rows of the first data set, then those of the next
 */
export function levelWords(layer: TrainedLayer, sets: readonly LabelledPatterns[]): LevelWords | undefined {
  const { inputCount } = layer;
  const rowCount = sets.reduce((sum, { count }) => sum + count * layer.positions, 0);
  if (rowCount * inputCount > MOST_CODES) return undefined;
  const alphabet: number[] = [];
  const codes = codesOf(layer, sets, alphabet, rowCount);
  if (codes === undefined) return undefined;
  let best: { readonly size: number; readonly cost: number } = { size: 1, cost: 0.75 * rowCount * inputCount };
  for (let size = 2; size <= Math.min(MOST_INPUTS, inputCount); size++) {
    const cost = costOf(codes, rowCount, inputCount, alphabet.length, size);
    if (cost < best.cost) best = { size, cost };
  }
  return best.size === 1 ? undefined : wordsOf(codes, rowCount, inputCount, alphabet, best.size);
}

/** The place of every level in the alphabet, rows x M; undefined for more than a few different levels. */
function codesOf(
  layer: TrainedLayer,
  sets: readonly LabelledPatterns[],
  alphabet: number[],
  rowCount: number,
): Uint8Array | undefined {
  const codes = new Uint8Array(rowCount * layer.inputCount);
  const levels = new Float64Array(layer.gather.length);
  let at = 0;
  for (const { patterns, count } of sets)
    for (let pattern = 0; pattern < count; pattern++) {
      gatherLevels(layer, patterns, patterns.length / count, pattern, 1, levels);
      for (const level of levels) {
        let code = alphabet.indexOf(level);
        if (code < 0) code = alphabet.push(level) - 1;
        if (code >= MOST_LEVELS) return undefined;
        codes[at++] = code;
      }
    }
  return codes;
}

/** Numbers of the words that a group of inputs shows, row by row, in the order in which they are met. */
function numberWords(
  codes: Uint8Array,
  rowCount: number,
  inputCount: number,
  base: number,
  firstInput: number,
  size: number,
): { readonly numbers: Int32Array; readonly firstRows: number[] } {
  const known = new Int32Array(base ** size).fill(-1);
  const numbers = new Int32Array(rowCount);
  const firstRows: number[] = [];
  for (let row = 0; row < rowCount; row++) {
    let key = 0;
    for (let k = 0; k < size; k++) key = key * base + codes[row * inputCount + firstInput + k]!;
    if (known[key] === -1) known[key] = firstRows.push(row) - 1;
    numbers[row] = known[key]!;
  }
  return { numbers, firstRows };
}

/** Additions for each output: the inputs of every word, and the words of every row. */
function costOf(codes: Uint8Array, rowCount: number, inputCount: number, base: number, size: number): number {
  let cost = 0;
  for (let first = 0; first < inputCount; first += size) {
    const inputs = Math.min(size, inputCount - first);
    cost += rowCount + inputs * numberWords(codes, rowCount, inputCount, base, first, inputs).firstRows.length;
  }
  return cost;
}

function wordsOf(
  codes: Uint8Array,
  rowCount: number,
  inputCount: number,
  alphabet: readonly number[],
  size: number,
): LevelWords {
  const groupCount = Math.ceil(inputCount / size);
  const words = new Int32Array(rowCount * groupCount);
  const groups: WordGroup[] = [];
  let wordCount = 0;
  for (let group = 0; group < groupCount; group++) {
    const firstInput = group * size;
    const inputs = Math.min(size, inputCount - firstInput);
    const { numbers, firstRows } = numberWords(codes, rowCount, inputCount, alphabet.length, firstInput, inputs);
    for (let row = 0; row < rowCount; row++) words[row * groupCount + group] = wordCount + numbers[row]!;
    groups.push({
      firstInput,
      inputCount: inputs,
      firstWord: wordCount,
      levels: Float64Array.from(
        firstRows.flatMap((row) =>
          Array.from({ length: inputs }, (_, k) => alphabet[codes[row * inputCount + firstInput + k]!]!),
        ),
      ),
    });
    wordCount += firstRows.length;
  }
  return { inputCount, groups, wordCount: wordCount + 1, nothing: wordCount, words };
}

/**
 * Part of the net currents that each word brings, words x N.
 *
 * @param matrix M x N
 */
export function wordCurrents(
  { groups }: LevelWords,
  matrix: Float64Array,
  outputCount: number,
  currents: Float64Array,
): void {
  for (const { firstInput, inputCount, firstWord, levels } of groups)
    multiplyInto(
      currents.subarray(firstWord * outputCount),
      levels,
      levels.length / inputCount,
      matrix.subarray(firstInput * outputCount),
      inputCount,
      outputCount,
    );
}

/** Net currents of some rows, rows x N: the sums of their words, four at a time so that they stay in registers. */
export function addWords(
  { groups, words, nothing }: LevelWords,
  currents: Float64Array,
  outputCount: number,
  firstRow: number,
  rowCount: number,
  sums: Float64Array,
): void {
  const groupCount = groups.length;
  for (let row = 0; row < rowCount; row++) {
    const at = (firstRow + row) * groupCount;
    const to = row * outputCount;
    for (let group = 0; group < groupCount; group += 4) {
      const a = words[at + group]! * outputCount;
      const b = (group + 1 < groupCount ? words[at + group + 1]! : nothing) * outputCount;
      const c = (group + 2 < groupCount ? words[at + group + 2]! : nothing) * outputCount;
      const d = (group + 3 < groupCount ? words[at + group + 3]! : nothing) * outputCount;
      if (group === 0)
        for (let output = 0; output < outputCount; output++)
          sums[to + output] =
            currents[a + output]! + currents[b + output]! + (currents[c + output]! + currents[d + output]!);
      else
        for (let output = 0; output < outputCount; output++)
          sums[to + output]! +=
            currents[a + output]! + currents[b + output]! + (currents[c + output]! + currents[d + output]!);
    }
  }
}
