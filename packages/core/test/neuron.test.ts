import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { delay_s } from "../src/neuron.ts";
import type { Phase } from "../src/neuron.ts";

const phase = (name: Phase["phase"], duration_s: number): Phase => ({ phase: name, duration_s, formula: "given" });

describe("delay_s", () => {
  it.each([
    ["no phase", [], 0, 0],
    ["no read", [phase("preset", 1), phase("evaluate", 2)], 3, 3],
    ["a read that hides", [phase("evaluate", 3), phase("read", 2)], 3, 5],
    ["a read that is as long as the rest", [phase("evaluate", 2), phase("read", 2)], 2, 4],
    ["a read that is longer than the rest", [phase("evaluate", 2), phase("read", 5)], 5, 7],
    ["two reads", [phase("read", 2), phase("settle", 3), phase("read", 2), phase("latch", 0.5)], 4, 7.5],
    ["nothing but a read", [phase("read", 2)], 2, 2],
  ])("%s", (_case, phases, overlapped_s, sequential_s) => {
    expect(delay_s(phases, "overlapped")).toBe(overlapped_s);
    expect(delay_s(phases, "sequential")).toBe(sequential_s);
  });

  it("overlapped saves at most half, and never less than nothing", () => {
    const phases = fc.array(
      fc.tuple(
        fc.constantFrom("preset", "settle", "evaluate", "latch", "read"),
        fc.double({ min: 0, max: 1, noNaN: true }),
      ),
    );
    fc.assert(
      fc.property(phases, (list) => {
        const decision = list.map(([name, duration_s]) => phase(name, duration_s));
        const overlapped_s = delay_s(decision, "overlapped");
        const sequential_s = delay_s(decision, "sequential");
        expect(overlapped_s).toBeLessThanOrEqual(sequential_s);
        expect(2 * overlapped_s).toBeGreaterThanOrEqual(sequential_s);
      }),
    );
  });
});
