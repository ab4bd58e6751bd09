import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { Model } from "@neurofront/core";
import { UsageError } from "../usage-error.ts";

/** Versions of the packages that a plugin is written against, and of the tools of its author. */
interface Versions {
  readonly own: string;
  readonly vitest: string;
}

/** What was stamped. */
export interface StampedPlugin {
  readonly folder: string;
  /** Relative to the folder. */
  readonly files: readonly string[];
  /** Whether it stands among the plugins of neurofront's own repository. */
  readonly inRepository: boolean;
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
 * Write a plugin that works: package.json, README.md, src/index.ts, src/model.ts, test/conformance.test.ts; in neurofront's own
 * repository also the tsconfig.json that its build needs.
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
  const inRepository = isOwnRepository(dirname(folder));
  const files = new Map<string, string>([["package.json", json(manifestOf(name, role, inRepository))]]);
  for (const file of ["README.md", "src/index.ts", "src/model.ts", "test/conformance.test.ts"])
    files.set(file, renamed(readFileSync(join(template, file), "utf8"), name, role));
  if (inRepository) files.set("tsconfig.json", json(compilerSettings(role)));
  for (const [file, text] of files) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
  return { folder, files: [...files.keys()], inRepository };
}

/** The template's own names replaced: `template-neuron`, `templateNeuron`, `Template neuron`. */
function renamed(text: string, name: string, role: string): string {
  const words = name.split("-");
  const camel = words.map((word, k) => (k === 0 ? word : word[0]!.toUpperCase() + word.slice(1))).join("");
  const spaced = words.join(" ");
  return text
    .replaceAll(`template-${role}`, name)
    .replaceAll(`template${role[0]!.toUpperCase()}${role.slice(1)}`, camel)
    .replaceAll(`Template ${role}`, spaced[0]!.toUpperCase() + spaced.slice(1));
}

/** Whether a folder is `plugins/` of the workspace that this program runs from. */
function isOwnRepository(folder: string): boolean {
  const own = resolve(fileURLToPath(new URL("../../../../", import.meta.url)));
  return relative(own, folder) === "plugins" && existsSync(join(own, "pnpm-workspace.yaml"));
}

function manifestOf(name: string, role: Model["role"], inRepository: boolean): object {
  const { own, vitest } = versions();
  const listed = (version: string): object =>
    Object.fromEntries(IMPORTS[role].map((short) => [`@neurofront/${short}`, version]));
  const common = { version: "0.1.0", description: `A ${role} for neurofront.`, license: "MIT" };
  if (inRepository)
    return {
      name: `@neurofront/${name}`,
      ...common,
      files: ["dist"],
      type: "module",
      exports: { ".": "./src/index.ts" },
      publishConfig: { exports: { ".": { types: "./dist/index.d.ts", default: "./dist/index.js" } } },
      dependencies: listed("workspace:*"),
      engines: { node: ">=24.15" },
    };
  return {
    name,
    ...common,
    type: "module",
    exports: { ".": "./src/index.ts" },
    scripts: { check: "neurofront check-plugin .", test: "vitest run" },
    peerDependencies: listed(`^${own}`),
    devDependencies: { neurofront: `^${own}`, vitest },
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
  return { own: manifest.version, vitest: "^5.1.1" };
}

function json(value: object): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}
