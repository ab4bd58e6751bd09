import { expect, it } from "vitest";
import { latexText } from "../src/latex-text.ts";

it.each([
  ["10 % & more_$#", "10 \\% \\& more\\_\\$\\#"],
  ["\\input{x}", "\\textbackslash{}input\\textbraceleft{}x\\textbraceright{}"],
  ["a\n\n b~c^d", "a b\\textasciitilde{}c\\textasciicircum{}d"],
  ["Žutić, µ", "Žutić, µ"],
])("prints %j as %s", (text, expected) => {
  expect(latexText(text)).toBe(expected);
});
