/**
 * What would be published: `node tools/pack.ts [folder]` builds every package, packs it, and writes beside the tarballs from which
 * sources and with which tools they were made.
 */
import { execFileSync } from "node:child_process";
import { existsSync, globSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";

const root = join(import.meta.dirname, "..");

/** One package as a tarball. */
export interface Packed {
  readonly name: string;
  readonly version: string;
  /** Path of the tarball. */
  readonly file: string;
  /** Its hash, as registries keep it. */
  readonly integrity: string;
}

/** Build and pack every package of the workspace into a folder. */
export function packAll(folder: string): Packed[] {
  mkdirSync(folder, { recursive: true });
  execFileSync(process.execPath, [join(root, "node_modules/typescript/bin/tsc"), "-b"], { cwd: root });
  removeOrphans();
  const printed = pnpm([
    "--recursive",
    "--filter=!neurofront-workspace",
    "pack",
    "--json",
    "--pack-destination",
    folder,
  ]);
  const packed = JSON.parse(printed.slice(printed.indexOf("[\n"))) as (Omit<Packed, "file"> & { filename: string })[];
  return packed
    .map(({ name, version, filename, integrity }) => ({ name, version, integrity, file: resolve(folder, filename) }))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

function pnpm(args: readonly string[]): string {
  return execFileSync(process.execPath, [join(root, "tools/pnpm.mjs"), ...args], {
    cwd: root,
    encoding: "utf8",
    maxBuffer: 2 ** 26,
    stdio: ["ignore", "pipe", "inherit"],
  });
}

/** The compiler leaves what it made of sources that are gone. */
function removeOrphans(): void {
  for (const file of globSync("{packages,plugins}/*/dist/**", { cwd: root })) {
    const source = file.replace("/dist/", "/src/").replace(/(?:\.d\.ts|\.js|\.js\.map)$/u, ".ts");
    if (statSync(join(root, file)).isFile() && !existsSync(join(root, source))) rmSync(join(root, file));
  }
}

/** Where tarballs come from: the commit, whether anything differs from it, the tools, and the hash of each tarball. */
function provenance(packed: readonly Packed[]): object {
  const git = (...args: string[]): string => execFileSync("git", args, { cwd: root, encoding: "utf8" }).trim();
  const manifest = JSON.parse(readFileSync(join(root, "node_modules/typescript/package.json"), "utf8")) as {
    version: string;
  };
  return {
    commit: git("rev-parse", "HEAD"),
    changedSinceCommit: git("status", "--porcelain") !== "",
    node: process.versions.node,
    typescript: manifest.version,
    packages: packed.map((each) => ({ ...each, file: basename(each.file) })),
  };
}

if (import.meta.main) {
  const folder = resolve(process.argv[2] ?? join(root, "out/packages"));
  rmSync(folder, { recursive: true, force: true });
  const packed = packAll(folder);
  writeFileSync(join(folder, "provenance.json"), `${JSON.stringify(provenance(packed), undefined, 2)}\n`);
  process.stdout.write(`${packed.length} packages in ${folder}\n`);
}
