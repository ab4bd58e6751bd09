import { expect, it } from "vitest";
import { commentText, elementText } from "../src/spice-text.ts";

it.each([
  ["a plain line", "two words", "* two words"],
  ["a command behind a line feed", "title\n.control\nshell rm -r x", "* title .control shell rm -r x"],
  ["a carriage return and a separator", "a\r.end\u2028b", "* a .end b"],
  ["nothing", "", "*"],
])("keeps %s within one comment", (_what, text, expected) => {
  expect(commentText(text)).toBe(expected);
});

it("continues a long line at its spaces, with nothing lost", () => {
  const line = ["Xarray", ...Array.from({ length: 200 }, (_, k) => `r${k}`), "crossbar"].join(" ");
  const pieces = elementText(line).split("\n");
  expect(pieces.length).toBeGreaterThan(5);
  for (const piece of pieces) expect(piece.length).toBeLessThanOrEqual(122);
  expect(pieces.map((piece, k) => (k === 0 ? piece : piece.replace(/^\+ /u, ""))).join(" ")).toBe(line);
});
