import type { PreparedWorkload, TrainedLayer, WorkloadModel } from "@neurofront/core";
import { soundWorkload } from "../sound-models/workload.ts";
import type { Broken } from "./broken.ts";

/** The sound workload with other members. */
const prepared = (change: (workload: PreparedWorkload, seed: number) => object): WorkloadModel => ({
  ...soundWorkload,
  async prepare(design, seed) {
    const workload = await soundWorkload.prepare(design, seed);
    return { ...workload, ...change(workload, seed) };
  },
});

/** The sound workload with another first layer. */
const relayered = (change: (layer: TrainedLayer) => Partial<TrainedLayer>): WorkloadModel =>
  prepared(({ layers: [layer] }) => ({ layers: [{ ...layer!, ...change(layer!) }], quantities: {} }));

export const BROKEN_WORKLOADS: readonly Broken<WorkloadModel>[] = [
  {
    breaks: "never-throws",
    how: "throws for few samples",
    model: prepared(({ test }) => {
      if (test.count < 40) throw new Error("too few samples");
      return {};
    }),
  },
  {
    breaks: "answer-shape",
    how: "weights transposed and cut",
    model: relayered(({ weights }) => ({ weights: weights.slice(1) })),
  },
  {
    breaks: "answer-shape",
    how: "labels missing",
    model: prepared(({ test }) => ({ test: { ...test, labels: test.labels.slice(1) } })),
  },
  {
    breaks: "same-input-same-answer",
    how: "draws from Math.random",
    // The fault itself: no address, so no second call can agree with the first.
    model: prepared(() => ({ quantities: { draw: Math.random() } })),
  },
  {
    breaks: "seed-draws-test-set",
    how: "ignores the seed",
    model: { ...soundWorkload, prepare: (design) => soundWorkload.prepare(design, 7) },
  },
  { breaks: "finite-numbers", how: "infinite quantity", model: prepared(() => ({ quantities: { margin: Infinity } })) },
  { breaks: "quantity-names", how: "not SI", model: prepared(() => ({ quantities: { training_ms: 3 } })) },
  {
    breaks: "weights-scaled",
    how: "scaled over all outputs",
    model: relayered(({ weights }) => ({ weights: weights.map((weight, at) => (at % 3 === 1 ? weight / 2 : weight)) })),
  },
  {
    breaks: "weights-scaled",
    how: "above 1",
    model: relayered(({ weights }) => ({ weights: weights.map((weight) => 2 * weight) })),
  },
  { breaks: "answer-shape", how: "no layer", model: prepared(() => ({ layers: [] })) },
  {
    breaks: "answer-shape",
    how: "gathers for one position of two",
    model: relayered(() => ({ positions: 2 })),
  },
  {
    breaks: "answer-shape",
    how: "counts inputs from 1",
    model: relayered(({ gather }) => ({ gather: gather.map((from) => from + 1) })),
  },
  {
    breaks: "answer-shape",
    how: "joins a position that is not there",
    model: relayered(() => ({ pool: { groupCount: 1, members: Int32Array.of(0, 1) } })),
  },
  {
    breaks: "labels-in-range",
    how: "labels from 1",
    model: prepared(({ test }) => ({
      test: { ...test, labels: test.labels.map((label) => label + 1) },
      quantities: {},
    })),
  },
  {
    breaks: "levels-in-range",
    how: "levels up to 2",
    model: prepared(({ test }) => ({
      test: { ...test, patterns: test.patterns.map((level) => 2 * level) },
      quantities: {},
    })),
  },
  {
    breaks: "ideal-accuracy-as-claimed",
    how: "claims half",
    model: prepared(() => ({ quantities: { idealAccuracy: 0.5 } })),
  },
  {
    breaks: "ideal-accuracy-above-guess",
    how: "weights of the wrong sign",
    model: relayered(({ weights }) => ({ weights: weights.map((weight) => -weight) })),
  },
];
