import type { LabelledPatterns } from "@neurofront/core";

/** Rows and columns of a glyph. */
export const GLYPH_SIDE = 5;

/** Pixels of a glyph and the bias input, which is always on. */
export const INPUT_COUNT = GLYPH_SIDE * GLYPH_SIDE + 1;

/** The letters in the order of the outputs. */
export const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

/**
 * 26 capital letters on a 5 x 5 grid, drawn for neurofront. Row-major, the most significant of 25 bits is the top left
 * pixel. The reference paper does not publish the feature vectors of its characters; these stand in for them.
 */
const GLYPHS: readonly number[] = [
  0x0e8fe31, 0x1e8fa3e, 0x0f8420f, 0x1e8c63e, 0x1f87a1f, 0x1f87a10, 0x0f84e2f, 0x118fe31, 0x1f2109f, 0x0710a4c,
  0x12a6292, 0x108421f, 0x11dd631, 0x11cd671, 0x0e8c62e, 0x1e8fa10, 0x0e8d64d, 0x1e8fa51, 0x0f8383e, 0x1f21084,
  0x118c62e, 0x118c544, 0x118d771, 0x1151151, 0x1151084, 0x1f1111f,
];

/** The 26 letters as bipolar inputs: +1 for ink, -1 for paper, +1 for the bias in the last place. */
export function letterPatterns(): LabelledPatterns {
  const count = LETTERS.length;
  const patterns = new Float64Array(count * INPUT_COUNT);
  for (let letter = 0; letter < count; letter++) {
    const at = letter * INPUT_COUNT;
    for (let pixel = 0; pixel < INPUT_COUNT - 1; pixel++) {
      const bit = (GLYPHS[letter]! >>> (INPUT_COUNT - 2 - pixel)) & 1;
      patterns[at + pixel] = 2 * bit - 1;
    }
    patterns[at + INPUT_COUNT - 1] = 1;
  }
  return { patterns, labels: Int32Array.from({ length: count }, (_, letter) => letter), count };
}
