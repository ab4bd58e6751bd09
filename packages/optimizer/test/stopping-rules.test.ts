import { describe, expect, it } from "vitest";
import { archiveStall, hypervolumeReached, hypervolumeStall } from "../src/stopping-rules.ts";
import type { StoppingRule } from "../src/stopping-rules.ts";

/** Evaluations at which a rule ends a search that is told every 100 evaluations, and what it says. */
function endOf(rule: StoppingRule, hypervolumes: readonly number[], entries: readonly number[] = hypervolumes) {
  for (const [k, hypervolume] of hypervolumes.entries()) {
    const reason = rule({ evaluations: 100 * (k + 1), hypervolume, archiveEntries: entries[k]! });
    if (reason !== undefined) return [100 * (k + 1), reason];
  }
  return undefined;
}

describe("stopping rules", () => {
  it("hypervolume stall counts from the last gain that was large enough", () => {
    const rule = () => hypervolumeStall({ evaluations: 300, relativeGain: 0.1 });
    expect(endOf(rule(), [1, 2, 2.1, 2.15, 2.19, 3])).toStrictEqual([
      500,
      "the hypervolume grew by less than 0.1 of itself in 300 evaluations",
    ]);
    // Many small gains are a large one together.
    expect(endOf(rule(), [1, 1.06, 1.12, 1.18, 1.25, 1.32, 1.4])).toBeUndefined();
    expect(endOf(rule(), [0, 0, 0, 0, 1])).toStrictEqual([
      400,
      "the hypervolume grew by less than 0.1 of itself in 300 evaluations",
    ]);
  });

  it("archive stall counts from the last entry", () => {
    expect(endOf(archiveStall({ evaluations: 200 }), [0, 0, 0, 0, 0], [1, 5, 5, 6, 6])).toBeUndefined();
    expect(endOf(archiveStall({ evaluations: 200 }), [0, 0, 0, 0], [1, 5, 5, 5])).toStrictEqual([
      400,
      "nothing entered the front in 200 evaluations",
    ]);
  });

  it("a target ends as soon as it is reached", () => {
    expect(endOf(hypervolumeReached({ hypervolume: 2 }), [1, 1.9, 2, 3])).toStrictEqual([
      300,
      "the hypervolume is 2, at least 2 was wanted",
    ]);
  });
});
