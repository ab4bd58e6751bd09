import { randomAt } from "@neurofront/core";
import type { TrainedLayer } from "@neurofront/core";

/** The standard draws of one layer of one chip, whatever a candidate makes of them. */
export interface ChipDraws {
  /** Standard normal for every device, 2M x N, then for every neuron. */
  readonly normal: Float64Array;
  /** Uniform in [0, 1) for every device, which tells whether it is stuck; undefined where none can be. */
  readonly fate: Float64Array | undefined;
}

/** Numbers that are kept of one layer: 32 MB. Chips of larger arrays are drawn again for every candidate. */
const MOST_KEPT = 2 ** 22;

const kept = new WeakMap<TrainedLayer, { readonly draws: Map<string, ChipDraws>; count: number }>();

/**
 * The draws at the address (seed, "chip", number), of later layers (seed, "chip", number, "layer", index). All candidates of a study
 * have the same; they are kept for the next one.
 */
export function chipDraws(
  layer: TrainedLayer,
  index: number,
  seed: number,
  chip: number,
  canBeStuck: boolean,
): ChipDraws {
  let ofLayer = kept.get(layer);
  if (ofLayer === undefined) {
    ofLayer = { draws: new Map(), count: 0 };
    kept.set(layer, ofLayer);
  }
  const key = `${seed} ${index} ${chip} ${canBeStuck}`;
  const known = ofLayer.draws.get(key);
  if (known !== undefined) return known;
  const drawn = draw(layer, index, seed, chip, canBeStuck);
  const size = drawn.normal.length + (drawn.fate?.length ?? 0);
  if (ofLayer.count + size <= MOST_KEPT) {
    ofLayer.draws.set(key, drawn);
    ofLayer.count += size;
  }
  return drawn;
}

function draw(layer: TrainedLayer, index: number, seed: number, chip: number, canBeStuck: boolean): ChipDraws {
  const random = index === 0 ? randomAt(seed, "chip", chip) : randomAt(seed, "chip", chip, "layer", index);
  const devices = 2 * layer.inputCount * layer.outputCount;
  const normal = new Float64Array(devices + layer.outputCount);
  const fate = canBeStuck ? new Float64Array(devices) : undefined;
  for (let device = 0; device < devices; device++) {
    normal[device] = random.normal();
    if (fate !== undefined) fate[device] = random.uniform();
  }
  for (let output = 0; output < layer.outputCount; output++) normal[devices + output] = random.normal();
  return { normal, fate };
}
