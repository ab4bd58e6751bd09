import type { PreparedWorkload } from "@neurofront/core";
import { canonicalJson, sha256 } from "./canonical-json.ts";

/** SHA-256 of everything in a trained network and its data that an assessment looks at. */
export function workloadHash({ layers, clean, test }: PreparedWorkload): string {
  const bytes = (array: Float64Array | Int32Array): Uint8Array =>
    new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
  return sha256(
    canonicalJson([
      layers.map(({ inputCount, outputCount, positions, drive, pool }) => [
        inputCount,
        outputCount,
        positions,
        drive,
        pool?.groupCount ?? 0,
      ]),
      clean.count,
      test.count,
    ]),
    ...layers.flatMap(({ weights, gather, pool }) => [
      bytes(weights),
      bytes(gather),
      ...(pool === undefined ? [] : [bytes(pool.members)]),
    ]),
    ...[clean, test].flatMap(({ patterns, labels }) => [bytes(patterns), bytes(labels)]),
  );
}
