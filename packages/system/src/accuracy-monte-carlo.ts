import { activationCount, DRIVE_LEVELS, gatherLevels, randomAt } from "@neurofront/core";
import type { LabelledPatterns, RandomStream } from "@neurofront/core";
import { multiplyInto } from "@neurofront/physics";
import { chipDraws } from "./chip-draws.ts";
import { joinChances, patternsAtATime, addExactOneHot } from "./deciding-layer.ts";
import type { DecidingLayer } from "./deciding-layer.ts";
import type { LevelWords } from "./level-words.ts";
import { addWords, wordCurrents } from "./level-words.ts";
import { lookUpEven, smoothTable } from "./error-table.ts";
import type { ErrorTable, EvenErrorTable } from "./error-table.ts";
import type { Signal } from "./signal.ts";

/** Steps of the error tables that the chips look up: 2 049 over twice the largest current of interest. */
const TABLE_STEPS = 2049;

/** A data set on which chips are judged, with the decisions that each layer ought to make, patterns x P x N. */
export interface JudgedSet {
  readonly name: "clean" | "test";
  readonly data: LabelledPatterns;
  readonly wanted: readonly Uint8Array[];
}

/** The data sets, and how the first layer's levels are written as words: clean rows, then test rows. */
export interface JudgedSets {
  readonly clean: JudgedSet;
  readonly test: JudgedSet;
  readonly words: LevelWords | undefined;
}

/** Accuracy of every chip of a block on each data set. */
export interface ChipAccuracies {
  readonly clean: Float64Array;
  readonly test: Float64Array;
}

/** Chips from `from` up to, but not with, `to`. */
export interface ChipRange {
  readonly from: number;
  readonly to: number;
}

/** A network and its data with the space that chips need, filled again for every chip. */
export interface ChipNetwork {
  readonly sets: JudgedSets;
  readonly layers: readonly ChipLayer[];
  readonly scratch: readonly SetScratch[];
  /** What each word of the first layer's levels brings. */
  readonly ofWords_A: Float64Array;
}

/** Make a network ready for chips; its error tables fill as chips ask, so that later blocks find them. */
export function chipNetwork(network: readonly DecidingLayer[], sets: JudgedSets): ChipNetwork {
  const mostPatterns = Math.max(sets.clean.data.count, sets.test.data.count);
  return {
    sets,
    layers: network.map((layer) => chipLayer(layer)),
    scratch: network.map(({ trained }) => setScratch(trained, Math.min(patternsAtATime(network), mostPatterns))),
    ofWords_A: new Float64Array((sets.words?.wordCount ?? 0) * network[0]!.signal.outputCount),
  };
}

/**
 * Exact one-hot accuracy of the chips of a range: every device of every layer gets its own programming error, every neuron its
 * own offset and every driver its own resistance, frozen for the chip; the input voltage is the chip's or the cycle's. Decisions
 * of hidden neurons are drawn from their chance to fire at the chip's currents; in the last layer that chance itself is taken
 * (Rao-Blackwell), so that the noise of a cycle is averaged there.
 *
 * The draws have the address (seed, "chip", number, layer) and not the candidate's, so all candidates see the same chips, and a
 * block of chips is the same whatever was drawn before it. A conductance cannot go below zero. The change of the column's
 * loading by the devices' errors is left out, and read noise is taken at the nominal currents of mean square levels.
 */
export function monteCarloAccuracy(
  { sets, layers, scratch, ofWords_A }: ChipNetwork,
  { from, to }: ChipRange,
  seed: number,
): ChipAccuracies {
  const clean = new Float64Array(to - from);
  const test = new Float64Array(to - from);
  const [first] = layers;
  const cleanRows = sets.clean.data.count * first!.trained.positions;
  const wordsFrom = (firstRow: number): FirstLayerWords | undefined =>
    sets.words === undefined ? undefined : { ...sets.words, firstRow, ofWords_A };
  const [cleanWords, testWords] = [wordsFrom(0), wordsFrom(cleanRows)];
  for (let chip = from; chip < to; chip++) {
    for (const [index, layer] of layers.entries()) makeChip(layer, index, seed, chip);
    if (sets.words !== undefined) wordCurrents(sets.words, first!.net_A, first!.signal.outputCount, ofWords_A);
    clean[chip - from] = judgeChip(layers, scratch, sets.clean, cleanWords, seed, chip);
    test[chip - from] = judgeChip(layers, scratch, sets.test, testWords, seed, chip);
  }
  return { clean, test };
}

/** A layer with what one chip has made of it. */
interface ChipLayer extends DecidingLayer {
  /** Error tables of each neuron with the noise of its cycle, for an output that ought to fire and one that ought not. */
  readonly on: NeuronTables;
  readonly off: NeuronTables;
  /** Net current from each input at full level, M x N. */
  readonly net_A: Float64Array;
  readonly offset_A: Float64Array;
}

/** A table for each neuron, and where it ends: above `surelyRight_A` the error probability is `least`. */
interface NeuronTables {
  readonly tables: readonly EvenErrorTable[];
  readonly surelyRight_A: Float64Array;
  readonly least: Float64Array;
}

function neuronTables(tables: readonly EvenErrorTable[]): NeuronTables {
  return {
    tables,
    surelyRight_A: Float64Array.from(tables, ({ surelyRight_A }) => surelyRight_A),
    least: Float64Array.from(tables, ({ least }) => least),
  };
}

function errorOf({ tables, surelyRight_A, least }: NeuronTables, output: number, towards_A: number): number {
  return towards_A > surelyRight_A[output]! ? least[output]! : lookUpEven(tables[output]!, towards_A);
}

function chipLayer(layer: DecidingLayer): ChipLayer {
  const { signal, tables, meanSquareLevel, limit_A } = layer;
  const { inputCount, outputCount } = signal;
  const smoothed = (table: ErrorTable): NeuronTables =>
    neuronTables(
      Array.from({ length: outputCount }, (_, output) => {
        const sigma_A = Math.sqrt(signal.cycleVariance_A2[output]! + readVariance_A2(signal, meanSquareLevel, output));
        return smoothTable(table, sigma_A, limit_A, TABLE_STEPS);
      }),
    );
  const on = smoothed(tables.wantedOn);
  return {
    ...layer,
    on,
    // Without a sequence before it a decision errs alike either way.
    off: tables.wantedOff === tables.wantedOn ? on : smoothed(tables.wantedOff),
    net_A: new Float64Array(inputCount * outputCount),
    offset_A: new Float64Array(outputCount),
  };
}

function readVariance_A2(signal: Signal, meanSquareLevel: Float64Array, output: number): number {
  const { contribution_A, relativeReadNoise, outputCount } = signal;
  let variance_A2 = 0;
  for (let row = 0, index = output; index < contribution_A.length; row++, index += outputCount)
    variance_A2 += (contribution_A[index]! * relativeReadNoise[index]!) ** 2 * meanSquareLevel[row >> 1]!;
  return variance_A2;
}

/** Make one layer of a chip: devices, drivers and neurons; pairs are added up. */
function makeChip({ trained, signal, net_A, offset_A }: ChipLayer, layer: number, seed: number, chip: number): void {
  const { inputCount, outputCount, contribution_A, relativeSpread, stuck, rowSpread, supply } = signal;
  const { normal, fate } = chipDraws(trained, layer, seed, chip, stuck !== undefined);
  const drivers = rowSpread === undefined ? undefined : randomAt(seed, "chip", chip, "drivers", layer);
  // All layers have one supply.
  const level =
    supply.per === "chip" && supply.relativeSpread > 0
      ? 1 + supply.relativeSpread * randomAt(seed, "chip", chip, "supply").normal()
      : 1;
  net_A.fill(0);
  for (let row = 0, index = 0; row < 2 * inputCount; row++) {
    const gain = drivers === undefined ? level : level * Math.max(0, 1 + rowSpread![row]! * drivers.normal());
    let target = (row >> 1) * outputCount;
    for (let output = 0; output < outputCount; output++, index++, target++) {
      let factor = 1 + relativeSpread[index]! * normal[index]!;
      if (factor < 0) factor = 0;
      if (stuck !== undefined) {
        if (fate![index]! < stuck.atMin) factor = stuck.minFactor[index]!;
        else if (fate![index]! < stuck.atMin + stuck.atMax) factor = stuck.maxFactor[index]!;
      }
      net_A[target]! += contribution_A[index]! * factor * gain;
    }
  }
  const devices = contribution_A.length;
  for (let output = 0; output < outputCount; output++)
    offset_A[output] = signal.offset_A[output]! * normal[devices + output]!;
}

/** Space for one layer and some patterns, used for chip after chip. */
interface SetScratch {
  readonly levels: Float64Array;
  readonly current_A: Float64Array;
  readonly chance: Float64Array;
  readonly joined: Float64Array;
  readonly drive: Float64Array;
}

function setScratch(trained: DecidingLayer["trained"], patternCount: number): SetScratch {
  const rows = patternCount * trained.positions;
  const chance = new Float64Array(rows * trained.outputCount);
  const activations = patternCount * activationCount(trained);
  return {
    levels: new Float64Array(rows * trained.inputCount),
    current_A: new Float64Array(rows * trained.outputCount),
    chance,
    joined: trained.pool === undefined ? chance : new Float64Array(activations),
    drive: new Float64Array(activations),
  };
}

/** Words of a data set, whose rows begin at `firstRow`, with what each brings on a chip. */
interface FirstLayerWords extends LevelWords {
  readonly firstRow: number;
  readonly ofWords_A: Float64Array;
}

function judgeChip(
  layers: readonly ChipLayer[],
  scratch: readonly SetScratch[],
  { name, data, wanted }: JudgedSet,
  words: FirstLayerWords | undefined,
  seed: number,
  chip: number,
): number {
  const { relativeSpread, per } = layers[0]!.signal.supply;
  const decisions = layers.slice(0, -1).map((_, index) => randomAt(seed, "chip", chip, "decisions", name, index));
  const supplies =
    per === "cycle" && relativeSpread > 0
      ? layers.map((_, index) => randomAt(seed, "chip", chip, "supply", name, index))
      : [];
  const atATime = patternsAtATime(layers);
  let total = 0;
  for (let first = 0; first < data.count; first += atATime) {
    const count = Math.min(atATime, data.count - first);
    let source = data.patterns;
    let width = data.patterns.length / data.count;
    let firstOfSource = first;
    for (const [index, layer] of layers.entries()) {
      const { trained } = layer;
      const own = scratch[index]!;
      const rows = count * trained.positions;
      const { inputCount, outputCount } = trained;
      const firstRow = first * trained.positions;
      if (index === 0 && words !== undefined)
        addWords(words, words.ofWords_A, outputCount, words.firstRow + firstRow, rows, own.current_A);
      else {
        gatherLevels(trained, source, width, firstOfSource, count, own.levels);
        multiplyInto(own.current_A, own.levels, rows, layer.net_A, inputCount, outputCount);
      }
      addOffsets(layer, own.current_A, rows, supplies[index]);
      const isLast = index === layers.length - 1;
      if (isLast && trained.pool === undefined) {
        total = addRight(layer, own.current_A, wanted[index]!, first, count, total);
        break;
      }
      decide(layer, own, wanted[index]!, firstRow, rows);
      width = activationCount(trained);
      if (isLast) {
        joinChances(trained, own.chance, count, own.joined);
        total = addExactOneHot(total, own.joined, width, data.labels, first, count);
        break;
      }
      drawDecisions(own.chance, rows * trained.outputCount, decisions[index]!);
      if (trained.pool !== undefined) joinChances(trained, own.chance, count, own.joined);
      const [silent, firing] = DRIVE_LEVELS[trained.drive];
      for (let k = 0; k < count * width; k++) own.drive[k] = own.joined[k] === 1 ? firing : silent;
      source = own.drive;
      firstOfSource = 0;
    }
  }
  return total / data.count;
}

/** Add the neurons' offsets to currents at the level that the supply has in each cycle, if it has one. */
function addOffsets(
  { signal, offset_A }: ChipLayer,
  current_A: Float64Array,
  rows: number,
  supplies: RandomStream | undefined,
): void {
  const { outputCount, supply } = signal;
  for (let row = 0, index = 0; row < rows; row++) {
    const level = supplies === undefined ? 1 : 1 + supply.relativeSpread * supplies.normal();
    for (let output = 0; output < outputCount; output++, index++)
      current_A[index] = level * current_A[index]! + offset_A[output]!;
  }
}

/** Chance to fire of every neuron of a chip, for `rows` rows of levels. */
function decide(
  { signal, on, off }: ChipLayer,
  own: SetScratch,
  wanted: Uint8Array,
  firstRow: number,
  rows: number,
): void {
  const { outputCount } = signal;
  const { current_A, chance } = own;
  const first = firstRow * outputCount;
  for (let row = 0, index = 0; row < rows; row++)
    for (let output = 0; output < outputCount; output++, index++)
      chance[index] =
        wanted[first + index] === 1
          ? 1 - errorOf(on, output, current_A[index]!)
          : errorOf(off, output, -current_A[index]!);
}

/** Add, pattern by pattern, the chance that every neuron decides as wanted; once it is zero the others need not be asked. */
function addRight(
  { trained, signal, on, off }: ChipLayer,
  current_A: Float64Array,
  wanted: Uint8Array,
  firstPattern: number,
  patternCount: number,
  sum: number,
): number {
  const { outputCount } = signal;
  const width = trained.positions * outputCount;
  let total = sum;
  for (let pattern = 0; pattern < patternCount; pattern++) {
    const from = pattern * width;
    const wantedFrom = (firstPattern + pattern) * width;
    let right = 1;
    for (let k = 0, output = 0; k < width && right > 0; k++) {
      const net_A = current_A[from + k]!;
      right *= 1 - (wanted[wantedFrom + k] === 1 ? errorOf(on, output, net_A) : errorOf(off, output, -net_A));
      output = output + 1 === outputCount ? 0 : output + 1;
    }
    total += right;
  }
  return total;
}

/** Turn chances into decisions: 1 fires, 0 is silent. */
function drawDecisions(chance: Float64Array, used: number, random: RandomStream): void {
  for (let k = 0; k < used; k++) chance[k] = random.uniform() < chance[k]! ? 1 : 0;
}
