import type { LabelledPatterns } from "@neurofront/core";
import { zoneMeans } from "@neurofront/training";
import { FACE_SIDE } from "./font-faces.ts";
import type { FontFace } from "./font-faces.ts";

/** Rows and columns of a glyph. */
export const GLYPH_SIDE = 5;

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

/** A zone with more ink than this is ink: strokes that cover a little less than half of it count. */
const INK_SHARE = 0.45;

/**
 * The 26 drawn letters on a grid of side x side zones, as bipolar inputs: +1 for ink, -1 for paper, +1 for the bias in the
 * last place. At a side of 5 the zones are the pixels.
 */
export function letterPatterns(side = GLYPH_SIDE): LabelledPatterns {
  const glyphs = GLYPHS.map((bits) =>
    Uint8Array.from({ length: GLYPH_SIDE ** 2 }, (_, pixel) => (bits >>> (GLYPH_SIDE ** 2 - 1 - pixel)) & 1),
  );
  return labelled(glyphs, GLYPH_SIDE, side);
}

/** The letters of typefaces on a grid of side x side zones, face by face. */
export function facePatterns(faces: readonly FontFace[], side: number): LabelledPatterns {
  const area = FACE_SIDE ** 2;
  const glyphs = faces.flatMap(({ bits }) => {
    const bytes = Buffer.from(bits, "base64");
    return Array.from({ length: LETTERS.length }, (_letter, letter) =>
      Uint8Array.from({ length: area }, (_, pixel) => {
        const bit = letter * area + pixel;
        return (bytes[bit >> 3]! >> (7 - (bit & 7))) & 1;
      }),
    );
  });
  return labelled(glyphs, FACE_SIDE, side);
}

/** @param glyphs pixels of 0 and 1, A to Z again and again */
function labelled(glyphs: readonly Uint8Array[], glyphSide: number, side: number): LabelledPatterns {
  const inputCount = side * side + 1;
  const patterns = new Float64Array(glyphs.length * inputCount).fill(1);
  for (const [index, glyph] of glyphs.entries())
    for (const [zone, share] of zoneMeans(glyph, glyphSide, side, side).entries())
      patterns[index * inputCount + zone] = share > INK_SHARE ? 1 : -1;
  const labels = Int32Array.from(glyphs, (_, index) => index % LETTERS.length);
  return { patterns, labels, count: glyphs.length };
}
