import { globSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { expect, it } from "vitest";

const root = join(import.meta.dirname, "..");

/** Files that a file loads from this repository by their paths, and what else it imports by name. */
function importsOf(path: string): { readonly files: string[]; readonly names: string[] } {
  const specifiers = [...readFileSync(path, "utf8").matchAll(/^import (?!type\b)[^"]*"([^"]+)";$/gm)].map(
    ([, specifier]) => specifier!,
  );
  const isFile = (specifier: string): boolean => specifier.startsWith(".");
  return {
    files: specifiers.filter(isFile).map((specifier) => join(dirname(path), specifier)),
    names: specifiers.filter((specifier) => !isFile(specifier)),
  };
}

it("what benchmarks share with tests runs without vitest", () => {
  const loaded = new Set(globSync("bench/**/*.ts", { cwd: root }).map((path) => join(root, path)));
  const wrong: string[] = [];
  for (const path of loaded) {
    const { files, names } = importsOf(path);
    for (const file of files) loaded.add(file);
    if (names.includes("vitest")) wrong.push(relative(root, path));
  }
  expect(loaded.size).toBeGreaterThan(20);
  expect(wrong).toStrictEqual([]);
});
