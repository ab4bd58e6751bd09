import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { crossoversOf } from "../../src/compare/crossover.ts";
import type { Stretch } from "../../src/compare/crossover.ts";
import { design, entrant, run } from "./archives.ts";

const all = (): boolean => true;
const accuracy = { metric: "accuracy", kind: "atLeast" } as const;
const delay = { metric: "delay", kind: "atMost" } as const;

describe("crossoversOf", () => {
  // Up to 90 % cheap wins; what it can do is over at 90 %, and dear goes on to 99 %.
  const cheap = entrant("cheap", run([design("cheap", 0, 1, 1, 0.8), design("cheap", 1, 2, 1, 0.9)]));
  const dear = entrant("dear", run([design("dear", 0, 10, 1, 0.99)]));

  it("says up to which accuracy each is best, and what is next at the loose end", () => {
    const { stretches } = crossoversOf([cheap, dear], accuracy, "energy", all);
    expect(stretches).toEqual([
      {
        winner: "cheap",
        to: 0.9,
        value: expect.closeTo(1e-15, 25),
        next: { entrant: "dear", factor: expect.closeTo(10, 9) },
      },
      { winner: "dear", from: 0.9, to: 0.99, value: expect.closeTo(10e-15, 25) },
    ]);
  });

  it("says down to which delay each is best", () => {
    const slow = entrant("slow", run([design("slow", 0, 1, 10), design("slow", 1, 5, 4)]));
    const fast = entrant("fast", run([design("fast", 0, 3, 4), design("fast", 1, 8, 1)]));
    const { stretches } = crossoversOf([slow, fast], delay, "energy", all);
    expect(stretches.map(({ winner, from, to }) => [winner, from, to])).toEqual([
      ["slow", undefined, 10e-9],
      ["fast", 10e-9, 1e-9],
    ]);
  });

  it("has no stretch where nobody has a design", () => {
    expect(crossoversOf([entrant("none", run([]))], accuracy, "energy", all).stretches).toEqual([]);
    expect(crossoversOf([cheap, dear], accuracy, "energy", () => false).stretches).toEqual([]);
  });

  it("tells how far the crossover moves with the runs", () => {
    const runs = [0.85, 0.88, 0.91, 0.94].map((reached) => run([design("cheap", 0, 1, 1, reached)]));
    const { stretches } = crossoversOf([entrant("cheap", ...runs), dear], accuracy, "energy", all);
    const [first] = stretches;
    expect(first!.to).toBe(0.94);
    expect(first!.toOverRuns!.high).toBe(0.94);
    expect(first!.toOverRuns!.low).toBeLessThan(0.94);
    expect(first!.toOverRuns!.low).toBeGreaterThanOrEqual(0.85);
    expect(stretches[1]).not.toHaveProperty("from", 0.85);
  });

  it("agrees with looking up every bound", () => {
    const level = fc.integer({ min: 1, max: 12 });
    const player = fc.array(fc.tuple(level, level), { maxLength: 8 });
    fc.assert(
      fc.property(fc.array(player, { minLength: 1, maxLength: 4 }), (players) => {
        const entrants = players.map((points, index) =>
          entrant(
            `p${index}`,
            run(points.map(([reached, energy], id) => design(`p${index}`, id, energy, 1, reached / 20))),
          ),
        );
        const { stretches } = crossoversOf(entrants, accuracy, "energy", all);
        for (let bound = 0.5; bound <= 13; bound += 0.5) {
          const stretch = stretches.find((each) => isIn(each, bound / 20));
          const costs = players.map((points) =>
            Math.min(...points.filter(([reached]) => reached / 20 >= bound / 20).map(([, energy]) => energy)),
          );
          const found = stretch === undefined ? Infinity : costs[Number(stretch.winner.slice(1))];
          expect(found).toBe(Math.min(...costs));
        }
      }),
    );
  });
});

function isIn({ from, to }: Stretch, bound: number): boolean {
  return bound <= to && (from === undefined || bound > from);
}
