import { randomAt } from "@neurofront/core";
import { describe, expect, it } from "vitest";
import { niched } from "../../src/nsga3/niching.ts";
import { dasDennis } from "../../src/nsga3/reference-directions.ts";

const directions = dasDennis(2, 2);
const random = () => randomAt("niching");

describe("niching", () => {
  it("serves the directions that have nothing first, each by its nearest point", () => {
    const last = [
      [1, 0.2],
      [1, 0.01],
      [0.5, 0.5],
      [0.4, 0.6],
    ];
    expect(niched([[0, 1]], last, directions, 2, random()).toSorted((a, b) => a - b)).toStrictEqual([1, 2]);
  });

  it("goes on with any point where every direction is served, until the room is full", () => {
    const last = Array.from({ length: 9 }, (_, k) => [k / 8, 1 - k / 8]);
    const chosen = niched([], last, directions, 9, random());
    expect(chosen.toSorted((a, b) => a - b)).toStrictEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
    const three = niched([], last, directions, 3, random());
    expect(three.toSorted((a, b) => a - b)).toStrictEqual([0, 4, 8]);
  });
});
