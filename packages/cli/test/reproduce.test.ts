import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { unzipSync, zipSync } from "fflate";
import { beforeAll, describe, expect, it } from "vitest";
import { sha256Of } from "../src/bundle/manifest.ts";
import type { Manifest } from "../src/bundle/manifest.ts";
import { readBundle } from "../src/bundle/read-bundle.ts";
import type { Bundle } from "../src/bundle/read-bundle.ts";
import { seal } from "./sealed-archive.ts";
import { testFolder } from "./test-folder.ts";
import { neurofront, ran, tinyStudy } from "./tiny-study.ts";
import type { Answer } from "./tiny-study.ts";

const folder = testFolder();
const zip = join(folder, "bundle.zip");
const open = join(folder, "bundle");
beforeAll(async () => {
  const archive = await ran(folder, "tiny", tinyStudy(1));
  for (const out of [zip, open]) {
    const { code, err } = await neurofront("export", "bundle", archive, "--out", out);
    if (code !== 0) throw new Error(err);
  }
}, 60_000);

/** Without threads, whose start takes longer than these runs. */
const reproduce = (...args: readonly string[]): Promise<Answer> => neurofront("reproduce", "--threads", "0", ...args);

/** A copy of the bundle's folder with a change made to it. */
function changed(name: string, change: (folder: string) => void): string {
  const copy = join(folder, name);
  cpSync(open, copy, { recursive: true });
  change(copy);
  return copy;
}

/** What a bundle holds, by hash. */
function hashes({ files }: Bundle): Record<string, string> {
  return Object.fromEntries([...files].map(([path, content]) => [path, sha256Of(content)]));
}

/** Make the manifest agree with what the folder holds now. */
function listAgain(bundle: string): void {
  const path = join(bundle, "manifest.json");
  const manifest = JSON.parse(readFileSync(path, "utf8")) as Manifest;
  const files = manifest.files.map((file) => ({ ...file, sha256: sha256Of(readFileSync(join(bundle, file.path))) }));
  writeFileSync(path, JSON.stringify({ ...manifest, files }));
}

describe("neurofront export bundle", () => {
  it("writes the same files into a folder and a zip file, all listed with their hashes", () => {
    const inZip = readBundle(zip);
    const inFolder = readBundle(open);
    expect(inZip.manifest).toEqual(inFolder.manifest);
    expect(hashes(inZip)).toEqual(hashes(inFolder));
    expect(inZip.damages).toEqual([]);
    expect(inZip.manifest.files.map(({ path }) => path)).toEqual(
      expect.arrayContaining([
        "archive.sqlite",
        "study.json",
        "resolved.json",
        "report.html",
        "references.bib",
        "best-designs.tex",
        "front.csv",
        "figures/energy-delay-full.svg",
        "figures/energy-delay-full.pdf",
        "figures/energy-delay-full.csv",
      ]),
    );
    expect(JSON.parse(readFileSync(join(open, "study.json"), "utf8"))).toEqual(tinyStudy(1));
  });

  it("gives the same bytes every time, and does not overwrite unasked", async () => {
    const archive = join(folder, "tiny", "archive.sqlite");
    const second = join(folder, "second.zip");
    await neurofront("export", "bundle", archive, "--out", second);
    expect(sha256Of(readFileSync(second))).toBe(sha256Of(readFileSync(zip)));
    expect((await neurofront("export", "bundle", archive, "--out", zip)).err).toContain("exists already");
    expect((await neurofront("export", "bundle", archive, "--out", open)).err).toContain("is not empty");
  });
});

describe("neurofront reproduce", () => {
  it.each([
    ["a zip file", () => zip],
    ["a folder", () => open],
  ])(
    "runs %s again to the last digit",
    async (_case, bundle) => {
      const { code, out } = await reproduce(bundle());
      expect(out).toMatch(/^ideal\/full +12 of 12 +the same +\d of \d$/mu);
      expect(out).toContain("Reproduced: every number came out again to the last digit.");
      expect(code).toBe(0);
    },
    30_000,
  );

  it("keeps the new run where it is asked to", async () => {
    const to = join(folder, "again");
    expect((await reproduce(zip, "--out", to)).code).toBe(0);
    expect(existsSync(join(to, "archive.sqlite"))).toBe(true);
    expect(await reproduce(zip, "--out", to)).toMatchObject({
      code: 2,
      err: expect.stringContaining("exists already"),
    });
  }, 30_000);

  it("says what differs: metric, candidate, place and both values", async () => {
    const bundle = changed("other-numbers", (copy) => {
      const database = new DatabaseSync(join(copy, "archive.sqlite"));
      database.exec(`UPDATE candidate SET objectives = '[1,2]' WHERE search = 'ideal/full' AND candidate = 3`);
      database.exec("DELETE FROM candidate WHERE search = 'latch/full' AND candidate = 0");
      seal(database);
      database.close();
      listAgain(copy);
    });
    const { code, out, err } = await reproduce(bundle);
    expect(code).toBe(1);
    expect(err).toContain("other-numbers was not reproduced");
    expect(out).toMatch(/^ideal\/full +11 of 12 /mu);
    expect(out).toMatch(/^latch\/full +11 of 11 +1 new /mu);
    expect(out).toMatch(/^ {2}ideal\/full, candidate 3: \/objectives\/0: 1 then, \S+ now$/mu);
    expect(out).toContain("Not reproduced: ideal/full, latch/full came out differently.");
  }, 30_000);

  it("tells other sources from other numbers", async () => {
    const bundle = changed("other-sources", (copy) => {
      const database = new DatabaseSync(join(copy, "archive.sqlite"));
      database.exec("UPDATE archive SET value = json_set(value, '$.sourceHashes.engine', 'other') WHERE key = 'study'");
      seal(database);
      const { value } = database.prepare("SELECT value FROM archive WHERE key = 'study'").get() as { value: string };
      database.close();
      writeFileSync(join(copy, "resolved.json"), value);
      listAgain(copy);
    });
    const { code, out } = await reproduce(bundle);
    expect(out).toMatch(/^ {2}\/sourceHashes\/engine: "other" then, "[0-9a-f]{57,}/mu);
    expect(out).toContain("Reproduced with other sources: every number came out again to the last digit.");
    expect(code).toBe(0);
  }, 30_000);

  it("says which files were changed", async () => {
    const bundle = changed("damaged", (copy) => {
      writeFileSync(join(copy, "front.csv"), "other");
      rmSync(join(copy, "references.bib"));
      writeFileSync(join(copy, "study.json"), "{}");
    });
    const { code, out } = await reproduce(bundle);
    expect(code).toBe(1);
    expect(out).toMatch(/^ {2}front\.csv was changed: its SHA-256 is [0-9a-f]{12}, listed is [0-9a-f]{12}$/mu);
    expect(out).toContain("  references.bib is missing");
    expect(out).toContain("  study.json is not the study of archive.sqlite");
    expect(out).toContain("The bundle was changed, but every number came out again to the last digit.");
  }, 30_000);

  const manifest = (files: readonly object[]): Uint8Array =>
    Buffer.from(JSON.stringify({ format: "neurofront-bundle", formatVersion: 1, files }));
  it.each<[string, Record<string, Uint8Array>, string]>([
    ["without a manifest", { "study.json": Buffer.from("{}") }, "has no manifest.json"],
    ["of another format", { "manifest.json": Buffer.from("null") }, "is not that of a bundle of version 1"],
    ["with a manifest that is not JSON", { "manifest.json": Buffer.from("{") }, "manifest.json is not JSON"],
    [
      "with a path out of it",
      { "../../escaped.json": Buffer.from("x"), "manifest.json": manifest([]) },
      `"../../escaped.json" is no file of a bundle`,
    ],
    [
      "that lists a path out of it",
      { "manifest.json": manifest([{ path: "/etc/passwd", sha256: "" }]) },
      `lists "/etc/passwd"`,
    ],
    ["without an archive", { "manifest.json": manifest([]) }, "holds no archive.sqlite"],
    [
      "with an archive that is none",
      { "manifest.json": manifest([]), "archive.sqlite": Buffer.from("x") },
      "is not a neurofront archive",
    ],
    [
      "of too many files",
      Object.fromEntries(Array.from({ length: 1001 }, (_, index) => [`f${index}.txt`, Buffer.from("")])),
      "holds more than a bundle may",
    ],
  ])("refuses a zip file %s", async (name, files, message) => {
    const path = join(folder, `${name.replaceAll(" ", "-")}.zip`);
    writeFileSync(path, zipSync(files));
    const { code, err } = await reproduce(path);
    expect(code).toBe(2);
    expect(err).toContain(message);
    expect(readdirSync(folder)).not.toContain("escaped.json");
  });

  it("refuses what is no bundle", async () => {
    const path = join(folder, "text.zip");
    writeFileSync(path, "text");
    expect((await reproduce(path)).err).toContain("is neither a folder nor a zip file");
    expect((await reproduce(join(folder, "missing"))).err).toContain("there is no such bundle");
    mkdirSync(join(folder, "empty"));
    expect((await reproduce(join(folder, "empty"))).err).toContain("has no manifest.json");
  });

  it("does not follow a link out of a folder", () => {
    const bundle = changed("linked", (copy) => {
      rmSync(join(copy, "front.csv"));
      symlinkSync(join(open, "front.csv"), join(copy, "front.csv"));
    });
    expect(readBundle(bundle).damages).toEqual(["front.csv is missing"]);
  });

  it("unpacks no more than a zip file says it holds", () => {
    const files = unzipSync(readFileSync(zip));
    const path = join(folder, "extra.zip");
    writeFileSync(path, zipSync({ ...files, "extra.txt": Buffer.from("x") }));
    expect(readBundle(path).damages).toEqual(["extra.txt is not listed in manifest.json"]);
  });
});
