import type { ResolvedStudy } from "@neurofront/core";
import { describe, expect, it } from "vitest";
import { entrantsOf } from "../../src/compare/entrants.ts";
import { archive, design, twoTechnologies } from "./archives.ts";

const candidates = [design("dwm", 0, 1, 1), design("dwm", 1, 2, 2), design("latch", 0, 3, 1), design("latch", 1, 1, 3)];
const wider = twoTechnologies.map((technology) =>
  technology.name === "dwm"
    ? {
        ...technology,
        inputVoltage_V: { ...technology.inputVoltage_V, range: { low: 0.01, high: 0.2, scale: "log" as const } },
      }
    : technology,
);

describe("entrantsOf", () => {
  it("takes archives that differ in the seed as runs of the same technologies", () => {
    const { entrants, notes } = entrantsOf(
      [
        archive("a", candidates, { seed: 1 }),
        archive("b", candidates, { seed: 2 }),
        archive("c", candidates, { seed: 3 }),
      ],
      "full",
    );
    expect(entrants.map(({ name, runs }) => [name, runs.map(({ seed }) => seed)])).toEqual([
      ["dwm", [1, 2, 3]],
      ["latch", [1, 2, 3]],
    ]);
    expect(notes).toEqual([]);
  });

  it.each<[string, Partial<ResolvedStudy>, string[]]>([
    ["another range of one technology", { technologies: wider }, ["dwm (a)", "latch", "dwm (b)"]],
    ["another budget", { budget: { evaluations: 4 } }, ["dwm (a)", "latch (a)", "dwm (b)", "latch (b)"]],
    ["another engine", { sourceHashes: { engine: "1f" } }, ["dwm (a)", "latch (a)", "dwm (b)", "latch (b)"]],
    ["sources of a plugin nobody uses", { sourceHashes: { engine: "0e0e", "ideal-neuron": "1f" } }, ["dwm", "latch"]],
    ["another title", { title: "The same again" }, ["dwm", "latch"]],
  ])("keeps apart what differs in more than the seed: %s", (_case, change, names) => {
    const { entrants } = entrantsOf(
      [archive("a", candidates), archive("b", candidates, { seed: 2, ...change })],
      "full",
    );
    expect(entrants.map(({ name }) => name)).toEqual(names);
  });

  it("counts the same search once, and says so", () => {
    const { entrants, notes } = entrantsOf([archive("a", candidates), archive("b", candidates)], "full");
    expect(entrants.map(({ runs }) => runs.length)).toEqual([1, 1]);
    expect(notes[0]).toBe("dwm of b is the search of a again (seed 1) and counts once.");
  });

  it("says where a run is not finished", () => {
    const { notes } = entrantsOf([archive("a", candidates, { budget: { evaluations: 3 } })], "full");
    expect(notes).toContain("dwm/full of a holds 2 of 3 candidates: its run is not finished.");
  });
});
