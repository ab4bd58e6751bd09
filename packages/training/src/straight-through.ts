import { activationCount, randomAt } from "@neurofront/core";
import type { LabelledPatterns, RandomStream, TrainedLayer } from "@neurofront/core";
import { fireAll, networkAccuracy } from "./accuracy.ts";
import { adamStep, newAdamState } from "./adam.ts";
import type { DeadZone } from "./dead-zone.ts";
import { keepConnected } from "./connections.ts";
import type { Connections } from "./connections.ts";
import { gathered, netInputs } from "./layer-shape.ts";
import type { LayerShape } from "./layer-shape.ts";
import { scaleColumns } from "./column-scaling.ts";
import { quantised } from "./quantisation.ts";

/** What a straight-through training is asked for. Net inputs are in units of the full-scale current of one synapse. */
export interface StraightThroughSettings {
  /** How far beyond its threshold every output is driven, >= 0. */
  readonly margin: number;
  /** The neurons' own threshold, known to the training. */
  readonly deadZone: DeadZone;
  /** Standard deviation of the factor 1 + spread z on every weight, drawn anew for each batch. */
  readonly trainingSpread: number;
  /** Chance that a level of an input pattern changes its sign; for bipolar patterns, which are all that is trained on with it. */
  readonly inputFlips: number;
  /** Levels to which weights are rounded in the forward pass; `Infinity` for none. */
  readonly levels: number;
  readonly epochs: number;
  /** Of each layer; absent when every weight may differ from zero. */
  readonly connections?: readonly Connections[] | undefined;
}

const LARGEST_BATCH = 32;
/** Small sets are taken in more batches, so that a pass has some steps. */
const LEAST_BATCHES = 8;
const LEARNING_RATE = 1.5e-2;
/** Net inputs of hidden neurons up to this, relative to the threshold, are driven on. */
const ZONE_REACH = 1.25;
/** One output must fire and many must not: more weight on the one costs more wrong ones than it gains. */
const WEIGHT_OF_RIGHT = 1.5;
/** How often in a training the network is judged; the best one is kept. */
const JUDGEMENTS = 10;

/**
 * Train a network of hard-threshold neurons by gradient descent: the forward pass uses the thresholds themselves, the
 * backward pass takes the derivative of a threshold as 1 where its net input is within a window around 0 (the
 * straight-through estimator: Bengio, Leonard and Courville, arXiv:1308.3432 (2013); Hubara et al., NIPS (2016)).
 *
 * Loss: squared hinge of every output at threshold plus margin, the one right output weighing one and a half times, and of
 * hidden neurons that hold their state in a dead zone at 1.25 thresholds. Adam, the rate falling linearly to zero. The
 * forward pass sees every column scaled to a largest magnitude of 1, as it will be mapped, so that a net input is in units of
 * full scale; spread and rounding of the weights enter there too.
 *
 * With no hidden layer this is a linear classifier with hinge loss.
 *
 * @param shapes layers in the order of the signal; the last has one position
 * @param address seed and purpose; the only source of randomness
 * @returns the best network by exact accuracy on `data`; every column has a largest magnitude of 1; not rounded
 */
export function trainStraightThrough(
  shapes: readonly LayerShape[],
  data: LabelledPatterns,
  settings: StraightThroughSettings,
  ...address: readonly (string | number)[]
): TrainedLayer[] {
  const random = randomAt(...address, "straight-through");
  const trained = shapes.map((shape) => initialLayer(shape, random));
  // Weights that begin at zero and have no gradient stay there.
  const keepAll = (values: readonly Float64Array[]): void =>
    settings.connections?.forEach((connections, layer) => keepConnected(values[layer]!, connections));
  keepAll(trained.map(({ weights }) => weights));
  const states = trained.map(({ weights }) => newAdamState(weights.length));
  const workspace = newWorkspace(shapes);
  const order = Int32Array.from({ length: data.count }, (_, index) => index);
  const batchSize = Math.min(LARGEST_BATCH, Math.ceil(data.count / LEAST_BATCHES));
  const batches = Math.ceil(data.count / batchSize);
  const steps = settings.epochs * batches;
  const judgeEvery = Math.max(1, Math.ceil(settings.epochs / JUDGEMENTS));
  let best: { readonly accuracy: number; readonly weights: readonly Float64Array[] } | undefined;
  for (let epoch = 0, step = 0; epoch < settings.epochs; epoch++) {
    shuffle(order, random);
    for (let batch = 0; batch < batches; batch++, step++) {
      const effective = trained.map((layer) => disturbed(layer, settings, random));
      for (const gradient of workspace.gradients) gradient.fill(0);
      const from = batch * batchSize;
      const to = Math.min(from + batchSize, data.count);
      for (let at = from; at < to; at++) addGradient(effective, data, order[at]!, settings, workspace, random);
      keepAll(workspace.gradients);
      const rate = LEARNING_RATE * (1 - step / steps);
      for (const [index, { weights }] of trained.entries()) {
        for (let k = 0; k < weights.length; k++) workspace.gradients[index]![k]! /= to - from;
        adamStep(weights, workspace.gradients[index]!, states[index]!, rate);
      }
    }
    if ((epoch + 1) % judgeEvery !== 0 && epoch + 1 < settings.epochs) continue;
    const accuracy = networkAccuracy(
      trained.map((layer) => mapped(layer, settings.levels)),
      data,
      settings.deadZone,
      randomAt(...address, "judgement"),
    );
    if (best === undefined || accuracy >= best.accuracy)
      best = { accuracy, weights: trained.map(({ weights }) => weights.slice()) };
  }
  return trained.map((layer, index) => mapped({ ...layer, weights: best!.weights[index]! }, Infinity));
}

/** Uniform weights in the range of Glorot and Bengio (AISTATS (2010)). */
function initialLayer(shape: LayerShape, random: RandomStream): TrainedLayer {
  const { inputCount, outputCount } = shape;
  const bound = Math.min(1, Math.sqrt(6 / (inputCount + outputCount)));
  const weights = Float64Array.from({ length: inputCount * outputCount }, () => bound * (2 * random.uniform() - 1));
  return { ...shape, weights };
}

function shuffle(order: Int32Array, random: RandomStream): void {
  for (let last = order.length - 1; last > 0; last--) {
    const other = random.integer(last + 1);
    const kept = order[last]!;
    order[last] = order[other]!;
    order[other] = kept;
  }
}

/** The layer as it is mapped: every column scaled to a largest magnitude of 1, and rounded. */
function mapped(layer: TrainedLayer, levels: number): TrainedLayer {
  const weights = quantised(layer.weights, layer.outputCount, levels);
  scaleColumns(weights, layer.outputCount);
  return { ...layer, weights };
}

/** The layer as the forward pass sees it. */
function disturbed(
  layer: TrainedLayer,
  { levels, trainingSpread }: StraightThroughSettings,
  random: RandomStream,
): TrainedLayer {
  const exact = mapped(layer, levels);
  if (trainingSpread === 0) return exact;
  return { ...exact, weights: exact.weights.map((weight) => weight * (1 + trainingSpread * random.normal())) };
}

/** Buffers of one pass, by layer. */
interface Workspace {
  readonly nets: readonly Float64Array[];
  readonly fired: readonly Float64Array[];
  /** Derivative of the loss by the net inputs. */
  readonly slopes: readonly Float64Array[];
  readonly gradients: readonly Float64Array[];
}

function newWorkspace(shapes: readonly LayerShape[]): Workspace {
  const activations = () => shapes.map((shape) => new Float64Array(activationCount(shape)));
  return {
    nets: activations(),
    fired: activations(),
    slopes: activations(),
    gradients: shapes.map(({ inputCount, outputCount }) => new Float64Array(inputCount * outputCount)),
  };
}

/** Add what one pattern contributes to the gradient of every layer. */
function addGradient(
  layers: readonly TrainedLayer[],
  data: LabelledPatterns,
  pattern: number,
  settings: StraightThroughSettings,
  { nets, fired, slopes, gradients }: Workspace,
  random: RandomStream,
): void {
  const inputs = disturbedPattern(data, pattern, settings.inputFlips, random);
  let before = inputs;
  for (const [index, layer] of layers.entries()) {
    netInputs(layer, before, nets[index]!);
    if (index === layers.length - 1) break;
    fired[index]!.set(nets[index]!);
    fireAll(fired[index]!, settings.deadZone, layer.drive, random);
    before = fired[index]!;
  }
  const last = layers.length - 1;
  outputSlopes(nets[last]!, data.labels[pattern]!, settings, slopes[last]!);
  for (let index = last; index >= 0; index--) {
    const layer = layers[index]!;
    const source = index === 0 ? inputs : fired[index - 1]!;
    const passedOn = index === 0 ? undefined : slopes[index - 1]!;
    passedOn?.fill(0);
    backward(layer, source, slopes[index]!, gradients[index]!, passedOn);
    if (passedOn !== undefined) {
      holdWindow(passedOn, nets[index - 1]!, layers[index - 1]!, settings.deadZone);
      leaveDeadZone(passedOn, nets[index - 1]!, settings.deadZone);
    }
  }
}

function disturbedPattern(
  { patterns, count }: LabelledPatterns,
  pattern: number,
  inputFlips: number,
  random: RandomStream,
): Float64Array {
  const length = patterns.length / count;
  const inputs = patterns.subarray(pattern * length, (pattern + 1) * length);
  if (inputFlips === 0) return inputs;
  // The last level is the bias, which is never disturbed.
  return inputs.map((level, at) => (at < length - 1 && random.uniform() < inputFlips ? -level : level));
}

/** Derivative of the squared hinge by every net input of the last layer. */
function outputSlopes(
  net: Float64Array,
  label: number,
  { margin, deadZone }: StraightThroughSettings,
  slopes: Float64Array,
): void {
  const onTarget = deadZone.threshold + margin;
  const offTarget = deadZone.rule === "preset" ? deadZone.threshold - margin : -onTarget;

  for (let output = 0; output < net.length; output++) {
    slopes[output] =
      output === label
        ? -2 * WEIGHT_OF_RIGHT * Math.max(0, onTarget - net[output]!)
        : 2 * Math.max(0, net[output]! - offTarget);
  }
}

/** Add the gradient of the weights, and the slopes of the activations before the layer. */
function backward(
  { inputCount, outputCount, positions, gather, weights }: TrainedLayer,
  before: Float64Array,
  slopes: Float64Array,
  gradient: Float64Array,
  passedOn: Float64Array | undefined,
): void {
  const sloped = new Int32Array(outputCount);
  for (let position = 0; position < positions; position++) {
    const from = position * outputCount;
    // Most neurons are beyond their target or outside their window.
    let count = 0;
    for (let output = 0; output < outputCount; output++) if (slopes[from + output] !== 0) sloped[count++] = output;
    if (count === 0) continue;
    for (let input = 0; input < inputCount; input++) {
      const entry = gather[position * inputCount + input]!;
      const level = gathered(before, entry);
      const row = input * outputCount;
      if (level !== 0)
        for (let k = 0; k < count; k++) gradient[row + sloped[k]!]! += level * slopes[from + sloped[k]!]!;
      if (passedOn === undefined || entry < 0) continue;
      let sum = 0;
      for (let k = 0; k < count; k++) sum += weights[row + sloped[k]!]! * slopes[from + sloped[k]!]!;
      passedOn[entry]! += sum;
    }
  }
}

/** The straight-through derivative: 1 within the window around the threshold, 0 beyond. */
function holdWindow(
  slopes: Float64Array,
  net: Float64Array,
  { inputCount, drive }: LayerShape,
  deadZone: DeadZone,
): void {
  // Net inputs scatter as the square root of their number; 26 inputs have a window of 1, and fewer no smaller one.
  const window = Math.max(1, Math.sqrt(inputCount / 26)) + deadZone.threshold;
  const centre = deadZone.rule === "preset" ? deadZone.threshold : 0;
  const height = drive === "bipolar" ? 1 : 0.5;
  for (let neuron = 0; neuron < slopes.length; neuron++)
    slopes[neuron]! *= Math.abs(net[neuron]! - centre) < window ? height : 0;
}

/** Drives hidden neurons out of their dead zone, to the side they are on: derivative of a squared hinge beside the loss. */
function leaveDeadZone(slopes: Float64Array, net: Float64Array, { threshold, rule }: DeadZone): void {
  if (rule === "preset" || threshold === 0) return;
  for (let neuron = 0; neuron < slopes.length; neuron++) {
    const missing = ZONE_REACH * threshold - Math.abs(net[neuron]!);
    if (missing > 0) slopes[neuron]! -= 2 * missing * (net[neuron]! > 0 ? 1 : -1);
  }
}
