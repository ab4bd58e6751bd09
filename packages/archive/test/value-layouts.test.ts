import { describe, expect, it } from "vitest";
import { ValueLayouts } from "../src/value-layouts.ts";

/** Layouts over texts that others may have written. */
function over(texts: Map<number, string>) {
  const reads: number[] = [];
  const layouts = new ValueLayouts(
    texts,
    (number) => {
      reads.push(number);
      const text = texts.get(number);
      if (text === undefined) throw new Error(`there is no layout ${number}`);
      return text;
    },
    (number, text) => texts.set(number, text),
  );
  return { layouts, reads };
}

const wide = (keys: number) => Object.fromEntries(Array.from({ length: keys }, (_, k) => [`k${k}`, k]));

describe("layouts", () => {
  it.each([
    ["numbers", { a: 1.5 }, { a: -2 }, true],
    ["numbers without a value", { a: 1.5 }, { a: Number.NaN }, true],
    ["messages", { message: "a" }, { message: "b" }, true],
    ["members that are undefined", { a: 1 }, { a: 1, b: undefined }, true],
    ["texts", { formula: "a" }, { formula: "b" }, false],
    ["keys", { a: 1 }, { b: 1 }, false],
    ["the order of keys", { a: 1, b: 2 }, { b: 2, a: 1 }, false],
    ["lengths", [1], [1, 1], false],
    ["a number and none", { a: 1 }, { a: null }, false],
    ["a list and an object", [1], { 0: 1 }, false],
    ["a message that is a number", { message: "a" }, { message: 1 }, false],
    ["truth", { a: true }, { a: false }, false],
  ])("that differ in %s", (_, a, b, isSame) => {
    const { layouts } = over(new Map());
    const [first, second] = [layouts.layOut(a).number, layouts.layOut(b).number];
    expect(first === second).toBe(isSame);
    expect(layouts.layOut(a).number).toBe(first);
  });

  it("are numbered as they are met, free numbers first, and found again by another reader", () => {
    const texts = new Map<number, string>();
    const { layouts } = over(texts);
    expect([3, 1, 3, 2].map((keys) => layouts.layOut(wide(keys)).number)).toStrictEqual([0, 1, 0, 2]);
    texts.delete(1);
    const again = over(texts).layouts;
    expect([2, 5, 1, 3].map((keys) => again.layOut(wide(keys)).number)).toStrictEqual([2, 1, 3, 0]);
  });

  it("are read but once while few are in use, however many there are", () => {
    const texts = new Map<number, string>();
    const { layouts, reads } = over(texts);
    for (let keys = 0; keys < 300; keys++) layouts.layOut(wide(keys));
    expect(reads).toStrictEqual([]);
    for (let round = 0; round < 5; round++) for (const number of [7, 8, 9]) layouts.layout(number);
    expect(reads).toStrictEqual([7, 8, 9]);
    expect(layouts.layOut(wide(3)).number).toBe(3);
  });

  it("of others are taken as ours, once they are known without a look at the value", () => {
    const theirs = over(new Map()).layouts;
    const { layouts, reads } = over(new Map());
    layouts.layOut(wide(2));
    const known = layouts.layOut(wide(5)).number;
    for (const first of [3, 4]) {
      const taken = layouts.adopt(theirs.layOut({ ...wide(5), k0: first }));
      expect(taken.number).toBe(known);
      expect(taken.layout.valueOf(taken.content)).toStrictEqual({ ...wide(5), k0: first });
    }
    expect(layouts.adopt(theirs.layOut(wide(7))).number).toBe(2);
    expect(layouts.layOut(wide(7)).number).toBe(2);
    // Each by its text, once.
    expect(reads).toStrictEqual([known, 2]);
  });

  it("that nobody wrote are refused", () => {
    expect(() => over(new Map()).layouts.layout(4)).toThrow("there is no layout 4");
  });
});
