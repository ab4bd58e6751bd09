import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { BlockTridiagonal } from "../src/block-tridiagonal.ts";
import { factorBlockTridiagonal, solveBlockTridiagonal } from "../src/block-tridiagonal.ts";
import { denseSolve } from "./dense-solve.ts";

/** A network of layers: random symmetric coupling inside each, wires between, and a conductance to ground at every node. */
function network(blockSize: number, blockCount: number, random: () => number): BlockTridiagonal {
  const diagonal = new Float64Array(blockCount * blockSize * blockSize);
  const offDiagonal = Float64Array.from({ length: (blockCount - 1) * blockSize }, () => -2 * random());
  for (let block = 0; block < blockCount; block++) {
    const at = (i: number, j: number) => (block * blockSize + i) * blockSize + j;
    for (let i = 0; i < blockSize; i++) {
      const before = block > 0 ? offDiagonal[(block - 1) * blockSize + i]! : 0;
      const after = block + 1 < blockCount ? offDiagonal[block * blockSize + i]! : 0;
      diagonal[at(i, i)]! += 0.1 + random() - before - after;
      for (let j = 0; j < i; j++) {
        const conductance = random() / blockSize;
        diagonal[at(i, j)] = diagonal[at(j, i)] = -conductance;
        diagonal[at(i, i)]! += conductance;
        diagonal[at(j, j)]! += conductance;
      }
    }
  }
  return { blockSize, blockCount, diagonal, offDiagonal };
}

function dense({ blockSize, blockCount, diagonal, offDiagonal }: BlockTridiagonal): Float64Array {
  const size = blockSize * blockCount;
  const matrix = new Float64Array(size * size);
  for (let row = 0; row < size; row++) {
    const first = row - (row % blockSize);
    for (let j = 0; j < blockSize; j++) matrix[row * size + first + j] = diagonal[row * blockSize + j]!;
    if (row + blockSize < size) {
      matrix[row * size + row + blockSize] = offDiagonal[row]!;
      matrix[(row + blockSize) * size + row] = offDiagonal[row]!;
    }
  }
  return matrix;
}

function generator(seed: number): () => number {
  let state = seed;
  // Park-Miller, enough to fill a matrix.
  return () => (state = (state * 16807) % 2147483647) / 2147483647;
}

describe("a block-tridiagonal solve", () => {
  const shape = fc.record({
    blockSize: fc.integer({ min: 1, max: 9 }),
    blockCount: fc.integer({ min: 1, max: 6 }),
    count: fc.integer({ min: 1, max: 5 }),
    zeroBlocks: fc.integer({ min: 0, max: 6 }),
    seed: fc.integer({ min: 1, max: 1e6 }),
  });

  it("agrees with dense elimination for every right-hand side", () => {
    fc.assert(
      fc.property(shape, ({ blockSize, blockCount, count, zeroBlocks, seed }) => {
        const random = generator(seed);
        const matrix = network(blockSize, blockCount, random);
        const size = blockSize * blockCount;
        const known = Float64Array.from({ length: size * count }, (_, at) =>
          at < zeroBlocks * blockSize * count ? 0 : random() - 0.5,
        );
        const full = dense(matrix);
        const solution = known.slice();
        solveBlockTridiagonal(factorBlockTridiagonal(matrix), solution, count);
        for (let column = 0; column < count; column++) {
          const of = (values: Float64Array) => values.filter((_, at) => at % count === column);
          const expected = denseSolve(full, of(known));
          // Grounded by at least 0.1 against sums of at most 12: a condition number near 100.
          for (const [i, value] of of(solution).entries()) expect(Math.abs(value - expected[i]!)).toBeLessThan(1e-11);
        }
      }),
    );
  });

  it("leaves a small residual on a crossbar of 50 by 26, and can be repeated", () => {
    const matrix = network(26, 50, generator(42));
    const full = dense(matrix);
    const factor = factorBlockTridiagonal(matrix);
    const size = 50 * 26;
    const count = 3;
    const random = generator(7);
    const known = Float64Array.from({ length: size * count }, random);
    const first = known.slice();
    const second = known.slice();
    solveBlockTridiagonal(factor, first, count);
    solveBlockTridiagonal(factor, second, count);
    expect(second).toEqual(first);
    let worst = 0;
    for (let row = 0; row < size; row++) {
      for (let column = 0; column < count; column++) {
        let residual = -known[row * count + column]!;
        for (let k = 0; k < size; k++) residual += full[row * size + k]! * first[k * count + column]!;
        worst = Math.max(worst, Math.abs(residual));
      }
    }
    // Rounding of products of 12 with solutions of 10, over 26 terms.
    expect(worst).toBeLessThan(1e-12);
  });

  it("is reciprocal: the response at one node to a unit at another is the same both ways", () => {
    const factor = factorBlockTridiagonal(network(5, 4, generator(3)));
    const identity = Float64Array.from({ length: 400 }, (_, at) => (at % 21 === 0 ? 1 : 0));
    solveBlockTridiagonal(factor, identity, 20);
    for (let i = 0; i < 20; i++) {
      // Rounding; entries are below 10.
      for (let j = 0; j < i; j++) expect(Math.abs(identity[i * 20 + j]! - identity[j * 20 + i]!)).toBeLessThan(1e-14);
    }
  });

  it("leaves zero right-hand sides zero", () => {
    const zeros = new Float64Array(24);
    solveBlockTridiagonal(factorBlockTridiagonal(network(3, 4, generator(5))), zeros, 2);
    expect(zeros.every((value) => value === 0)).toBe(true);
  });
});

describe("errors", () => {
  it("name block and row of the pivot that is not positive", () => {
    const matrix = network(3, 4, generator(1));
    matrix.diagonal[2 * 9 + 1 * 3 + 1] = -1;
    expect(() => factorBlockTridiagonal(matrix)).toThrow("not positive definite: pivot of block 2, row 1");
  });

  it("name the array whose size does not fit", () => {
    const matrix = network(3, 4, generator(1));
    expect(() => factorBlockTridiagonal({ ...matrix, diagonal: new Float64Array(35) })).toThrow(
      "expected 36 entries of diagonal, got 35",
    );
    expect(() => factorBlockTridiagonal({ ...matrix, offDiagonal: new Float64Array(8) })).toThrow(
      "expected 9 entries of offDiagonal, got 8",
    );
    expect(() => solveBlockTridiagonal(factorBlockTridiagonal(matrix), new Float64Array(25), 2)).toThrow(
      "expected 24 entries of rightHandSides, got 25",
    );
  });
});
