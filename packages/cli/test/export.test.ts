import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { Archive } from "@neurofront/archive";
import { beforeAll, describe, expect, it } from "vitest";
import { DRAWING } from "../src/report-pictures.ts";
import { seal } from "./sealed-archive.ts";
import { testFolder } from "./test-folder.ts";
import { neurofront, ran, tinyStudy } from "./tiny-study.ts";

const folder = testFolder();
let archive = "";
beforeAll(async () => {
  archive = await ran(folder, "tiny", tinyStudy(1));
}, 60_000);

describe("neurofront export", () => {
  it.each([
    ["csv", "candidates.csv", /^search,candidate,status,.*energy \[J\]/u],
    ["json", "candidates.json", /^\{"format":"neurofront-candidates"/u],
    ["parquet", "candidates.parquet", /^PAR1/u],
    ["latex", "best-designs.tex", /\\begin\{tabular\}/u],
    ["bibtex", "references.bib", /^@[a-z]+\{/u],
  ])("%s writes %s beside the archive, and does not overwrite it unasked", async (kind, file, content) => {
    const first = await neurofront("export", kind, archive);
    expect([first.code, first.err]).toEqual([0, ""]);
    const text = readFileSync(join(folder, "tiny", file), "latin1");
    expect(text).toMatch(content);
    const refused = await neurofront("export", kind, archive);
    expect(refused.code).toBe(2);
    expect(refused.err).toContain("exists already");
    expect((await neurofront("export", kind, archive, "--overwrite")).code).toBe(0);
    expect(readFileSync(join(folder, "tiny", file), "latin1")).toBe(text);
  });

  it("csv has a row for every candidate, of the fronts fewer", async () => {
    const rows = async (...options: string[]): Promise<number> => {
      const path = join(folder, "rows.csv");
      await neurofront("export", "csv", archive, "--out", path, "--overwrite", ...options);
      return readFileSync(path, "utf8").trimEnd().split("\r\n").length - 1;
    };
    expect(await rows()).toBe(24);
    expect(await rows("--only", "front")).toBeLessThan(24);
  });

  it.each([
    ["svg", /^<\?xml/u],
    ["pdf", /^%PDF/u],
  ])("%s writes every figure of the report with its numbers", async (kind, content) => {
    const to = join(folder, kind);
    const { code, err } = await neurofront("export", kind, archive, "--out", to);
    expect([code, err]).toEqual([0, `${DRAWING}\n`]);
    const names = readdirSync(to).toSorted();
    // Of the models: what so short a search can have.
    const figures = ["energy-delay-full", "tornado-full", "elasticities-full", "variation"];
    for (const figure of figures) expect(names).toContain(`${figure}.${kind}`);
    for (const name of names) expect(name).toMatch(new RegExp(`^[a-z-]+\\.(?:csv|${kind})$`, "u"));
    for (const name of names.filter((each) => each.endsWith(kind)))
      expect(readFileSync(join(to, name), "latin1")).toMatch(content);
    expect((await neurofront("export", kind, archive, "--out", to)).err).toContain("exists already");
  });

  it.each([
    [["csv", "missing.sqlite"], "there is no such file"],
    [["csv", "ARCHIVE", "--only", "best"], "Allowed choices are front"],
    [["csv", "ARCHIVE", "--out", "no/such/folder/x.csv"], "there is no such folder"],
    [["docx", "ARCHIVE"], "unknown command 'docx'"],
  ])("%j is refused", async (args, message) => {
    const { code, err } = await neurofront("export", ...args.map((arg) => (arg === "ARCHIVE" ? archive : arg)));
    expect(code).toBe(2);
    expect(err).toContain(message);
  });

  it("makes no path of what an archive from elsewhere says", async () => {
    const evil = await ran(folder, "evil", tinyStudy(2));
    const database = new DatabaseSync(evil);
    const study = Archive.open(evil).study();
    const held = { ...study.held, accounting: ["../../escaped"] };
    database.prepare("UPDATE archive SET value = ? WHERE key = 'study'").run(JSON.stringify({ ...study, held }));
    seal(database);
    database.exec("PRAGMA foreign_keys = OFF");
    database.exec("UPDATE candidate SET search = replace(search, '/full', '/../../escaped')");
    database.close();
    const to = join(folder, "evil-figures");
    for (const kind of ["svg", "latex", "bundle"]) {
      const { code, err } = await neurofront("export", kind, evil, "--out", to);
      expect(code).toBe(2);
      expect(err).toContain('names "../../escaped", which is no metric and no accounting here');
    }
    expect(existsSync(to)).toBe(false);
    expect(readdirSync(folder).filter((name) => name.includes("escaped"))).toEqual([]);
  }, 60_000);

  it.each(["csv", "json", "parquet", "latex", "bibtex", "svg", "pdf", "bundle", "spice"])(
    "%s --help has an example",
    async (kind) => {
      expect((await neurofront("export", kind, "--help")).out).toContain(`  neurofront export ${kind} out/`);
    },
  );
});
