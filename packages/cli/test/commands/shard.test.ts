import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { runStudy } from "../../src/index.ts";
import { main } from "../../src/main.ts";
import { archiveContents } from "../evaluate/archive-contents.ts";
import { scratchFolder } from "../plugins/files.ts";

const folder = scratchFolder();

async function neurofront(...args: readonly string[]): Promise<{ code: number; err: string }> {
  let err = "";
  const terminal = {
    out: { write: () => "" },
    err: { write: (text: string) => (err += text) },
    interactive: false,
    width: 200,
  };
  return { code: await main(args, terminal), err };
}

const technology = (voltage: string) => ({
  neuron: { use: "ideal-neuron" },
  synapse: { use: "paper-generic-memristor", fullScaleCurrent: { range: ["0.3 uA", "30 uA"] } },
  interconnect: { use: "crossbar" },
  inputVoltage: voltage,
});
const study = (seed: number): string =>
  JSON.stringify({
    title: "In parts",
    held: { temperature: "300 K", workload: { use: "iris" }, accounting: ["paper", "full"] },
    technologies: { low: technology("20 mV"), high: technology("80 mV") },
    objectives: [{ minimize: "energy" }, { minimize: "delay" }],
    variation: { chips: 2 },
    budget: { evaluations: 5 },
    seed,
  });

describe("the parts of a study", () => {
  it("merged are what one run writes, row by row", { timeout: 120_000 }, async () => {
    const path = folder.write("study.json", study(1));
    const at = (name: string): string => join(folder.path, name);
    for (const part of [1, 2, 3])
      expect(
        (await neurofront("shard", path, "--part", `${part}/3`, "--out", at("parts"), "--threads", "0")).code,
      ).toBe(0);
    const archives = [3, 1, 2].map((part) => at(`parts/part-${part}/archive.sqlite`));
    const some = await neurofront("merge", ...archives.slice(1), "--out", at("some"));
    expect(some.err).toBe("not in any part: high/paper\n");
    expect((await neurofront("merge", ...archives, "--out", at("parts"))).err).toBe("");
    await runStudy(path, { out: at("whole"), threads: 0 }).result;
    expect(archiveContents(at("parts/archive.sqlite"))).toEqual(archiveContents(at("whole/archive.sqlite")));

    const again = await neurofront("merge", ...archives, "--out", at("parts"));
    expect([again.code, again.err]).toEqual([2, expect.stringContaining("exists already")]);
    writeFileSync(path, study(2));
    await neurofront("shard", path, "--part", "1/4", "--out", at("others"), "--threads", "0");
    const mixed = await neurofront("merge", archives[0]!, at("others/part-1/archive.sqlite"), "--out", at("mixed"));
    expect([mixed.code, mixed.err]).toEqual([2, expect.stringContaining("is of another study")]);
  });

  it.each(["0/2", "3/2", "1/5", "2", "a/b"])("%s is refused where there are four searches", async (part) => {
    const path = folder.write("study.json", study(1));
    const { code, err } = await neurofront("shard", path, "--part", part, "--out", join(folder.path, "parts"));
    expect([code, err]).toEqual([2, expect.stringContaining("the study has 4 searches")]);
  });
});
