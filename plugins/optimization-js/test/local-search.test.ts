import { defaultsOf } from "@neurofront/core";
import type { SearchProblem } from "@neurofront/core";
import { describe, expect, it } from "vitest";
import { localSearch } from "../src/local-search.ts";
import { searched } from "./searched.ts";
import type { Answer } from "./searched.ts";

const problem = (seed: number): SearchProblem => ({
  dimensions: [{ kind: "real" }, { kind: "real" }, { kind: "real" }],
  objectiveCount: 1,
  evaluations: 3000,
  seed,
});
const answer = (value: number, violation = 0): Answer => ({ status: "ok", objectives: [value], violation });
const bowl = (x: Float64Array): number => x.reduce((sum, value, k) => sum + (k + 1) * (value - 0.4) ** 2, 0);
const settingsOf = (method: "powell" | "gradient-descent" | "l-bfgs") => ({
  ...defaultsOf(localSearch.parameters),
  method,
});

describe.each(["powell", "gradient-descent", "l-bfgs"] as const)("%s", (method) => {
  // At most 5e-7, 3e-9 and 9e-14 were measured: the methods stop at slopes of 1e-2, 1e-3 and 1e-5. Energies of devices are small values.
  it.each([
    { what: "a bowl", scale: 1 },
    { what: "a bowl of small values", scale: 1e-15 },
  ])("comes down in $what", ({ scale }) => {
    for (const seed of [1, 2, 3]) {
      const found = searched(localSearch, settingsOf(method), problem(seed), (x) => answer(scale * bowl(x)));
      expect(Math.min(...found.map(({ objectives }) => objectives[0]! / scale)), `seed ${seed}`).toBeLessThan(1e-6);
    }
  });

  it("stays within the cube and goes on where designs are impossible or break rules", () => {
    const found = searched(localSearch, settingsOf(method), problem(1), (x) => {
      if (x[0]! < 0.3) return { status: "impossible", objectives: [], violation: 0.3 - x[0]! };
      return answer(x[0]! + x[1]!, Math.max(0, 0.2 - x[1]!));
    });
    expect(found.every(({ coordinates }) => coordinates.every((x) => x >= 0 && x < 1))).toBe(true);
    expect(found.some(({ status, violation }) => status === "ok" && violation === 0)).toBe(true);
  });

  it("begins at what was evaluated before when that is best", () => {
    const coordinates = Float64Array.of(0.4, 0.41, 0.4);
    const evaluatedBefore = [{ coordinates, score: { id: 0, ...answer(bowl(coordinates)) } }];
    const found = searched(localSearch, settingsOf(method), { ...problem(1), evaluatedBefore, evaluations: 14 }, (x) =>
      answer(bowl(x)),
    );
    expect([...found[13]!.coordinates]).toStrictEqual([...coordinates]);
  });

  it("tells in the log how its runs end", () => {
    const optimizer = localSearch.create(settingsOf(method), problem(1));
    const notes: string[] = [];
    for (let done = 0; done < 2000;) {
      const batch = optimizer.ask(100);
      done += batch.length;
      optimizer.tell(batch.map(({ id, coordinates }) => ({ id, ...answer(bowl(coordinates)) })));
      notes.push(...(optimizer.takeNotes?.() ?? []));
    }
    expect(notes[0]).toMatch(/^Run 1 of .* of optimization-js, from a new start, (came to rest|is given up|ran away)/u);
  });
});

it.each([
  [
    "two objectives",
    { objectiveCount: 2 },
    "Local methods of optimization-js minimises at most 1 objective, and there are 2",
  ],
  [
    "a category",
    { dimensions: [{ kind: "category", count: 2 }] },
    "Local methods of optimization-js searches real parameters only, not choices",
  ],
  ["constraints", { constrained: true }, "Local methods of optimization-js keeps no constraints"],
] as const)("refuses %s", (_what, change, message) => {
  expect(() => localSearch.create(settingsOf("powell"), { ...problem(1), ...change })).toThrow(message);
});
