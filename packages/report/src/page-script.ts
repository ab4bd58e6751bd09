import { readFileSync } from "node:fs";
import { extname } from "node:path";
import { fileURLToPath } from "node:url";
import { withoutTypes } from "./without-types.ts";

/** Files of the script, each after those that it imports from. */
const PARTS = [
  "design-data",
  "element",
  "tooltip",
  "explanations",
  "selection",
  "brush",
  "walk",
  "filters",
  "save-buttons",
  "contents",
  "main",
] as const;

let script: string | undefined;

/**
 * The script that makes figures of any page work: tips, explanations, brushing, filters and saving. It needs the marks of
 * the figures with `data-c`, and the page's elements `script.design-data` and `script.explanations`.
 *
 * The parts are modules of their own and stand in one block here: imports between them are left out, because a name means the
 * same in all of them.
 */
export function pageScript(): string {
  script ??= `"use strict";{\n${PARTS.map((name) => partText(name)).join("\n")}\n}`;
  return script;
}

/** From a built package the part is JavaScript already. */
function partText(name: string): string {
  const path = fileURLToPath(new URL(`client/${name}${extname(import.meta.url)}`, import.meta.url));
  const text = readFileSync(path, "utf8");
  const code = path.endsWith(".ts") ? withoutTypes(text) : text;
  return code
    .replaceAll(/^import [^;]*;$/gm, "")
    .replaceAll(/^export (?=async |function |const |let )/gm, "")
    .replaceAll(/^export \{\};$/gm, "")
    .replaceAll(/^\s*\/\*\*[\s\S]*?\*\/$/gm, "")
    .replaceAll(/^\/\/# sourceMappingURL=.*$/gm, "")
    .replaceAll(/[^\S\n]+$/gm, "")
    .replaceAll(/\n{2,}/g, "\n");
}
