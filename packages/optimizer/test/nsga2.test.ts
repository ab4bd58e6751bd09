import { defaultsOf } from "@neurofront/core";
import type { Dimension, Score } from "@neurofront/core";
import { describe, expect, it } from "vitest";
import { automaticPopulation, nsga2 } from "../src/nsga2.ts";
import { technologies } from "../src/problems/technologies.ts";
import { pointCount } from "../src/space.ts";
import { problemOf, search } from "./search.ts";

const defaults = defaultsOf(nsga2.parameters);

describe("NSGA-II", () => {
  const dimensions: Dimension[] = [
    { kind: "category", count: 3 },
    { kind: "integer", count: 7 },
    { kind: "integer", count: 5 },
  ];
  const objectives = ([a, b, c]: Float64Array) => [a! + b! ** 2, (b! - 1) ** 2 + c!];
  const textsOf = (evaluations: number) =>
    search(nsga2, { dimensions, objectiveCount: 2, evaluations, seed: 1 }, (point) => ({
      status: "ok",
      objectives: objectives(point),
      violation: 0,
    })).map(({ coordinates }) => coordinates.join());

  it("goes through a whole finite space before it repeats a design, and then goes on", () => {
    expect(pointCount(dimensions)).toBe(105);
    const texts = textsOf(130);
    expect(new Set(texts.slice(0, 105)).size).toBe(105);
    expect(texts).toHaveLength(130);
  });

  it("never repeats a design of a mixed space", () => {
    const told = search(nsga2, problemOf(technologies, 2500, 1), technologies.evaluate);
    expect(new Set(told.map(({ coordinates }) => coordinates.join())).size).toBe(2500);
  });

  it("repeats the only design of an empty space", () => {
    const told = search(nsga2, { dimensions: [], objectiveCount: 1, evaluations: 5, seed: 1 }, () => ({
      status: "ok",
      objectives: [1],
      violation: 0,
    }));
    expect(told).toHaveLength(5);
  });

  it("asks at most for the rest of a generation, and waits for its scores", () => {
    const optimizer = nsga2.create({ ...defaults, population: 8 }, problemOf(technologies, 10, 1));
    expect(optimizer.ask(5)).toHaveLength(5);
    expect(optimizer.ask(5)).toHaveLength(3);
    expect(optimizer.ask(1)).toStrictEqual([]);
    const score = (id: number): Score => ({ id, status: "ok", objectives: [id, -id], violation: 0 });
    optimizer.tell([6, 1, 2, 3, 4, 5, 0].map(score));
    expect(optimizer.ask(1)).toStrictEqual([]);
    optimizer.tell([score(7)]);
    expect(optimizer.ask(100).map(({ id }) => id)).toStrictEqual([8, 9, 10, 11, 12, 13, 14, 15]);
  });

  it("starts with four populations where the budget allows", () => {
    const first = (population: number, evaluations: number) =>
      nsga2.create({ ...defaults, population }, problemOf(technologies, evaluations, 1)).ask(10_000).length;
    expect(first(20, 2500)).toBe(80);
    expect(first(20, 500)).toBe(50);
    expect(first(20, 100)).toBe(20);
  });

  it("grows the automatic population with the root of the budget", () => {
    expect([1, 500, 2500, 10_000, 25_000, 1e6].map(automaticPopulation)).toStrictEqual([12, 12, 20, 40, 64, 100]);
  });

  it("works at the ends of every setting", () => {
    for (const [name, parameter] of Object.entries(nsga2.parameters)) {
      for (const value of [parameter.low, parameter.high]) {
        const optimizer = nsga2.create({ ...defaults, [name]: value }, problemOf(technologies, 300, 1));
        let told = 0;
        while (told < 300) {
          const batch = optimizer.ask(300 - told);
          expect(batch.every(({ coordinates }) => coordinates.every((x) => x >= 0 && x < 1))).toBe(true);
          if (told + batch.length < 300)
            optimizer.tell(batch.map(({ id, coordinates }) => ({ id, ...technologies.evaluate(coordinates) })));
          told += batch.length;
        }
      }
    }
  });

  it("works with a population of one", () => {
    const optimizer = nsga2.create({ ...defaults, population: 1 }, problemOf(technologies, 40, 1));
    for (let told = 0; told < 40;) {
      const batch = optimizer.ask(40 - told);
      optimizer.tell(batch.map(({ id, coordinates }) => ({ id, ...technologies.evaluate(coordinates) })));
      told += batch.length;
    }
    expect(optimizer.ask(5)).toHaveLength(1);
  });
});
