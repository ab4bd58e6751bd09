import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Archive } from "@neurofront/archive";
import { beforeAll, describe, expect, it } from "vitest";
import { testFolder } from "./test-folder.ts";
import { neurofront, ran } from "./tiny-study.ts";

const repository = join(import.meta.dirname, "../../..");
const example = /```json\n(?<study>[\s\S]*?)```/u.exec(readFileSync(join(repository, "README.md"), "utf8"))!.groups![
  "study"
]!;
const folder = testFolder();
const study = join(folder, "out.json");
let archive = "";

beforeAll(async () => {
  const { held, ...others } = JSON.parse(example) as { readonly held: object };
  archive = await ran(folder, "out", {
    ...others,
    // The recipe and the optimizer that take least.
    held: { ...held, workload: { use: "characters", recipe: "ridge" } },
    optimizer: { use: "random-search" },
    budget: { evaluations: 20 },
  });
}, 60_000);

describe("neurofront export spice", () => {
  it("writes a candidate beside its archive, the same every time, and does not overwrite it unasked", async () => {
    const first = await neurofront("export", "spice", archive, "latch/full/3", "--columns", "2");
    expect([first.code, first.err]).toEqual([0, ""]);
    const file = join(folder, "out", "latch-full-3-pattern-0.cir");
    const text = readFileSync(file, "utf8");
    expect(text).toMatch(/^\* neurofront netlist: candidate 3 of latch\/full/u);
    expect(text).toContain(".subckt cmos_latch_neuron");
    expect(first.out).toContain("ngspice -b ");

    writeFileSync(file, "mine");
    const refused = await neurofront("export", "spice", archive, "latch/full/3", "--columns", "2");
    expect(refused.code).toBe(2);
    expect(refused.err).toContain("exists already; name another file with --out, or replace it with --overwrite");
    expect(readFileSync(file, "utf8")).toBe("mine");
    expect((await neurofront("export", "spice", archive, "latch/full/3", "--columns", "2", "--overwrite")).code).toBe(
      0,
    );
    expect(readFileSync(file, "utf8")).toBe(text);
  });

  it("knows which layers a network has", async () => {
    const { code, err } = await neurofront("export", "spice", archive, "latch/full/3", "--layer", "2");
    expect([code, err]).toEqual([2, expect.stringContaining("the layer is 2; legal: whole numbers from 1 to 1")]);
  });

  it("writes the first design of a study, which is candidate 0 of its archive", async () => {
    const [ofStudy, ofArchive] = [join(folder, "a.cir"), join(folder, "b.cir")];
    const one = await neurofront(
      "export",
      "spice",
      study,
      "dwm/full",
      "--columns",
      "1",
      "--pattern",
      "4",
      "--out",
      ofStudy,
    );
    const two = await neurofront(
      "export",
      "spice",
      archive,
      "dwm/full/0",
      "--columns",
      "1",
      "--pattern",
      "4",
      "--out",
      ofArchive,
    );
    expect([one.code, two.code]).toEqual([0, 0]);
    expect(readFileSync(ofStudy, "utf8")).toBe(readFileSync(ofArchive, "utf8"));
    expect(readFileSync(ofStudy, "utf8")).toContain("show pattern 4 of the workload");
  });

  it.each([
    ["a missing archive", () => ["missing.sqlite", "dwm/full"], "there is no such file"],
    ["a missing study", () => ["missing.json", "dwm/full"], "there is no such file"],
    ["a search that is not there", () => [archive, "lsv/full"], `searches here: dwm/full, latch/full`],
    ["a number that is not there", () => [archive, "latch/full/20"], `has no candidate "20"; legal: 0 to 19`],
    ["a way out of the folder", () => [archive, "../latch/full"], "names no candidate"],
    ["a way out behind the number", () => [archive, "latch/full/3/../../x"], "names no candidate"],
    ["another candidate of a study", () => [study, "latch/full/3"], "it has candidate 0 only"],
    ["a pattern that is not there", () => [archive, "latch/full/3", "--pattern", "99"], "the pattern is 99; legal:"],
    ["no column", () => [archive, "latch/full/3", "--columns", "0"], "the column count is 0; legal:"],
    ["half a column", () => [archive, "latch/full/3", "--columns", "1.5"], "expected a whole number"],
    [
      "a folder that is not there",
      () => [archive, "latch/full/3", "--out", join(folder, "no/x.cir")],
      "no such folder",
    ],
  ])("refuses %s and writes nothing", async (_what, args, message) => {
    const { code, out, err } = await neurofront("export", "spice", ...args());
    expect([code, out]).toEqual([2, ""]);
    expect(err).toContain(message);
    expect(existsSync(join(folder, "no"))).toBe(false);
  });

  it("refuses the archive of other plugins", async () => {
    const copy = join(folder, "other.sqlite");
    const original = Archive.open(archive);
    const resolved = original.study();
    const records = original.candidates("latch/full");
    original.close();
    const other = Archive.create(copy, { ...resolved, hash: "0".repeat(64) });
    other.append(records);
    other.close();
    const { code, err } = await neurofront("export", "spice", copy, "latch/full/3");
    expect(code).toBe(2);
    expect(err).toContain("was made with other plugins or was edited");
  });

  it("does not let the technology of a foreign archive name a file elsewhere", async () => {
    const copy = join(folder, "foreign.sqlite");
    const original = Archive.open(archive);
    const resolved = original.study();
    original.close();
    const technologies = resolved.technologies.map((technology) => ({ ...technology, name: `..\\${technology.name}` }));
    Archive.create(copy, { ...resolved, technologies }).close();
    const { code, err } = await neurofront("export", "spice", copy, "..\\latch/full/0");
    expect(code).toBe(2);
    expect(err).not.toBe("");
  });

  it("has examples", async () => {
    const { code, out } = await neurofront("export", "spice", "--help");
    expect(code).toBe(0);
    expect(out).toContain("  neurofront export spice out/spin-vs-cmos/archive.sqlite dwm/full");
  });
});
