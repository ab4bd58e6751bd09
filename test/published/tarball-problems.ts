import { existsSync, globSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";

interface Manifest {
  readonly name: string;
  readonly license?: string;
  readonly exports?: unknown;
  readonly imports?: unknown;
  readonly bin?: Readonly<Record<string, string>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
}

/** Where one module names another: imports of every kind, and addresses beside the module. */
const SPECIFIER =
  /\b(?:from|import)\s*["']([^"'\s]+)["']|\b(?:import|import\.meta\.resolve|require)\s*\(\s*["']([^"'\s]+)["']|\bnew URL\(\s*["']([^"']+)["'],\s*import\.meta\.url/gu;

/**
 * What is wrong with a package as it would be published: what an installation would miss, and what it should not contain.
 *
 * @param folder the unpacked tarball
 */
export function tarballProblems(folder: string): string[] {
  const manifest = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as Manifest;
  const files = globSync("**", { cwd: folder, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
  return [
    ...manifestProblems(manifest, files),
    ...contentProblems(files),
    ...files
      .filter((file) => /^(?:dist|bin)\/.*\.(?:js|d\.ts)$/u.test(file))
      .flatMap((file) => moduleProblems(folder, file, manifest)),
    ...files.filter((file) => file.endsWith(".js.map")).flatMap((file) => mapProblems(folder, file)),
  ];
}

function manifestProblems(manifest: Manifest, files: readonly string[]): string[] {
  const versions = Object.entries({ ...manifest.dependencies, ...manifest.peerDependencies });
  const exported = targets(manifest.exports);
  return [
    ...(manifest.license === "MIT" ? [] : ["package.json states no licence"]),
    ...versions
      .filter(([, version]) => /^(?:workspace|catalog|link|file):/u.test(version))
      .map(([name, version]) => `depends on ${name} "${version}", which only its own workspace knows`),
    ...[...exported, ...targets(manifest.imports), ...Object.values(manifest.bin ?? {})]
      .filter((target) => !files.includes(normalize(target)))
      .map((target) => `package.json names ${target}, which is not packed`),
    ...(exported.some((target) => target.endsWith(".js")) ? [] : ["exports no JavaScript"]),
    ...exported
      .filter((target) => target.endsWith(".js") && !exported.includes(target.replace(/\.js$/u, ".d.ts")))
      .map((target) => `exports ${target} without types`),
  ];
}

/** Every file that `exports` or `imports` names. */
function targets(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(targets) : [];
}

function contentProblems(files: readonly string[]): string[] {
  return [
    ...["LICENSE", "README.md"].filter((file) => !files.includes(file)).map((file) => `holds no ${file}`),
    ...files
      .filter((file) => !file.startsWith("templates/"))
      .filter((file) => /^(?:src|test)\/|(?<!\.d)\.ts$|\.tsbuildinfo$|\.d\.ts\.map$/u.test(file))
      .map((file) => `holds ${file}`),
  ];
}

function moduleProblems(folder: string, file: string, manifest: Manifest): string[] {
  const code = readFileSync(join(folder, file), "utf8").replaceAll(/^\s*(?:\/\/|\/?\*).*$/gmu, "");
  const named = [...code.matchAll(SPECIFIER)].map((match) => match[1] ?? match[2] ?? match[3]!);
  const listed = new Set([
    manifest.name,
    ...Object.keys(manifest.dependencies ?? {}),
    ...Object.keys(manifest.peerDependencies ?? {}),
  ]);
  return named.flatMap((specifier) => {
    // Parts of Node, names of the package's own, and texts that are put together.
    if (/^(?:node:|#)|\$\{/u.test(specifier)) return [];
    // Declarations keep the .ts of a neighbour; the compiler reads .d.ts for it.
    const beside = join(folder, dirname(file), specifier.replace(/(?<!\.d)\.ts$/u, ".d.ts"));
    if (specifier.startsWith(".")) return existsSync(beside) ? [] : [`${file} needs ${specifier}, which is not packed`];
    const name = specifier.split("/", specifier.startsWith("@") ? 2 : 1).join("/");
    const types = `@types/${name}`;
    return listed.has(name) || listed.has(types) ? [] : [`${file} imports ${name}, which package.json does not list`];
  });
}

/** Sources are not packed, so the maps must hold their text; a path of the machine that built them is of no use elsewhere. */
function mapProblems(folder: string, file: string): string[] {
  const map = JSON.parse(readFileSync(join(folder, file), "utf8")) as {
    readonly sources: readonly string[];
    readonly sourcesContent?: readonly string[];
  };
  return [
    ...(map.sourcesContent?.length === map.sources.length ? [] : [`${file} does not hold the text of its source`]),
    ...map.sources.filter((source) => !source.startsWith("../")).map((source) => `${file} names ${source}`),
  ];
}
