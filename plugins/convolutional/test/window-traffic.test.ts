import { BIAS, PADDING } from "@neurofront/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { windowTraffic } from "../src/window-traffic.ts";

/** A window of 2 x 2 with a bias over the 3 x 3 activations 0 ... 8, row by row: four positions. */
const square = {
  inputCount: 5,
  windows: {
    positions: 4,
    gather: Int32Array.of(0, 1, 3, 4, BIAS, 1, 2, 4, 5, BIAS, 3, 4, 6, 7, BIAS, 4, 5, 7, 8, BIAS),
  },
};

describe("what comes to the arrays", () => {
  // One array: 0 1 3 4, then 2 5; on the next row 3 6 7 (4 is still there), then 5 8: eleven activations. Two arrays: 4 + 2 each.
  it.each([
    [1, "new", { copies: 1, rounds: 4, fetchedPerPosition: 11 / 4 }],
    [1, "all", { copies: 1, rounds: 4, fetchedPerPosition: 4 }],
    [2, "new", { copies: 2, rounds: 2, fetchedPerPosition: 12 / 4 }],
    // Three arrays of two positions at the most: two of them have work.
    [3, "new", { copies: 2, rounds: 2, fetchedPerPosition: 12 / 4 }],
    [4, "new", { copies: 4, rounds: 1, fetchedPerPosition: 4 }],
    [99, "all", { copies: 4, rounds: 1, fetchedPerPosition: 4 }],
  ] as const)("%d copies that fetch %s", (copies, fetch, expected) => {
    expect(windowTraffic(square, copies, fetch)).toEqual({ positions: 4, stored: 9, ...expected });
  });

  it("fetches no padding", () => {
    const windows = { positions: 2, gather: Int32Array.of(PADDING, 0, 0, PADDING) };
    expect(windowTraffic({ inputCount: 2, windows }, 1, "new")).toMatchObject({ fetchedPerPosition: 0.5, stored: 1 });
  });

  it("is all inputs once in a layer of one position", () => {
    expect(windowTraffic({ inputCount: 26 }, 8, "new")).toEqual({
      positions: 1,
      copies: 1,
      rounds: 1,
      fetchedPerPosition: 26,
      stored: 26,
    });
  });

  it("is never more than all, nor less than each activation once, and copies leave no position out", () => {
    const layers = fc
      .record({ positions: fc.integer({ min: 1, max: 12 }), inputCount: fc.integer({ min: 1, max: 6 }) })
      .chain(({ positions, inputCount }) =>
        fc
          .array(fc.integer({ min: PADDING, max: 9 }), {
            minLength: positions * inputCount,
            maxLength: positions * inputCount,
          })
          .map((gather) => ({ inputCount, windows: { positions, gather: Int32Array.from(gather) } })),
      );
    fc.assert(
      fc.property(layers, fc.integer({ min: 1, max: 16 }), (layer, wanted) => {
        const some = windowTraffic(layer, wanted, "new");
        const all = windowTraffic(layer, wanted, "all");
        expect(some.fetchedPerPosition).toBeLessThanOrEqual(all.fetchedPerPosition);
        expect(some.fetchedPerPosition * some.positions).toBeGreaterThanOrEqual(some.stored - 1e-9);
        expect(some.copies * some.rounds).toBeGreaterThanOrEqual(some.positions);
        expect((some.copies - 1) * some.rounds).toBeLessThan(some.positions);
      }),
    );
  });
});
