import type { LabelledPatterns } from "@neurofront/core";
import { FEATURES } from "./flowers.ts";
import type { Flower } from "./flowers.ts";

/** From four lengths to input levels, chosen by the training flowers. */
export interface FeatureCode {
  readonly levelsPerFeature: number;
  levels(feature: number, length_m: number): readonly number[];
}

/**
 * A thermometer code: level k of a feature is +1 where the length is above the k-th of `bits` even quantiles of the training
 * flowers, -1 elsewhere.
 */
export function thermometerCode(training: readonly Flower[], bits: number): FeatureCode {
  const edges = Array.from({ length: FEATURES }, (_feature, feature) => {
    const sorted = training.map(({ lengths_m }) => lengths_m[feature]!).toSorted((a, b) => a - b);
    return Array.from({ length: bits }, (_, k) => quantile(sorted, (k + 1) / (bits + 1)));
  });
  return {
    levelsPerFeature: bits,
    levels: (feature, length_m) => edges[feature]!.map((edge) => (length_m > edge ? 1 : -1)),
  };
}

/** One analogue level a feature, linear from -1 at the least length of the training flowers to +1 at the largest, held beyond. */
export function analogueCode(training: readonly Flower[]): FeatureCode {
  const ranges = Array.from({ length: FEATURES }, (_, feature) => {
    const lengths = training.map(({ lengths_m }) => lengths_m[feature]!);
    return [Math.min(...lengths), Math.max(...lengths)] as const;
  });
  return {
    levelsPerFeature: 1,
    levels: (feature, length_m) => {
      const [least, largest] = ranges[feature]!;
      return [Math.min(1, Math.max(-1, (2 * (length_m - least)) / (largest - least) - 1))];
    },
  };
}

/** Flowers as patterns with a bias as the last level. */
export function encodedFlowers(flowers: readonly Flower[], code: FeatureCode): LabelledPatterns {
  const patterns = flowers.flatMap(({ lengths_m }) => [
    ...lengths_m.flatMap((length_m, feature) => code.levels(feature, length_m)),
    1,
  ]);
  return {
    patterns: Float64Array.from(patterns),
    labels: Int32Array.from(flowers, ({ species }) => species),
    count: flowers.length,
  };
}

function quantile(sorted: readonly number[], share: number): number {
  const position = share * (sorted.length - 1);
  const lower = Math.floor(position);
  const upper = Math.min(lower + 1, sorted.length - 1);
  return sorted[lower]! + (position - lower) * (sorted[upper]! - sorted[lower]!);
}
