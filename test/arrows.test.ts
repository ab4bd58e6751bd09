import { existsSync, globSync, readFileSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { expect, it } from "vitest";

const root = join(import.meta.dirname, "..");

const PLUGIN = ["core", "physics", "plugin-kit", "training", "optimizer"];

/** Who may use whom. A folder under plugins/ may use what is listed for PLUGIN; cli may use everything. */
const ALLOWED: Record<string, readonly string[]> = {
  core: [],
  physics: [],
  "plugin-kit": ["core"],
  training: ["core", "plugin-kit"],
  system: ["core", "physics"],
  pareto: ["core"],
  optimizer: ["core", "pareto", "plugin-kit"],
  archive: ["core"],
  cache: ["archive"],
  study: ["core", "system", "archive"],
  evaluators: ["core", "archive", "study"],
  report: ["core", "archive", "pareto"],
  spice: ["core"],
  dashboard: ["core", "archive", "report"],
};

const CONTAINER = "inversify";
const COMPOSITION_ROOT = "packages/cli/src/composition.ts";

interface Source {
  readonly path: string;
  readonly text: string;
}

interface Package {
  /** Relative to the root, such as `packages/core`. */
  readonly folder: string;
  readonly name: string;
  /** Names of all packages listed under any kind of dependencies. */
  readonly dependencies: readonly string[];
  readonly sources: readonly Source[];
}

const folderName = (pkg: Package): string => pkg.folder.slice(pkg.folder.lastIndexOf("/") + 1);

function allowed(pkg: Package): readonly string[] | "everything" | undefined {
  if (pkg.folder === "packages/cli") return "everything";
  return pkg.folder.startsWith("plugins/") ? PLUGIN : ALLOWED[folderName(pkg)];
}

/** What a source imports: static, dynamic, type-only, re-exported or resolved. */
function specifiers(text: string): string[] {
  const code = text.replaceAll(/^\s*(?:\/\/|\/?\*).*$/gm, "");
  const pattern =
    /\bfrom\s*["']([^"'$\s]+)["']|\bimport\s*["']([^"']+)["']|\b(?:import|import\.meta\.resolve|require)\s*\(\s*["'`]([^"'`]+)["'`]/g;
  return [...code.matchAll(pattern)].map((match) => match[1] ?? match[2] ?? match[3] ?? "");
}

/** `@scope/name/sub/path` -> `@scope/name`; undefined for a file or a part of Node. */
function packageOf(specifier: string): string | undefined {
  if (/^(?:[./#]|node:)/.test(specifier)) return undefined;
  return specifier
    .split("/")
    .slice(0, specifier.startsWith("@") ? 2 : 1)
    .join("/");
}

function wrongArrows(packages: readonly Package[]): string[] {
  const byName = new Map(packages.map((pkg) => [pkg.name, pkg]));
  const wrong: string[] = [];

  for (const pkg of packages) {
    const may = allowed(pkg);
    if (may === undefined) {
      wrong.push(`${pkg.folder} has no row in the table of test/arrows.test.ts`);
      continue;
    }
    const check = (where: string, name: string): void => {
      const target = byName.get(name);
      if (target === undefined || target === pkg || may === "everything") return;
      if (!may.includes(folderName(target)) || target.folder.startsWith("plugins/")) {
        wrong.push(`${where}: ${pkg.folder} may not use ${target.folder}, only ${may.join(", ") || "nothing"}`);
      }
    };

    for (const name of pkg.dependencies) check(`${pkg.folder}/package.json`, name);
    if (pkg.dependencies.includes(CONTAINER) && pkg.folder !== dirname(dirname(COMPOSITION_ROOT))) {
      wrong.push(`${pkg.folder}/package.json: only ${COMPOSITION_ROOT} may use ${CONTAINER}`);
    }

    for (const { path, text } of pkg.sources) {
      for (const specifier of specifiers(text)) {
        const name = packageOf(specifier);
        if (specifier.startsWith(".") && !join(dirname(path), specifier).startsWith(join(pkg.folder, sep))) {
          wrong.push(`${path}: "${specifier}" leaves ${pkg.folder}`);
        }
        if (name === undefined || name === pkg.name) continue;
        check(path, name);
        if (name === CONTAINER && path !== COMPOSITION_ROOT) {
          wrong.push(`${path}: only ${COMPOSITION_ROOT} may use ${CONTAINER}`);
        } else if (!pkg.dependencies.includes(name)) {
          wrong.push(`${path}: "${name}" is not listed in ${pkg.folder}/package.json`);
        }
      }
    }
  }
  return wrong;
}

function readPackages(): Package[] {
  return globSync("{packages,plugins}/*/package.json", { cwd: root }).map((file): Package => {
    const folder = dirname(file).replaceAll(sep, "/");
    const manifest = JSON.parse(readFileSync(join(root, file), "utf8")) as Record<string, unknown> & { name: string };
    const lists = ["dependencies", "devDependencies", "peerDependencies", "optionalDependencies"];
    const sources = globSync("{src,bin}/**/*.{ts,tsx,js}", { cwd: join(root, folder) })
      .map((path) => `${folder}/${path.replaceAll(sep, "/")}`)
      .filter((path) => !path.includes("/node_modules/"));
    return {
      folder,
      name: manifest.name,
      dependencies: lists.flatMap((list) => Object.keys((manifest[list] as object | undefined) ?? {})),
      sources: sources.map((path) => ({ path, text: readFileSync(join(root, path), "utf8") })),
    };
  });
}

it("every package and every import follows the table of arrows", () => {
  const packages = readPackages();
  expect(packages.length).toBeGreaterThan(1);
  expect(wrongArrows(packages)).toEqual([]);
});

it("every row of the table is a package", () => {
  expect(Object.keys(ALLOWED).filter((name) => !existsSync(join(root, "packages", name)))).toEqual([]);
});

it("each project of the compiler references exactly the packages it depends on", () => {
  const packages = readPackages();
  const byName = new Map(packages.map((pkg) => [pkg.name, pkg]));
  for (const pkg of packages) {
    const config = JSON.parse(readFileSync(join(root, pkg.folder, "tsconfig.json"), "utf8")) as {
      references?: { path: string }[];
    };
    const referenced = (config.references ?? []).map(({ path }) => relative(root, join(root, pkg.folder, path)));
    const depended = pkg.dependencies.flatMap((name) => byName.get(name)?.folder ?? []);
    expect(referenced.toSorted(), `${pkg.folder}/tsconfig.json`).toEqual(depended.toSorted());
  }
});

const example = (folder: string, dependencies: string[], text = "", file = "index.ts"): Package => ({
  folder,
  name: `@neurofront/${folder.slice(folder.lastIndexOf("/") + 1)}`,
  dependencies,
  sources: [{ path: `${folder}/src/${file}`, text }],
});

it.each([
  [
    "a dependency upwards",
    [example("packages/core", ["@neurofront/study"]), example("packages/study", [])],
    ["packages/core/package.json: packages/core may not use packages/study, only nothing"],
  ],
  [
    "an import of another plugin",
    [example("plugins/a", ["@neurofront/b"], 'import b from "@neurofront/b";'), example("plugins/b", [])],
    [
      "plugins/a/package.json: plugins/a may not use plugins/b, only core, physics, plugin-kit, training, optimizer",
      "plugins/a/src/index.ts: plugins/a may not use plugins/b, only core, physics, plugin-kit, training, optimizer",
    ],
  ],
  [
    "a dynamic import of a subpath",
    [
      example("packages/report", ["@neurofront/study"], 'await import("@neurofront/study/worker")'),
      example("packages/study", []),
    ],
    [
      "packages/report/package.json: packages/report may not use packages/study, only core, archive, pareto",
      "packages/report/src/index.ts: packages/report may not use packages/study, only core, archive, pareto",
    ],
  ],
  [
    "a relative import that leaves the package",
    [example("packages/system", [], 'export type { A } from "../../core/src/a.ts";')],
    ['packages/system/src/index.ts: "../../core/src/a.ts" leaves packages/system'],
  ],
  [
    "a package that is not listed",
    [example("packages/study", [], 'import ajv from "ajv/dist/2020.js";')],
    ['packages/study/src/index.ts: "ajv" is not listed in packages/study/package.json'],
  ],
  [
    "the container outside the composition root",
    [example("packages/cli", ["inversify"], 'import { Container } from "inversify";', "run.ts")],
    ["packages/cli/src/run.ts: only packages/cli/src/composition.ts may use inversify"],
  ],
  [
    "a package without a row",
    [example("packages/new", [])],
    ["packages/new has no row in the table of test/arrows.test.ts"],
  ],
  [
    "the container in the composition root",
    [example("packages/cli", ["inversify"], 'import "inversify";', "composition.ts")],
    [],
  ],
])("judges %s", (_case, packages, expected) => {
  expect(wrongArrows(packages)).toEqual(expected);
});
