import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, expect, it } from "vitest";
import { listInRepository } from "../../src/new-plugin/list-in-repository.ts";
import { scratchFolder } from "../plugins/files.ts";

const folder = scratchFolder();
const LISTS = ["packages/cli/package.json", "packages/cli/tsconfig.json", "packages/cli/src/composition.ts"] as const;
const repository = join(import.meta.dirname, "../../../..");

const read = (root: string): string[] => LISTS.map((file) => readFileSync(join(root, file), "utf8"));

beforeEach(() => {
  mkdirSync(folder.path, { recursive: true });
  for (const file of LISTS) folder.write(file, readFileSync(join(repository, file), "utf8"));
});

it("adds one line to each list, an import and a row to the composition, and nothing else", () => {
  const before = read(folder.path);
  expect(listInRepository(folder.path, { name: "aa-neuron", variable: "aaNeuron" })).toEqual(LISTS);
  const [manifest, settings, composition] = read(folder.path).map((text, index) => {
    const earlier = new Set(before[index]!.split("\n"));
    return text.split("\n").filter((line) => !earlier.has(line));
  });
  expect(manifest).toEqual(['    "@neurofront/aa-neuron": "workspace:*",']);
  expect(settings).toEqual(['      "path": "../../plugins/aa-neuron"']);
  expect(composition).toEqual([
    'import aaNeuron from "@neurofront/aa-neuron";',
    '  [aaNeuron, import.meta.resolve("@neurofront/aa-neuron")],',
  ]);
});

it("lists a plugin once, however often it is asked", () => {
  listInRepository(folder.path, { name: "aa-neuron", variable: "aaNeuron" });
  const once = read(folder.path);
  listInRepository(folder.path, { name: "aa-neuron", variable: "aaNeuron" });
  expect(read(folder.path)).toEqual(once);
});

it("refuses a composition without the list", () => {
  folder.write("packages/cli/src/composition.ts", "export {};\n");
  expect(() => listInRepository(folder.path, { name: "aa-neuron", variable: "aaNeuron" })).toThrow("was not found");
});
