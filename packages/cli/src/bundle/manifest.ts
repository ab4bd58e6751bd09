import { createHash } from "node:crypto";
import type { ResolvedStudy } from "@neurofront/core";

/** What a bundle calls its list of files. */
export const MANIFEST_NAME = "manifest.json";

/** The list of a bundle's files, and what made them. */
export interface Manifest {
  readonly format: "neurofront-bundle";
  readonly formatVersion: 1;
  readonly title: string;
  /** SHA-256 of the resolved study. */
  readonly study: string;
  readonly seed: number;
  /** The last digits of a number depend on the mathematical functions of the runtime. */
  readonly madeWith: { readonly node: string; readonly platform: string };
  readonly files: readonly ManifestFile[];
}

/** One file of a bundle. */
export interface ManifestFile {
  /** With `/` between folders. */
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** The manifest of files that go into a bundle. */
export function manifestOf(study: ResolvedStudy, files: ReadonlyMap<string, Uint8Array>): Manifest {
  return {
    format: "neurofront-bundle",
    formatVersion: 1,
    title: study.title,
    study: study.hash,
    seed: study.seed,
    madeWith: { node: process.versions.node, platform: `${process.platform}-${process.arch}` },
    files: [...files]
      .map(([path, content]) => ({ path, bytes: content.length, sha256: sha256Of(content) }))
      .toSorted((a, b) => (a.path < b.path ? -1 : 1)),
  };
}

/** SHA-256 in hexadecimal. */
export function sha256Of(content: Uint8Array): string {
  return createHash("sha256").update(content).digest("hex");
}

/** A file of ours at most one folder deep; anything else in a bundle is refused, whatever its manifest says. */
export function isBundlePath(path: string): boolean {
  return /^(?:[a-z]+\/)?[A-Za-z0-9][A-Za-z0-9-]*(?:\.[a-z]+)$/u.test(path);
}
