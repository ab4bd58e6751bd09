import type { ResolvedPart } from "@neurofront/core";

/** A result to be kept for other runs. */
export interface StoredResult {
  /** SHA-256 of everything that it depends on. */
  readonly key: string;
  readonly kind: "assessment" | "training";
  /** The models that it comes from, for whoever looks into the store. */
  readonly models: readonly Pick<ResolvedPart, "plugin" | "model">[];
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Results of earlier runs, of any study, by content. What it gives back is data from outside. */
export interface ResultStore {
  /** Undefined where there is none. */
  read(key: string): Uint8Array | undefined;
  /** @returns how many are kept */
  write(results: readonly StoredResult[]): number;
}
