import { activationCount, DRIVE_LEVELS, gatherLevels, randomAt } from "@neurofront/core";
import type { LabelledPatterns, RandomStream } from "@neurofront/core";
import { joinChances, patternsAtATime, addExactOneHot } from "./deciding-layer.ts";
import type { DecidingLayer } from "./deciding-layer.ts";
import { lookUpEven, smoothTable } from "./error-table.ts";
import type { EvenErrorTable } from "./error-table.ts";
import { multiplyInto } from "./matrix-product.ts";
import type { Signal } from "./signal.ts";

/** Steps of the error tables that the chips look up: 2 049 over twice the largest current of interest. */
const TABLE_STEPS = 2049;

/** A data set on which chips are judged, with the decisions that each layer ought to make, patterns x P x N. */
export interface JudgedSet {
  readonly name: "clean" | "test";
  readonly data: LabelledPatterns;
  readonly wanted: readonly Uint8Array[];
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

/**
 * Exact one-hot accuracy of the chips of a range: every device of every layer gets its own programming error, every neuron its
 * own offset and every driver its own resistance, frozen for the chip; the input voltage is the chip's or the cycle's. Decisions
 * of hidden neurons are drawn from their chance to fire at the chip's currents; in the last layer that chance itself is taken
 * (Rao-Blackwell), so that the noise of a cycle is averaged there.
 *
 * The draws have the address (seed, "chip", number, layer) and not the candidate's, so all candidates see the same chips, and a
 * block of chips is the same whatever was drawn before it. A conductance cannot go below zero. The change of the column's
 * loading by the devices' errors is left out, and read noise is taken at the nominal currents of all inputs at full level.
 */
export function monteCarloAccuracy(
  network: readonly DecidingLayer[],
  sets: Readonly<Record<JudgedSet["name"], JudgedSet>>,
  { from, to }: ChipRange,
  seed: number,
): ChipAccuracies {
  const layers = network.map((layer) => chipLayer(layer));
  const mostPatterns = Math.max(sets.clean.data.count, sets.test.data.count);
  const scratch = network.map(({ trained }) => setScratch(trained, Math.min(patternsAtATime(network), mostPatterns)));
  const clean = new Float64Array(to - from);
  const test = new Float64Array(to - from);
  for (let chip = from; chip < to; chip++) {
    for (const [index, layer] of layers.entries()) drawChip(layer, index, seed, chip);
    clean[chip - from] = judgeChip(layers, scratch, sets.clean, seed, chip);
    test[chip - from] = judgeChip(layers, scratch, sets.test, seed, chip);
  }
  return { clean, test };
}

/** A layer with what one chip has made of it. */
interface ChipLayer extends DecidingLayer {
  readonly smoothed: readonly { readonly on: EvenErrorTable; readonly off: EvenErrorTable }[];
  /** Net current from each input at full level, M x N. */
  readonly net_A: Float64Array;
  readonly offset_A: Float64Array;
}

function chipLayer(layer: DecidingLayer): ChipLayer {
  const { signal, tables, limit_A } = layer;
  const { inputCount, outputCount } = signal;
  return {
    ...layer,
    smoothed: Array.from({ length: outputCount }, (_, output) => {
      const sigma_A = Math.sqrt(signal.cycleVariance_A2[output]! + readVariance_A2(signal, output));
      return {
        on: smoothTable(tables.wantedOn, sigma_A, limit_A, TABLE_STEPS),
        off: smoothTable(tables.wantedOff, sigma_A, limit_A, TABLE_STEPS),
      };
    }),
    net_A: new Float64Array(inputCount * outputCount),
    offset_A: new Float64Array(outputCount),
  };
}

function readVariance_A2(signal: Signal, output: number): number {
  let variance_A2 = 0;
  for (let index = output; index < signal.contribution_A.length; index += signal.outputCount)
    variance_A2 += (signal.contribution_A[index]! * signal.relativeReadNoise[index]!) ** 2;
  return variance_A2;
}

/** The first layer's draws are the chip's own; later layers have their number in the address. */
function chipRandom(seed: number, chip: number, layer: number): RandomStream {
  return layer === 0 ? randomAt(seed, "chip", chip) : randomAt(seed, "chip", chip, "layer", layer);
}

/** Draw every device, driver and neuron of one layer of a chip; pairs are added up. */
function drawChip({ signal, net_A, offset_A }: ChipLayer, layer: number, seed: number, chip: number): void {
  const { inputCount, outputCount, contribution_A, relativeSpread, stuck, rowSpread, supply } = signal;
  const random = chipRandom(seed, chip, layer);
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
      let factor = Math.max(0, 1 + relativeSpread[index]! * random.normal());
      if (stuck !== undefined) {
        const fate = random.uniform();
        if (fate < stuck.atMin) factor = stuck.minFactor[index]!;
        else if (fate < stuck.atMin + stuck.atMax) factor = stuck.maxFactor[index]!;
      }
      net_A[target]! += contribution_A[index]! * factor * gain;
    }
  }
  for (let output = 0; output < outputCount; output++) offset_A[output] = signal.offset_A[output]! * random.normal();
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

function judgeChip(
  layers: readonly ChipLayer[],
  scratch: readonly SetScratch[],
  { name, data, wanted }: JudgedSet,
  seed: number,
  chip: number,
): number {
  const decisions = layers.map((_, index) => randomAt(seed, "chip", chip, "decisions", name, index));
  const supplies = layers.map((_, index) => randomAt(seed, "chip", chip, "supply", name, index));
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
      gatherLevels(trained, source, width, firstOfSource, count, own.levels);
      decide(layer, own, wanted[index]!, first * trained.positions, rows, supplies[index]!);
      width = activationCount(trained);
      if (index === layers.length - 1) {
        if (trained.pool !== undefined) joinChances(trained, own.chance, count, own.joined);
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

/** Chance to fire of every neuron of a chip, for `rows` rows of levels. */
function decide(
  { signal, smoothed, net_A, offset_A }: ChipLayer,
  own: SetScratch,
  wanted: Uint8Array,
  firstRow: number,
  rows: number,
  supplies: RandomStream,
): void {
  const { inputCount, outputCount, supply } = signal;
  const isPerCycle = supply.per === "cycle" && supply.relativeSpread > 0;
  multiplyInto(own.current_A, own.levels, rows, net_A, inputCount, outputCount);
  for (let row = 0, index = 0; row < rows; row++) {
    const level = isPerCycle ? 1 + supply.relativeSpread * supplies.normal() : 1;
    for (let output = 0; output < outputCount; output++, index++) {
      const current_A = level * own.current_A[index]! + offset_A[output]!;
      own.chance[index] =
        wanted[firstRow * outputCount + index] === 1
          ? 1 - lookUpEven(smoothed[output]!.on, current_A)
          : lookUpEven(smoothed[output]!.off, -current_A);
    }
  }
}

/** Turn chances into decisions: 1 fires, 0 is silent. */
function drawDecisions(chance: Float64Array, used: number, random: RandomStream): void {
  for (let k = 0; k < used; k++) chance[k] = random.uniform() < chance[k]! ? 1 : 0;
}
