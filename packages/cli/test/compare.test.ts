import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { testFolder } from "./test-folder.ts";
import { neurofront, ran, tinyStudy } from "./tiny-study.ts";

const folder = testFolder();
let seeds: string[] = [];
let hot = "";

beforeAll(async () => {
  seeds = [];
  for (const seed of [1, 2, 3]) seeds.push(await ran(folder, `seed-${seed}`, tinyStudy(seed)));
  hot = await ran(folder, "hot", tinyStudy(4, { temperature: "350 K", accounting: "paper" }));
}, 120_000);

describe("neurofront compare", () => {
  it("takes runs that differ in the seed together, and prints every table", async () => {
    const { code, out, err } = await neurofront("compare", ...seeds);
    expect([code, err]).toEqual([0, ""]);
    expect(out).toMatch(
      /It beats (?:ideal|latch) by a factor of \S+ \(\S+ to \S+ over runs; \S+ to \S+ per correct decision over chips; chance \S+ %\)/u,
    );
    for (const caption of [
      "Best design of all runs",
      "Gain in energy-delay product",
      "bound on the accuracy",
      "bound on the delay",
      "Hypervolume of energy and delay",
      "Front of the first",
    ])
      expect(out).toContain(caption);
    expect(out).toMatch(/^ideal +3 +\d+ +seed-[123] +\d+ /mu);
  });

  it("writes page, tables and JSON that agree, and does not overwrite them unasked", async () => {
    const to = join(folder, "compared");
    const first = await neurofront("compare", ...seeds, "--out", to);
    expect([first.code, first.err]).toEqual([0, ""]);
    expect(readdirSync(to).toSorted()).toEqual([
      "attainment-full.csv",
      "best-full.csv",
      "compare.html",
      "compare.json",
      "crossovers-accuracy-full.csv",
      "crossovers-delay-full.csv",
      "gains-full.csv",
      "hypervolume-full.csv",
      "relations-full.csv",
    ]);
    const comparison = JSON.parse(readFileSync(join(to, "compare.json"), "utf8")) as {
      accountings: { gains: { of: string; over: string; factor: number }[] }[];
    };
    const [gain] = comparison.accountings[0]!.gains;
    const csv = readFileSync(join(to, "gains-full.csv"), "utf8").split("\r\n");
    expect(csv[1]).toMatch(new RegExp(`^${gain!.of},${gain!.over},${gain!.factor},`, "u"));
    expect(readFileSync(join(to, "compare.html"), "utf8")).toContain("attainment-band");

    const refused = await neurofront("compare", ...seeds, "--out", to);
    expect(refused.code).toBe(2);
    expect(refused.err).toContain("exists already");
    expect((await neurofront("compare", ...seeds, "--out", to, "--overwrite")).code).toBe(0);
  });

  it("compares the technologies of one archive, with the reference point that is given", async () => {
    const { code, out } = await neurofront("compare", seeds[0]!, "--reference", "energy=10 pJ, delay=1 us");
    expect(code).toBe(0);
    expect(out).toContain("up to energy 10 pJ, delay 1 us (as given)");
    expect(out).not.toContain("over runs");
  });

  it("refuses archives that hold something else equal, and says in what", async () => {
    const { code, out, err } = await neurofront("compare", seeds[0]!, hot, "--out", join(folder, "never"));
    expect([code, out]).toEqual([2, ""]);
    expect(err).toBe(
      "These archives cannot be compared fairly:\n" +
        "  /held/temperature_K: 300 in seed-1, 350 in hot\n" +
        '  /held/accounting/0: "full" in seed-1, "paper" in hot; --accounting compares under one that all have\n',
    );
    expect(readdirSync(folder)).not.toContain("never");
  });

  it.each([
    [["--reference", "energy=1 pJ"], "needs a value for every objective; delay"],
    [["--reference", "enregy=1 pJ"], `did you mean "energy"?`],
    [["--reference", "energy=1 ns,delay=1 ns"], "not in a unit of J"],
    [["--accounting", "paper"], "was not searched under the paper accounting"],
    [["--accounting", "half"], "Allowed choices are paper, full"],
  ])("refuses %j", async (options, message) => {
    const { code, err } = await neurofront("compare", seeds[0]!, ...options);
    expect(code).toBe(2);
    expect(err).toContain(message);
  });

  it("refuses the same archive twice, and what is none", async () => {
    expect((await neurofront("compare", seeds[0]!, seeds[0]!)).err).toContain("an archive is named twice");
    const text = join(folder, "text.sqlite");
    writeFileSync(text, "not a database");
    expect(await neurofront("compare", seeds[0]!, text)).toMatchObject({
      code: 2,
      err: expect.stringContaining("is not a neurofront archive"),
    });
  });
});
