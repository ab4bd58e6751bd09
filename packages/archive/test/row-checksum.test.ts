import type { SQLOutputValue } from "node:sqlite";
import { describe, expect, it } from "vitest";
import { rowChecksum } from "../src/row-checksum.ts";

const row: readonly SQLOutputValue[] = ["a search", 3, null, 1.5, 0.1, Uint8Array.of(1, 2, 3), "a text", 1 / 3];

describe("the checksum of a row", () => {
  it.each<readonly [string, readonly SQLOutputValue[]]>([
    ["the last bit of a number", row.with(7, 1 / 3 + 2 ** -54)],
    ["a number at another place", row.with(3, 0.1).with(4, 1.5)],
    ["a bit of bytes", row.with(5, Uint8Array.of(1, 2, 2))],
    ["bytes that end earlier", row.with(5, Uint8Array.of(1, 2))],
    ["a text", row.with(6, "a tent")],
    ["a text that says what another kind is", row.with(2, "null")],
    ["a number in place of nothing", row.with(2, 0)],
    ["nothing in place of a number", row.with(1, null)],
    ["a text in place of bytes", row.with(5, "b3")],
    ["a value less", row.slice(0, -1)],
    ["a text cut in two", ["a ", "search", ...row.slice(1)]],
  ])("tells of %s", (_, other) => {
    expect(rowChecksum(other)).not.toBe(rowChecksum(row));
  });

  it("is that of the row as SQLite gives it back", () => {
    expect(rowChecksum(["a", -0, new Uint8Array(3)])).toBe(rowChecksum(["a", 0, Buffer.alloc(3)]));
  });

  it("of a long row does not depend on what was summed before", () => {
    const long: SQLOutputValue[] = Array.from({ length: 3000 }, (_, k) => (k % 3 === 0 ? new Uint8Array(k) : k / 7));
    const [before, ofRow] = [rowChecksum(long), rowChecksum(row)];
    expect([rowChecksum(long), rowChecksum(row)]).toStrictEqual([before, ofRow]);
  });
});
