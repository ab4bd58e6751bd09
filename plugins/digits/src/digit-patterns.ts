import { randomAt } from "@neurofront/core";
import type { LabelledPatterns } from "@neurofront/core";
import { zoneMeans } from "@neurofront/training";
import { IMAGE_SIDE } from "./images.ts";

/** How an image becomes input levels. */
export interface Encoding {
  /** Zones on a side. */
  readonly gridSide: number;
  /** `binary`: +1 where the mean of a zone is above the threshold, -1 elsewhere; `grey`: from -1, paper, to +1, ink. */
  readonly inputs: "binary" | "grey";
  readonly inkThreshold: number;
}

/** The images from `from` on, `perDigit` of each digit, digit by digit, each with a bias as its last level. */
export function consecutivePatterns(
  images: readonly (readonly Float64Array[])[],
  from: number,
  perDigit: number,
  encoding: Encoding,
): LabelledPatterns {
  return encoded(
    images.map((ofDigit) => ofDigit.slice(from, from + perDigit)),
    encoding,
  );
}

/**
 * `perDigit` images of each digit drawn without replacement from those from `from` on. A larger set begins with the smaller.
 */
export function drawnPatterns(
  images: readonly (readonly Float64Array[])[],
  from: number,
  perDigit: number,
  encoding: Encoding,
  seed: number,
): LabelledPatterns {
  return encoded(
    images.map((ofDigit, digit) => {
      const random = randomAt(seed, "digits", "test", digit);
      const left = ofDigit.slice(from);
      return Array.from({ length: perDigit }, () => left.splice(random.integer(left.length), 1)[0]!);
    }),
    encoding,
  );
}

function encoded(
  images: readonly (readonly Float64Array[])[],
  { gridSide, inputs, inkThreshold }: Encoding,
): LabelledPatterns {
  const all = images.flat();
  const inputCount = gridSide ** 2 + 1;
  const patterns = new Float64Array(all.length * inputCount).fill(1);
  for (const [index, image] of all.entries())
    for (const [zone, ink] of zoneMeans(image, IMAGE_SIDE, gridSide, gridSide).entries())
      // A mean of ones may be above 1 by rounding.
      patterns[index * inputCount + zone] =
        inputs === "binary" ? (ink > inkThreshold ? 1 : -1) : Math.min(1, 2 * ink - 1);
  const labels = Int32Array.from(images.flatMap((ofDigit, digit) => ofDigit.map(() => digit)));
  return { patterns, labels, count: all.length };
}
