import { expect, it } from "vitest";
import { textTable } from "../src/text-table.ts";

const head = ["name", "value", "meaning of it"];
const rows = [
  ["length", "60 nm", "length of the free domain, the way the wall must go"],
  ["width", "120 nm", "width"],
];

it("lines columns up, numbers at their right end", () => {
  expect(
    textTable(
      ["name", "value"],
      [
        ["a", "1 nm"],
        ["bcd", "10 nm"],
      ],
      { right: [1] },
    ),
  ).toBe(["name  value", "----  -----", "a      1 nm", "bcd   10 nm"].join("\n"));
});

it.each([40, 50, 60, 79])("keeps every line within %d characters and breaks no word and no number", (width) => {
  const lines = textTable(head, rows, { right: [1], width }).split("\n");
  expect(lines.every((line) => line.length <= width)).toBe(true);
  const text = lines.join(" ");
  for (const word of "length free domain, wall must 60_nm 120_nm".split(" "))
    expect(text).toContain(word.replace("_", " "));
});

it("stays as wide as it needs without a width", () => {
  expect(textTable(head, rows).split("\n")).toHaveLength(4);
});

it("writes each row as a block where the columns do not fit", () => {
  const table = textTable(
    ["plugin", "role", "title"],
    [["lateral-spin-valve-neuron", "neuron", "Lateral spin valve"]],
    {
      width: 26,
    },
  );
  expect(table).toBe(
    ["lateral-spin-valve-neuron", "  role   neuron", "  title  Lateral spin", "         valve"].join("\n"),
  );
});
