import { randomAt } from "@neurofront/core";
import type { LabelledPatterns } from "@neurofront/core";

/**
 * Disturbed copies of every pattern: each input but the last one, the bias, changes its sign with a given chance.
 *
 * A sample is addressed by (seed, pattern, number): more samples leave the earlier ones as they are, and an input that is
 * flipped at one chance is flipped at every larger one, so that studies with different chances compare on common numbers.
 *
 * @param flipProbability in [0, 1]
 * @param samplesPerPattern copies of each pattern; copies of one pattern follow each other
 */
export function noisyPatterns(
  clean: LabelledPatterns,
  flipProbability: number,
  samplesPerPattern: number,
  seed: number,
): LabelledPatterns {
  const inputCount = clean.patterns.length / clean.count;
  const count = clean.count * samplesPerPattern;
  const patterns = new Float64Array(count * inputCount);
  const labels = new Int32Array(count);
  for (let source = 0, at = 0; source < clean.count; source++) {
    for (let sample = 0; sample < samplesPerPattern; sample++, at++) {
      const random = randomAt(seed, "characters", "pixel-flips", source, sample);
      labels[at] = clean.labels[source]!;
      for (let input = 0; input < inputCount; input++) {
        const value = clean.patterns[source * inputCount + input]!;
        const isFlipped = input < inputCount - 1 && random.uniform() < flipProbability;
        patterns[at * inputCount + input] = isFlipped ? -value : value;
      }
    }
  }
  return { patterns, labels, count };
}
