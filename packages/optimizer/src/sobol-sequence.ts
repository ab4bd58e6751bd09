import type { RandomStream } from "@neurofront/core";
import { BITS, DIRECTION_NUMBERS } from "./sobol-direction-numbers.ts";

/** Coordinate `dimension` of point `index` of a sequence, in [0, 1). */
export type Sequence = (index: number, dimension: number) => number;

/**
 * The Sobol sequence (Sobol, USSR Comput. Math. Math. Phys. 7, 86 (1967)) with the direction numbers of Joe and Kuo, scrambled
 * as by Owen, Lecture Notes in Statistics 106, 299 (1995): every point is uniform in the cube, and the first 2^m points of a
 * dimension still fall one into each of 2^m equal parts. The nested permutations come from a hash (Burley, J. Comput. Graph.
 * Tech. 9 (4), 1 (2020)).
 *
 * @param randomOf the stream of a dimension, and of a point (dimension, index) of one past the table, whose numbers are
 *   independent
 * @returns points 0 to 2^32 - 1, in any order
 */
export function sobolSequence(
  dimensionCount: number,
  randomOf: (...address: readonly number[]) => RandomStream,
): Sequence {
  const seeds = Uint32Array.from({ length: Math.min(dimensionCount, DIRECTION_NUMBERS.length) }, (_, dimension) =>
    randomOf(dimension).integer(2 ** BITS),
  );
  return (index, dimension) =>
    dimension < seeds.length
      ? (scrambled(sobolBits(index, DIRECTION_NUMBERS[dimension]!), seeds[dimension]!) + 0.5) / 2 ** BITS
      : randomOf(dimension, index).uniform();
}

function sobolBits(index: number, directions: Uint32Array): number {
  let bits = 0;
  for (let rest = index, bit = 0; rest !== 0; rest >>>= 1, bit++) if ((rest & 1) === 1) bits ^= directions[bit]!;
  return bits >>> 0;
}

/** Each bit is flipped or not depending on all higher bits and the seed. */
function scrambled(bits: number, seed: number): number {
  // On reversed bits a carry runs from the higher bit of the coordinate to the lower; constants of Burley's section 3.
  let x = reversed(bits);
  x = (x + seed) | 0;
  x ^= Math.imul(x, 0x6c50b47c);
  x ^= Math.imul(x, 0xb82f1e52);
  x ^= Math.imul(x, 0xc7afe638);
  x ^= Math.imul(x, 0x8d22f6e6);
  return reversed(x);
}

function reversed(bits: number): number {
  let x = bits;
  x = ((x >>> 1) & 0x55555555) | ((x & 0x55555555) << 1);
  x = ((x >>> 2) & 0x33333333) | ((x & 0x33333333) << 2);
  x = ((x >>> 4) & 0x0f0f0f0f) | ((x & 0x0f0f0f0f) << 4);
  x = ((x >>> 8) & 0x00ff00ff) | ((x & 0x00ff00ff) << 8);
  return ((x >>> 16) | (x << 16)) >>> 0;
}
