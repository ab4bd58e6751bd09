import { execFile, execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Packed } from "../../tools/pack.ts";

const root = join(import.meta.dirname, "../..");

/** What a project installs. */
export interface Installation {
  /** Packages to install, by name; the tarballs are meant by their name alone. */
  readonly packages: readonly string[];
  /** Packages of the registry besides, with their versions. */
  readonly others?: Readonly<Record<string, string>>;
  /** Whether every package lies directly in node_modules, as npm puts them, or only those asked for. */
  readonly hoisted?: boolean;
}

/**
 * Install tarballs into an empty project: what neurofront consists of comes from the tarballs, everything else from the store that
 * the workspace was installed from, or the registry.
 */
export function installInto(
  folder: string,
  packed: readonly Packed[],
  { packages, others, hoisted }: Installation,
): void {
  mkdirSync(folder, { recursive: true });
  const addresses = Object.fromEntries(packed.map(({ name, file }) => [name, `file:${file}`]));
  const dependencies = { ...Object.fromEntries(packages.map((name) => [name, addresses[name]])), ...others };
  writeFileSync(
    join(folder, "package.json"),
    JSON.stringify({ name: "empty-project", private: true, type: "module", dependencies }),
  );
  // JSON is YAML. One tarball asks for another by its version, which no registry has.
  writeFileSync(
    join(folder, "pnpm-workspace.yaml"),
    JSON.stringify({
      overrides: addresses,
      nodeLinker: hoisted === true ? "hoisted" : "isolated",
      pmOnFail: "ignore",
      strictPeerDependencies: false,
      // Only looks whether the binaries of its optional packages fit.
      allowBuilds: { "msgpackr-extract": false },
    }),
  );
  pnpm(["install", "--prefer-offline", "--no-frozen-lockfile"], folder);
}

/** Run the pinned pnpm. */
export function pnpm(args: readonly string[], cwd: string): string {
  const [program, ...first] = [process.execPath, join(root, "tools/pnpm.mjs")];
  return execFileSync(program, [...first, ...args], { cwd, encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] });
}

/** What a program printed, and its exit code. */
export interface Finished {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Run a program to its end. Nothing of the workspace is on its PATH. */
export function execute(program: string, args: readonly string[], cwd: string): Promise<Finished> {
  const env = { ...process.env, PATH: "/usr/bin:/bin", NODE_PATH: "" };
  return new Promise((resolve) => {
    const child = execFile(program, args, { cwd, env, maxBuffer: 2 ** 26 }, (error, out, err) =>
      resolve({ code: child.exitCode ?? -1, out, err: error !== null && err === "" ? error.message : err }),
    );
  });
}
