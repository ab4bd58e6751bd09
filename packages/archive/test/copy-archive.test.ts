import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { Archive } from "../src/archive.ts";
import { copyArchive } from "../src/copy-archive.ts";
import { study } from "./made-up-study.ts";

const folder = mkdtempSync(join(tmpdir(), "neurofront-copy-"));
afterAll(() => rmSync(folder, { recursive: true }));

describe("copyArchive", () => {
  it("copies what the log of an open archive still holds", () => {
    const path = join(folder, "live.sqlite");
    const live = Archive.create(path, study());
    const to = join(folder, "it's a copy.sqlite");
    copyArchive(path, to);
    expect(existsSync(`${path}-wal`)).toBe(true);
    live.close();
    const copy = Archive.open(to);
    expect(copy.study()).toEqual(study());
    copy.close();
    expect(existsSync(`${to}-wal`)).toBe(false);
  });

  it.each([
    ["what is no archive", "text.sqlite", "new.sqlite", /is not a neurofront archive/u],
    ["onto a file that exists", "live.sqlite", "text.sqlite", /text\.sqlite exists already/u],
    ["into a folder that does not exist", "live.sqlite", "no/such/x.sqlite", /cannot be written/u],
  ])("refuses to copy %s", (_case, from, to, message) => {
    writeFileSync(join(folder, "text.sqlite"), "text");
    expect(() => copyArchive(join(folder, from), join(folder, to))).toThrow(message);
  });
});
