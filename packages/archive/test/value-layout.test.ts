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

  it.each([
    ["no JSON", "{", "JSON"],
    ["a key that would be a prototype", '{"a":{"__proto__":{"polluted":1}}}', "a key that no object of ours has"],
    ["endless nesting", "[".repeat(100) + "]".repeat(100), "nested too deep"],
  ])("refuses %s", (_, text, message) => {
    expect(() => new ValueLayout(text)).toThrow(message);
  });
});
