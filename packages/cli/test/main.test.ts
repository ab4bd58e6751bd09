import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { main } from "../src/main.ts";
import { testFolder } from "./test-folder.ts";
import { neurofront, tinyStudy } from "./tiny-study.ts";

const all = testFolder();
let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(all, "test-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const repository = join(import.meta.dirname, "../../..");
const shipped = readFileSync(join(repository, "studies/spin-vs-cmos.json"), "utf8");
/** The study that the README shows. */
const example = /```json\n(?<study>[\s\S]*?)```/u.exec(readFileSync(join(repository, "README.md"), "utf8"))!.groups![
  "study"
]!;

function studyFile(text: string): string {
  const path = join(folder, "study.json");
  writeFileSync(path, text);
  return path;
}

const replaced = (from: string, to: string): string => {
  if (!shipped.includes(from)) throw new Error(`the shipped study does not contain ${from}`);
  return shipped.replace(from, () => to);
};

describe("bad input", () => {
  it.each([
    [
      "an unknown key",
      replaced(`"switchingCurrent"`, `"switchingCurent"`),
      `unknown key "switchingCurent"; did you mean "switchingCurrent"?`,
    ],
    ["a wrong unit", replaced(`["1 uA", "40 uA"]`, `["1 um", "40 um"]`), `"1 um" is not in a unit of A`],
    [
      "a bare number for a length",
      replaced(`["31 nm", "300 nm"]`, "[31, 300]"),
      "is the bare number 31 without a unit",
    ],
    ["low above high", replaced(`["31 nm", "300 nm"]`, `["300 nm", "31 nm"]`), "whose low is not below its high"],
    ["a missing seed", replaced(`,\n  "seed": 2013`, ""), `lacks "seed"`],
    ["an unknown plugin", replaced(`"use": "dwm-neuron"`, `"use": "dwn-neuron"`), `did you mean "dwm-neuron"?`],
    ["broken JSON", replaced(`"300 K",`, `"300 K"`), "a comma is missing before this"],
    ["__proto__", replaced(`"seed": 2013`, `"seed": 2013, "__proto__": {}`), `unknown key "__proto__"`],
    ["an empty file", "", "is empty"],
    ["a negative budget", replaced(`"evaluations": 1600`, `"evaluations": -1`), "/budget/evaluations is -1"],
  ])("%s ends with code 2, says where and what is legal, and writes nothing", async (_what, text, message) => {
    const out = join(folder, "out");
    const { code, err } = await neurofront("run", studyFile(text), "--out", out);
    expect(code).toBe(2);
    expect(err).toMatch(/study\.json:\d+:\d+ /u);
    expect(err).toContain(message);
    expect(existsSync(out)).toBe(false);
  });

  it.each([
    [["run", "missing.json"], "there is no such file"],
    [["validate", "/dev/zero"], "this is no study, it has more than 67108864 bytes"],
    [["list", "plugin"], "legal: plugins, parameters, metrics, ledger, discrepancies"],
    [["list", "parameters", "nothing"], `no model is called "nothing"`],
    [["explain", "missing.sqlite", "dwm/full"], "there is no such file"],
    [["rnu"], "unknown command"],
  ])("%j is refused", async (args, message) => {
    const { code, err } = await neurofront(...args);
    expect(code).toBe(2);
    expect(err).toContain(message);
  });
});

describe("the study of the README", () => {
  it("runs, resumes to the same contents, explains and reports", async () => {
    const path = studyFile(example.replace(`"evaluations": 400`, `"evaluations": 24`));
    const out = join(folder, "out");
    const first = await neurofront("run", path, "--out", out);
    expect(first.err).not.toContain("Error");
    expect(first.code).toBe(0);
    for (const file of ["archive.sqlite", "resolved.json", "report.html"])
      expect(existsSync(join(out, file))).toBe(true);
    const again = await neurofront("run", path, "--out", out);
    expect([again.code, again.out]).toEqual([0, first.out]);
    const resolved = await neurofront("run", join(out, "resolved.json"), "--out", join(folder, "again"));
    expect(resolved.code).toBe(0);
    expect(readFileSync(join(folder, "again/resolved.json"), "utf8")).toBe(
      readFileSync(join(out, "resolved.json"), "utf8"),
    );

    const archive = join(out, "archive.sqlite");
    const explained = await neurofront("explain", archive, "latch/full/0");
    expect(explained.code).toBe(0);
    for (const part of ["metrics", "energy ledger", "delay by phase", "neuron:", "synapse:", "interconnect:"])
      expect(explained.out).toContain(part);
    // Value, who chose it, what is legal, and what the model declares.
    expect(explained.out).toMatch(
      /pairWidth_m .* searched 500 nm \.\.\. 10 um +250 nm \.\.\. 20 um .*declared 2\.6 um, derived:/u,
    );
    expect(explained.out).toMatch(/^\[razavi2015\] Behzad Razavi\. /mu);
    expect((await neurofront("report", archive)).code).toBe(0);
    // The same sensitivities as at the end of the run.
    expect(readFileSync(join(out, "report.html"), "utf8")).toContain('id="figure-tornado-full"');
    const other = studyFile(example.replace(`"seed": 1`, `"seed": 2`));
    const refused = await neurofront("run", other, "--out", out);
    expect(refused.code).toBe(2);
    expect(refused.err).toContain("holds the archive of another study");
  }, 180_000);
});

it("why-not tells of one search what it breaks, what holds its front, and how its designs react", async () => {
  const archive = join(folder, "out", "archive.sqlite");
  const quick = example.replace(`"evaluations": 400`, `"evaluations": 40`);
  const study = studyFile(quick.replace(`"seed": 1`, `"optimizer": { "use": "random-search" }, "seed": 1`));
  expect((await neurofront("run", study, "--out", join(folder, "out"))).code).toBe(0);
  const why = await neurofront("why-not", archive, "latch/full");
  expect(why.code).toBe(0);
  for (const part of [
    "candidates break",
    "what holds the",
    "design by design",
    "elasticities at",
    "of the best design",
  ])
    expect(why.out).toContain(part);
  expect(why.out).toMatch(/^neuron\.pairWidth_m +0\.\d\d/mu);
  expect(why.out).not.toContain("dwm/full");
  const misspelt = await neurofront("why-not", archive, "latch/ful");
  expect([misspelt.code, misspelt.err]).toEqual([
    2,
    `"latch/ful" is no search of this archive; searches here: dwm/full, latch/full\n`,
  ]);
}, 180_000);

it("an empty file is pointed to a help that has an example", async () => {
  const { code, err } = await neurofront("validate", studyFile(""));
  expect(code).toBe(2);
  expect(err).toContain(`see "neurofront validate --help" for an example`);
});

it("validate --help and run --help show a complete study, which is legal and runs", async () => {
  const [shown, other] = await Promise.all(
    ["validate", "run"].map(async (command) => /^\{$[\s\S]*^\}$/mu.exec((await neurofront(command, "--help")).out)![0]),
  );
  expect(other).toBe(shown);
  const path = studyFile(shown!);
  const validated = await neurofront("validate", path);
  expect([validated.code, validated.out]).toEqual([0, expect.stringContaining("is a legal study")]);
  const quick = studyFile(shown!.replace(`"evaluations": 100`, `"evaluations": 20`));
  const run = await neurofront("run", quick, "--out", join(folder, "out"));
  expect(run.code).toBe(0);
  expect(run.out).toContain("has the lowest energy-delay product");
}, 180_000);

it("lists unit, range, default, scale, meaning and source of every parameter, presets, and what is cited", async () => {
  const { out } = await neurofront("list", "parameters", "dwm-neuron");
  expect(out).toMatch(
    /length +m +20 nm \.\.\. 500 nm +60 nm +log +length of the free domain.* paper: section III.*\[sharad2013\]/u,
  );
  expect(out).toMatch(/^A +paper, device.*length 60 nm, width 20 nm/mu);
  expect(out).toContain("[sharad2013] Mrigank Sharad");
});

it.each([60, 80, 100])("wraps to a terminal of %d columns, and only there", async (columns) => {
  const whole = await neurofront("list", "parameters", "paper-generic-memristor");
  expect(Math.max(...whole.out.split("\n").map(({ length }) => length))).toBeGreaterThan(150);
  let out = "";
  const silent = { write: () => true };
  const terminal = {
    out: { write: (text: string) => (out += text) },
    err: silent,
    interactive: true,
    width: columns,
    columns,
  };
  await main(["list", "plugins"], terminal);
  await main(["list", "metrics"], terminal);
  await main(["list", "parameters", "dwm-neuron"], terminal);
  await main(["simulate", "dwm-neuron"], terminal);
  await main(["simulate", "crossbar", "--set", "featureSize=45 nm"], terminal);
  expect(out.split("\n").filter(({ length }) => length > columns)).toEqual([]);
});

it("tells progress as JSON lines", async () => {
  const path = studyFile(JSON.stringify(tinyStudy(1)));
  const { code, out, err } = await neurofront("run", path, "--out", join(folder, "out"), "--progress", "json");
  expect(code).toBe(0);
  const lines = err
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as { event: string; totalBudget: number });
  expect(new Set(lines.map(({ event }) => event))).toEqual(new Set(["progress", "notice"]));
  expect(JSON.parse(out)).toMatchObject({ event: "result" });
}, 180_000);

it("the committed schema is what `neurofront schema --out studies/study.schema.json` writes", async () => {
  const { out } = await neurofront("schema");
  const committed: unknown = JSON.parse(readFileSync(join(repository, "studies/study.schema.json"), "utf8"));
  expect(committed).toEqual(JSON.parse(out));
});

it.each(["plugins", "parameters", "metrics", "ledger", "discrepancies"])("lists %s", async (what) => {
  const { code, out } = await neurofront("list", what);
  expect([code, out.split("\n").length > 5]).toEqual([0, true]);
});

it.each(["run", "validate", "list", "explain", "report", "schema", "simulate", "why-not", "compare", "reproduce"])(
  "%s --help has an example",
  async (command) => {
    const { code, out } = await neurofront(command, "--help");
    expect(code).toBe(0);
    expect(out).toContain(`  neurofront ${command}`);
  },
);
