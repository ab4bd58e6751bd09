import type { Score } from "@neurofront/core";
import fc from "fast-check";
import { expect, it } from "vitest";
import { scoreOrder } from "../src/score-order.ts";

const ok = (objective: number, violation = 0): Score => ({ id: 0, status: "ok", objectives: [objective], violation });
const impossible = (violation: number): Score => ({ id: 0, status: "impossible", objectives: [], violation });

// From best to worst.
const LADDER: readonly Score[] = [
  ok(-Number.MAX_VALUE),
  ok(-1),
  ok(-5e-324),
  ok(0),
  ok(5e-324),
  ok(1),
  ok(1 + 2 ** -52),
  ok(Number.MAX_VALUE),
  ok(-1, 5e-324),
  ok(-1, 0.1),
  ok(-7, 1e300),
  impossible(0),
  impossible(0.1),
  impossible(Infinity),
];

it.each(LADDER.slice(1).map((worse, index) => [LADDER[index]!, worse] as const))("%o is better than %o", (a, b) => {
  expect(scoreOrder(a) < scoreOrder(b)).toBe(true);
});

it("keeps the order of all finite objectives, zeros of both signs being equal", () => {
  const number = fc.double({ noNaN: true, noDefaultInfinity: true });
  fc.assert(
    fc.property(number, number, (a, b) => {
      expect(scoreOrder(ok(a)) < scoreOrder(ok(b))).toBe(a < b);
      expect(scoreOrder(ok(a)) === scoreOrder(ok(b))).toBe(a === b);
    }),
  );
});
