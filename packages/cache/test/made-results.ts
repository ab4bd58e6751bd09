import { createHash } from "node:crypto";
import type { CachedResult } from "../src/cached-result.ts";

/** A result of a given size whose bytes follow from its number, so that any process knows what belongs under its key. */
export function madeResult(number: number, size_bytes = 1000, plugin = "made"): CachedResult {
  const key = createHash("sha256").update(String(number)).digest("hex");
  const bytes = new Uint8Array(size_bytes);
  for (let k = 0; k < size_bytes; k++) bytes[k] = (number * 31 + k * 7) % 251;
  return { key, kind: "assessment", models: [{ plugin, model: `${plugin}-neuron` }], bytes };
}
