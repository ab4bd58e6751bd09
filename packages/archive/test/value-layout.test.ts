import { describe, expect, it } from "vitest";
import { ValueLayout, layoutText } from "../src/value-layout.ts";

describe("a layout", () => {
  it("parts a value into what it shares and what it does not, and puts it together again", () => {
    const value = { metrics: { delay: 1e-9 }, message: "first", list: [0.25, 1e-9], isOk: true };
    const layout = new ValueLayout(layoutText(value));
    expect(layout.text).toBe('{"metrics":{"delay":1e-9},"message":"","list":[0.25,1e-9],"isOk":true}');
    expect([...layout.twins]).toStrictEqual([-1, -1, 0]);
    const other = { ...value, metrics: { delay: Number.NaN }, message: "second" };
    const content = layout.contentOf(other)!;
    expect([...content.numbers]).toStrictEqual([Number.NaN, 0.25, 1e-9]);
    expect(content.messages).toStrictEqual(["second"]);
    expect(layout.valueOf(content)).toStrictEqual(other);
    expect(layout.keys.map((_, place) => layout.memberOf(content, place))).toStrictEqual(Object.values(other));
  });

  it("shares frozen objects between values that follow each other, where they are the same", () => {
    const value = (part: number, other: number, message = "") => ({
      parts: { one: { a: part, b: -0 }, two: { a: Number.NaN, list: [other] } },
      told: { message },
    });
    type Value = ReturnType<typeof value>;
    const layout = new ValueLayout(layoutText(value(1, 2)));
    const given = [value(1, 2), value(1, 3), value(1, 3, "same"), value(0, 3), value(-0, 3), value(1, 2)];
    const made = given.map((one) => layout.sharedValueOf(layout.contentOf(one)!) as Value);
    expect(made).toStrictEqual(given);
    const isShared = (of: (one: Value) => unknown) => made.slice(1).map((one, k) => of(one) === of(made[k]!));
    expect(isShared(({ parts }) => parts)).toStrictEqual([false, true, false, false, false]);
    expect(isShared(({ parts }) => parts.one)).toStrictEqual([true, true, false, false, false]);
    expect(isShared(({ parts }) => parts.two)).toStrictEqual([false, true, true, true, false]);
    expect(isShared(({ told }) => told)).toStrictEqual([false, false, false, false, false]);
    for (const { parts } of made)
      for (const object of [parts, parts.one, parts.two, parts.two.list]) expect(object).toSatisfy(Object.isFrozen);
    // What was made in between is nobody else's, and as it was.
    const [own, again] = [
      layout.valueOf(layout.contentOf(given[0])!),
      layout.sharedValueOf(layout.contentOf(given[0])!),
    ];
    expect(own).toStrictEqual(given[0]);
    expect(own).not.toSatisfy(Object.isFrozen);
    expect(again).toStrictEqual(given[0]);
  });

  it.each([
    ["no JSON", "{", "JSON"],
    ["a key that would be a prototype", '{"a":{"__proto__":{"polluted":1}}}', "a key that no object of ours has"],
    ["endless nesting", "[".repeat(100) + "]".repeat(100), "nested too deep"],
  ])("refuses %s", (_, text, message) => {
    expect(() => new ValueLayout(text)).toThrow(message);
  });
});
