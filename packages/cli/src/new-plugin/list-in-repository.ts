import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** A plugin of the repository as its lists name it. */
interface Listed {
  /** Folder below `plugins/`, and id. */
  readonly name: string;
  /** Variable that holds the plugin. */
  readonly variable: string;
}

/** The files in which a plugin that ships is listed, and what each becomes. */
const LISTS: Readonly<Record<string, (text: string, plugin: Listed) => string>> = {
  "packages/cli/package.json": withDependency,
  "packages/cli/tsconfig.json": withReference,
  "packages/cli/src/composition.ts": withRow,
};

/**
 * List a plugin of neurofront's own repository, so that it ships: what depends on it, what its build waits for, what the catalog holds.
 *
 * @param root of the repository
 * @returns the files that changed, relative to the root
 */
export function listInRepository(root: string, plugin: Listed): string[] {
  const changed = Object.entries(LISTS).map(([file, listed]) => {
    const path = join(root, file);
    return { file, path, text: listed(readFileSync(path, "utf8"), plugin) };
  });
  for (const { path, text } of changed) writeFileSync(path, text);
  return changed.map(({ file }) => file);
}

function withDependency(text: string, { name }: Listed): string {
  const manifest = JSON.parse(text) as { dependencies: Record<string, string> };
  const all = { ...manifest.dependencies, [`@neurofront/${name}`]: "workspace:*" };
  const dependencies = Object.fromEntries(Object.entries(all).toSorted(([a], [b]) => (a < b ? -1 : 1)));
  return `${JSON.stringify({ ...manifest, dependencies }, undefined, 2)}\n`;
}

function withReference(text: string, { name }: Listed): string {
  const settings = JSON.parse(text) as { references: { path: string }[] };
  const path = `../../plugins/${name}`;
  const others = settings.references.filter((reference) => reference.path !== path);
  return `${JSON.stringify({ ...settings, references: [...others, { path }] }, undefined, 2)}\n`;
}

/** An import after the last plugin's, a row after the last one's. */
function withRow(text: string, { name, variable }: Listed): string {
  const lines = text.split("\n");
  const quoted = JSON.stringify(`@neurofront/${name}`);
  const row = `  [${variable}, import.meta.resolve(${quoted})],`;
  if (lines.includes(row)) return text;
  const lastImport = lines.findLastIndex((line) => /^import \w+ from "@neurofront\//u.test(line));
  const lastRow = lines.findLastIndex((line) => /^ {2}\[\w+, import\.meta\.resolve\("@neurofront\//u.test(line));
  if (lastImport < 0 || lastRow < lastImport)
    throw new Error("the list of plugins that ship was not found in composition.ts");
  return lines
    .toSpliced(lastRow + 1, 0, row)
    .toSpliced(lastImport + 1, 0, `import ${variable} from ${quoted};`)
    .join("\n");
}
