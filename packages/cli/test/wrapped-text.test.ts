import { expect, it } from "vitest";
import { wrapText } from "../src/wrapped-text.ts";

it.each([
  ["one two three", 8, "", "one two\nthree"],
  ["one two three", 8, "  ", "one two\n  three"],
  ["first\nsecond line", 7, "", "first\nsecond\nline"],
  ["incompressible word", 5, "", "incompressible\nword"],
  ["  indented words here", 12, "    ", "  indented\n    words\n    here"],
  ["", 5, "", ""],
])("wraps %j at %d", (text, columns, indent, wrapped) => {
  expect(wrapText(text, columns, indent)).toBe(wrapped);
});

it("leaves text whole where there is no terminal", () => {
  expect(wrapText("one two three", undefined)).toBe("one two three");
});
