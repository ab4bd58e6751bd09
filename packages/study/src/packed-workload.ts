import { deflateRawSync, inflateRawSync } from "node:zlib";
import type { PreparedWorkload } from "@neurofront/core";
import { sha256 } from "./canonical-json.ts";

const HEAD = "neurofront training 1\n";
const HASH_LENGTH = 64;
/** Larger content is no training; also keeps a crafted file from filling the memory. */
const SIZE_LIMIT_BYTES = 2 ** 30;

const KINDS = { Float64Array, Int32Array, Uint8Array } as const;

interface Marker {
  readonly array: keyof typeof KINDS;
  readonly from: number;
  readonly length: number;
}

/** A prepared workload as bytes: a head, the hash of the rest, then JSON with its typed arrays set apart, packed. */
export function packWorkload(workload: PreparedWorkload): Buffer {
  const arrays: Uint8Array[] = [];
  let from = 0;
  const json = JSON.stringify(workload, (_key, value: unknown) => {
    const kind = (Object.keys(KINDS) as Marker["array"][]).find((name) => value instanceof KINDS[name]);
    if (kind === undefined) return value;
    const array = value as Float64Array | Int32Array | Uint8Array;
    arrays.push(new Uint8Array(array.buffer, array.byteOffset, array.byteLength));
    const marker: Marker = { array: kind, from, length: array.length };
    from += array.byteLength;
    return marker;
  });
  const text = Buffer.from(json);
  const size = Buffer.alloc(4);
  size.writeUInt32LE(text.length);
  const body = deflateRawSync(Buffer.concat([size, text, ...arrays]));
  return Buffer.concat([Buffer.from(HEAD + sha256(body)), body]);
}

/** The workload of {@link packWorkload}; undefined when the bytes are not whole. */
export function unpackWorkload(bytes: Buffer): PreparedWorkload | undefined {
  const start = HEAD.length + HASH_LENGTH;
  const body = bytes.subarray(start);
  if (bytes.toString("latin1", 0, start) !== HEAD + sha256(body)) return undefined;
  const content = inflateRawSync(body, { maxOutputLength: SIZE_LIMIT_BYTES });
  const size = content.readUInt32LE(0);
  const binary = content.subarray(4 + size);
  return JSON.parse(content.toString("utf8", 4, 4 + size), (_key, value: unknown) => {
    const marker = value as Partial<Marker> | null;
    if (typeof marker !== "object" || marker?.array === undefined) return value;
    const kind = KINDS[marker.array];
    const from = marker.from!;
    // A copy: the arrays in the file are not aligned to their elements.
    return new kind(Uint8Array.from(binary.subarray(from, from + marker.length! * kind.BYTES_PER_ELEMENT)).buffer);
  }) as PreparedWorkload;
}
