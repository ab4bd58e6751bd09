import { describe, expect, it } from "vitest";
import { LETTERS, letterPatterns } from "../src/letters.ts";

/** 25 pixels and the bias. */
const INPUT_COUNT = 26;

const { patterns, labels, count } = letterPatterns();
const row = (letter: number) => patterns.subarray(letter * INPUT_COUNT, (letter + 1) * INPUT_COUNT);

/** Rank by Gaussian elimination with row exchange. */
function rank(matrix: readonly (readonly number[])[]): number {
  const rows = matrix.map((entries) => [...entries]);
  let found = 0;
  for (let column = 0; column < rows[0]!.length && found < rows.length; column++) {
    let pivot = found;
    for (let i = found; i < rows.length; i++)
      if (Math.abs(rows[i]![column]!) > Math.abs(rows[pivot]![column]!)) pivot = i;
    if (Math.abs(rows[pivot]![column]!) < 1e-9) continue;
    [rows[found], rows[pivot]] = [rows[pivot]!, rows[found]!];
    for (let i = found + 1; i < rows.length; i++) {
      const factor = rows[i]![column]! / rows[found]![column]!;
      for (let k = column; k < rows[i]!.length; k++) rows[i]![k]! -= factor * rows[found]![k]!;
    }
    found++;
  }
  return found;
}

describe("the letters", () => {
  it("are 26 bipolar patterns with the bias in the last place", () => {
    expect(count).toBe(26);
    expect(patterns.length).toBe(26 * INPUT_COUNT);
    expect([...labels]).toStrictEqual(Array.from({ length: 26 }, (_, index) => index));
    for (let letter = 0; letter < count; letter++) {
      expect([...row(letter)].every((value) => value === 1 || value === -1)).toBe(true);
      expect(row(letter)[INPUT_COUNT - 1]).toBe(1);
    }
  });

  it("read as letters", () => {
    const drawn = (letter: string) =>
      [0, 5, 10, 15, 20].map((at) =>
        [...row(LETTERS.indexOf(letter)).subarray(at, at + 5)].map((value) => (value > 0 ? "#" : ".")).join(""),
      );
    expect(drawn("A")).toStrictEqual([".###.", "#...#", "#####", "#...#", "#...#"]);
    expect(drawn("F")).toStrictEqual(["#####", "#....", "####.", "#....", "#...."]);
    expect(drawn("Z")).toStrictEqual(["#####", "...#.", "..#..", ".#...", "#####"]);
  });

  it("differ in at least two pixels, and exactly five pairs in no more", () => {
    const closest: string[] = [];
    for (let a = 0; a < count; a++) {
      for (let b = a + 1; b < count; b++) {
        const distance = row(a).filter((value, k) => value !== row(b)[k]).length;
        expect(distance).toBeGreaterThanOrEqual(2);
        if (distance === 2) closest.push(`${LETTERS[a]}-${LETTERS[b]}`);
      }
    }
    expect(closest).toStrictEqual(["D-O", "F-P", "M-N", "N-W", "P-R"]);
  });

  it("have 7 to 16 pixels of ink, 12 on average", () => {
    const ink = Array.from(
      { length: count },
      (_, letter) =>
        row(letter)
          .subarray(0, 25)
          .filter((value) => value > 0).length,
    );
    expect(Math.min(...ink)).toBe(7);
    expect(Math.max(...ink)).toBe(16);
    expect(ink.reduce((sum, pixels) => sum + pixels, 0) / count).toBe(12);
  });

  it("span 25 of 26 dimensions with the bias", () => {
    expect(rank(Array.from({ length: count }, (_, letter) => [...row(letter)]))).toBe(25);
  });
});
