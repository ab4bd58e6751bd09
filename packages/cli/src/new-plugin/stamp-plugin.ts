import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { Model } from "@neurofront/core";
import { UsageError } from "../usage-error.ts";
import { listInRepository } from "./list-in-repository.ts";

/** Versions of the packages that a plugin is written against, and of the tools of its author. */
interface Versions {
  readonly own: string;
  readonly vitest: string;
  readonly typescript: string;
}

/** What was stamped. */
export interface StampedPlugin {
  readonly folder: string;
  /** Relative to the folder. */
  readonly files: readonly string[];
  /** Files of neurofront's own repository that list it now, relative to its root; none for a plugin outside. */
  readonly listedIn: readonly string[];
}

const TEMPLATES = fileURLToPath(new URL("../../templates/", import.meta.url));
const NAME = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/u;

/** The packages that the sources of each role import. */
const IMPORTS: Readonly<Record<Model["role"], readonly string[]>> = {
  neuron: ["core", "physics", "plugin-kit"],
  synapse: ["core", "plugin-kit"],
  interconnect: ["core", "plugin-kit"],
  workload: ["core", "plugin-kit"],
  optimizer: ["core", "plugin-kit"],
};

/**
 * Compiles the sources of a plugin outside, which has no tsconfig.json, into what is published. Without exact optional properties the
 * compiler would not take two ledger entries with different inputs in one list.
 */
const BUILD =
  "tsc src/index.ts --rootDir src --outDir dist --module nodenext --target es2024 --declaration --rewriteRelativeImportExtensions --strict --exactOptionalPropertyTypes --skipLibCheck";

/**
 * Write a plugin that works: package.json, README.md, src/index.ts, src/model.ts, test/conformance.test.ts; in neurofront's own
 * repository also the tsconfig.json that its build needs, and its lines in the lists of what ships.
 *
 * @param name kebab-case, becomes the id of the plugin and of its model
 * @param into folder in which the plugin's folder is made
 * @throws UsageError when the name is not kebab-case, or there is such a folder
 */
export function stampPlugin(name: string, role: Model["role"], into: string): StampedPlugin {
  if (!NAME.test(name))
    throw new UsageError(
      `"${name}" is no name for a plugin; write small letters, digits and hyphens, such as my-${role}`,
    );
  const folder = resolve(into, name);
  if (existsSync(folder) && readdirSync(folder).length > 0)
    throw new UsageError(`${folder} exists and is not empty; choose another name, or another folder with --into`);
  const template = join(TEMPLATES, role);
  const repository = ownRepository(dirname(folder));
  const inRepository = repository !== undefined;
  const files = new Map<string, string>([["package.json", json(manifestOf(name, role, inRepository))]]);
  for (const file of ["README.md", "src/index.ts", "src/model.ts", "test/conformance.test.ts"])
    files.set(file, renamed(readFileSync(join(template, file), "utf8"), name, role));
  if (inRepository) {
    files.set("tsconfig.json", json(compilerSettings(role)));
    files.set(
      "README.md",
      `${files.get("README.md")!}\n## Parameters\n\n<!-- parameters -->\n\n<!-- /parameters -->\n`,
    );
  }
  for (const [file, text] of files) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
  const listedIn = repository === undefined ? [] : listInRepository(repository, { name, variable: camelCase(name) });
  return { folder, files: [...files.keys()], listedIn };
}

/** The template's own names replaced: `template-neuron`, `templateNeuron`, `Template neuron`. */
function renamed(text: string, name: string, role: string): string {
  const spaced = name.replaceAll("-", " ");
  return text
    .replaceAll(`template-${role}`, name)
    .replaceAll(`template${role[0]!.toUpperCase()}${role.slice(1)}`, camelCase(name))
    .replaceAll(`Template ${role}`, spaced[0]!.toUpperCase() + spaced.slice(1));
}

function camelCase(name: string): string {
  return name.replaceAll(/-(?<letter>[a-z0-9])/gu, (_, letter: string) => letter.toUpperCase());
}

/** Root of the workspace that this program runs from, where a folder is its `plugins/`. */
function ownRepository(folder: string): string | undefined {
  const own = resolve(fileURLToPath(new URL("../../../../", import.meta.url)));
  return relative(own, folder) === "plugins" && existsSync(join(own, "pnpm-workspace.yaml")) ? own : undefined;
}

function manifestOf(name: string, role: Model["role"], inRepository: boolean): object {
  const { own, vitest, typescript } = versions();
  const listed = (version: string): object =>
    Object.fromEntries(IMPORTS[role].map((short) => [`@neurofront/${short}`, version]));
  const common = { version: "0.1.0", description: `A ${role} for neurofront.`, license: "MIT", files: ["dist"] };
  // What is published is JavaScript, because Node strips no types inside node_modules; until then the sources run.
  const entry = {
    type: "module",
    exports: { ".": "./src/index.ts" },
    publishConfig: {
      access: "public",
      exports: { ".": { types: "./dist/index.d.ts", default: "./dist/index.js" } },
    },
  };
  if (inRepository)
    return {
      name: `@neurofront/${name}`,
      ...common,
      ...entry,
      dependencies: listed("workspace:*"),
      engines: { node: ">=24.15" },
    };
  return {
    name,
    ...common,
    ...entry,
    scripts: { build: BUILD, check: "neurofront check-plugin .", prepack: BUILD, test: "vitest run" },
    peerDependencies: listed(`^${own}`),
    devDependencies: { neurofront: `^${own}`, typescript, vitest },
    engines: { node: ">=24.15" },
  };
}

function compilerSettings(role: Model["role"]): object {
  return {
    extends: "../../tsconfig.base.json",
    references: IMPORTS[role].map((short) => ({ path: `../../packages/${short}` })),
  };
}

function versions(): Versions {
  const manifest = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8")) as {
    version: string;
  };
  return { own: manifest.version, vitest: "^5.1.1", typescript: "^7.0.2" };
}

function json(value: object): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}
