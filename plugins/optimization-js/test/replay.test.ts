import { describe, expect, it } from "vitest";
import { replay } from "../src/replay.ts";
import type { Evaluate } from "../src/replay.ts";

/** Wants the values at 1, at 2 and 3 together, and at their sum. */
function procedure(evaluate: Evaluate): void {
  const [first] = evaluate([[1]]);
  const [second, third] = evaluate([[2], [3]]);
  evaluate([[first! + second! + third!]]);
}

describe("a replayed procedure", () => {
  it.each([
    { known: [], wants: [[1]] },
    { known: [10], wants: [[2], [3]] },
    { known: [10, 20, 30], wants: [[60]] },
    { known: [10, 20, 30, 0], wants: undefined },
  ])("with $known known wants $wants", ({ known, wants }) => {
    expect(replay(known, procedure).wants).toStrictEqual(wants);
  });

  it("hands on what else is thrown", () => {
    const broken = (): void => {
      throw new RangeError("no");
    };
    expect(() => replay([], broken)).toThrow(RangeError);
  });

  it("hands out copies, for a method may move its point on", () => {
    const point = [1];
    const { wants } = replay([], (evaluate) => evaluate([point]));
    point[0] = 2;
    expect(wants).toStrictEqual([[1]]);
  });
});
