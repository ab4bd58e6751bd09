import * as Plot from "@observablehq/plot";
import type { AccountingComparison } from "../accounting-comparison.ts";
import { technologyStyle } from "./technology-style.ts";

/** What a correct decision of a best design costs on its chips. */
export interface ChipCross {
  readonly technologyIndex: number;
  /** At the median chip, at the 95th percentile (the least) and at the 5th (the most). */
  readonly energy_J: readonly [median: number, low: number, high: number];
  readonly delay_s: readonly [median: number, low: number, high: number];
}

/**
 * Energy and delay of the best designs divided by the accuracy of a chip, from the 5th to the 95th percentile of the chips that
 * verified them; none where chips decide nothing right.
 */
export function chipCrosses({ technologies }: AccountingComparison): ChipCross[] {
  return technologies.flatMap(({ best, drawn }, technologyIndex): ChipCross[] => {
    const { energy, delay } = best?.assessment.metrics ?? {};
    if (energy === undefined || delay === undefined || drawn === undefined || !(drawn.clean.p05 > 0)) return [];
    const { p05, p50, p95 } = drawn.clean;
    return [
      {
        technologyIndex,
        energy_J: [energy / p50, energy / p95, energy / p05],
        delay_s: [delay / p50, delay / p95, delay / p05],
      },
    ];
  });
}

/** A horizontal and a vertical stroke through the median chip. */
export function crossMarks(crosses: readonly ChipCross[]): Plot.Markish[] {
  const style = {
    stroke: ({ technologyIndex }: ChipCross) => technologyStyle(technologyIndex).color,
    strokeWidth: 2.4,
    className: "chip-crosses",
  } as const;
  return [
    Plot.link(crosses, {
      x1: ({ delay_s }: ChipCross) => delay_s[1],
      x2: ({ delay_s }: ChipCross) => delay_s[2],
      y1: ({ energy_J }: ChipCross) => energy_J[0],
      y2: ({ energy_J }: ChipCross) => energy_J[0],
      ...style,
    }),
    Plot.link(crosses, {
      x1: ({ delay_s }: ChipCross) => delay_s[0],
      x2: ({ delay_s }: ChipCross) => delay_s[0],
      y1: ({ energy_J }: ChipCross) => energy_J[1],
      y2: ({ energy_J }: ChipCross) => energy_J[2],
      ...style,
    }),
  ];
}
