import { lstatSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { unzipSync } from "fflate";
import { UsageError } from "../usage-error.ts";
import { isBundlePath, MANIFEST_NAME, sha256Of } from "./manifest.ts";
import type { Manifest, ManifestFile } from "./manifest.ts";

/** A bundle in memory, and in what it is not what its manifest says. */
export interface Bundle {
  readonly manifest: Manifest;
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** One sentence per file that is changed, missing or not listed. */
  readonly damages: readonly string[];
}

/** Bounds on what a bundle from elsewhere may be. */
const MOST_FILES = 1000;
const MOST_BYTES = 2 ** 31;

/**
 * Read a bundle, a folder or a zip file, and check every file against the manifest. Nothing is written.
 *
 * @throws UsageError when it is not a bundle, or not one that may be read: too large, or with paths that no bundle of ours has
 */
export function readBundle(path: string): Bundle {
  const stored = isFolder(path) ? folderFiles(path) : zipFiles(path);
  const manifest = readManifest(stored.get(MANIFEST_NAME), path);
  const files = new Map([...stored].filter(([name]) => name !== MANIFEST_NAME));
  const listed = new Map(manifest.files.map((file) => [file.path, file]));
  const damages = [
    ...manifest.files.flatMap((file) => damageOf(file, files.get(file.path))),
    ...[...files.keys()].filter((name) => !listed.has(name)).map((name) => `${name} is not listed in ${MANIFEST_NAME}`),
  ];
  return { manifest, files, damages };
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    throw new UsageError(`${path}: there is no such bundle`);
  }
}

/** The files that the manifest of a folder lists; links are not followed. */
function folderFiles(folder: string): Map<string, Uint8Array> {
  const read = (name: string): Uint8Array | undefined => {
    const path = join(folder, name);
    const found = lstatSync(path, { throwIfNoEntry: false });
    if (found?.isFile() !== true) return undefined;
    if (found.size > MOST_BYTES) throw tooLarge(path);
    return readFileSync(path);
  };
  const text = read(MANIFEST_NAME);
  const names = readManifest(text, folder).files.map((file) => file.path);
  return new Map(
    [MANIFEST_NAME, ...names].flatMap((name) => {
      const content = read(name);
      return content === undefined ? [] : [[name, content] as const];
    }),
  );
}

function zipFiles(path: string): Map<string, Uint8Array> {
  if (statSync(path).size > MOST_BYTES) throw tooLarge(path);
  let bytes = 0;
  let count = 0;
  let unzipped: Record<string, Uint8Array>;
  try {
    unzipped = unzipSync(readFileSync(path), {
      // Sizes are known before anything is unpacked, and nothing is unpacked beyond them.
      filter: ({ name, originalSize }) => {
        // What lists a folder holds nothing.
        if (name.endsWith("/")) return false;
        bytes += originalSize;
        count += 1;
        if (bytes > MOST_BYTES || count > MOST_FILES) throw tooLarge(path);
        if (!isBundlePath(name)) throw new UsageError(`${path}: "${name}" is no file of a bundle`);
        return true;
      },
    });
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(
      `${path} is neither a folder nor a zip file (${error instanceof Error ? error.message : String(error)})`,
    );
  }
  return new Map(Object.entries(unzipped));
}

function tooLarge(path: string): UsageError {
  return new UsageError(`${path} holds more than a bundle may: ${MOST_FILES} files of ${MOST_BYTES} bytes in all`);
}

function readManifest(content: Uint8Array | undefined, path: string): Manifest {
  if (content === undefined) throw new UsageError(`${path} has no ${MANIFEST_NAME}: it is not a bundle of neurofront`);
  let manifest: Partial<Manifest> | null;
  try {
    manifest = JSON.parse(Buffer.from(content).toString("utf8")) as Partial<Manifest> | null;
  } catch (error) {
    throw new UsageError(
      `${path}: ${MANIFEST_NAME} is not JSON (${error instanceof Error ? error.message : String(error)})`,
    );
  }
  if (manifest?.format !== "neurofront-bundle" || manifest.formatVersion !== 1 || !Array.isArray(manifest.files))
    throw new UsageError(`${path}: ${MANIFEST_NAME} is not that of a bundle of version 1`);
  if (manifest.files.length > MOST_FILES) throw tooLarge(path);
  for (const file of manifest.files as readonly Partial<ManifestFile>[])
    if (typeof file.path !== "string" || !isBundlePath(file.path) || typeof file.sha256 !== "string")
      throw new UsageError(
        `${path}: ${MANIFEST_NAME} lists ${JSON.stringify(file.path)}, which is no file of a bundle`,
      );
  return manifest as Manifest;
}

function damageOf({ path, sha256 }: ManifestFile, content: Uint8Array | undefined): string[] {
  if (content === undefined) return [`${path} is missing`];
  const found = sha256Of(content);
  return found === sha256
    ? []
    : [`${path} was changed: its SHA-256 is ${found.slice(0, 12)}, listed is ${sha256.slice(0, 12)}`];
}
