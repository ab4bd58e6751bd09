import { DRIVE_LEVELS, activationCount } from "@neurofront/core";
import type { LabelledPatterns, RandomStream, TrainedLayer } from "@neurofront/core";
import { firingChance } from "./dead-zone.ts";
import type { DeadZone } from "./dead-zone.ts";
import { levelCount, netInputs } from "./layer-shape.ts";

/**
 * Exact one-hot accuracy of a network of ideal devices: mean over the patterns of the chance that exactly the right output
 * fires. Hidden neurons inside their dead zone draw their state; the outputs are averaged.
 *
 * @param layers without pools
 * @param random draws the states; not used by sign neurons, by `preset` neurons and in a single layer
 */
export function networkAccuracy(
  layers: readonly TrainedLayer[],
  data: LabelledPatterns,
  deadZone: DeadZone,
  random: RandomStream,
): number {
  const nets = layers.map((layer) => new Float64Array(activationCount(layer)));
  const inputCount = levelCount(data);
  let total = 0;
  for (let pattern = 0; pattern < data.count; pattern++) {
    let before = data.patterns.subarray(pattern * inputCount, (pattern + 1) * inputCount);
    for (const [index, layer] of layers.entries()) {
      const net = nets[index]!;
      netInputs(layer, before, net);
      if (index < layers.length - 1) fireAll(net, deadZone, layer.drive, random);
      before = net;
    }
    let right = 1;
    for (let output = 0; output < before.length && right > 0; output++) {
      const fires = firingChance(before[output]!, deadZone);
      right *= data.labels[pattern] === output ? fires : 1 - fires;
    }
    total += right;
  }
  return total / data.count;
}

/** Replace net inputs by what the neurons put on the next rows. */
export function fireAll(
  net: Float64Array,
  deadZone: DeadZone,
  drive: TrainedLayer["drive"],
  random: RandomStream,
): void {
  const [silent, firing] = DRIVE_LEVELS[drive];
  for (let neuron = 0; neuron < net.length; neuron++) {
    const chance = firingChance(net[neuron]!, deadZone);
    net[neuron] = chance === 1 || (chance > 0 && random.uniform() < chance) ? firing : silent;
  }
}
