import { randomAt } from "@neurofront/core";
import { describe, expect, it } from "vitest";
import { libraryWith } from "../src/library.ts";

function mutants(seed: number, count: number): number[][] {
  const random = randomAt(seed);
  const library = libraryWith(() => random.uniform());
  const search = library.OMGOptimizer(library.Space([library.Real(0, 1), library.Integer(0, 9)]), 3, 0.1);
  return Array.from({ length: count }, (_, k) => {
    const point = search.ask();
    search.tell([point], [BigInt(k)]);
    // Arrays of another realm are not strictly equal to ours.
    return Array.from(point);
  });
}

describe("the library in a realm of its own", () => {
  it("draws from the stream it is given and from nothing else", () => {
    expect(mutants(1, 40)).toStrictEqual(mutants(1, 40));
    expect(mutants(1, 40)).not.toStrictEqual(mutants(2, 40));
  });

  it("leaves Math.random and the global variables of the process alone", () => {
    const [random, names] = [Math.random, Object.getOwnPropertyNames(globalThis)];
    mutants(1, 40);
    expect(Math.random).toBe(random);
    expect(Object.getOwnPropertyNames(globalThis)).toStrictEqual(names);
  });

  it("does not let two searches disturb each other", () => {
    const alone = mutants(5, 30);
    const [first, second] = [randomAt(5), randomAt(6)];
    const libraries = [libraryWith(() => first.uniform()), libraryWith(() => second.uniform())];
    const searches = libraries.map((library) =>
      library.OMGOptimizer(library.Space([library.Real(0, 1), library.Integer(0, 9)]), 3, 0.1),
    );
    const found: number[][] = [];
    for (let k = 0; k < 30; k++)
      for (const [index, search] of searches.entries()) {
        const point = search.ask();
        search.tell([point], [BigInt(k)]);
        if (index === 0) found.push(Array.from(point));
      }
    expect(found).toStrictEqual(alone);
  });
});
