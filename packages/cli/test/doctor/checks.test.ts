import { chmodSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import {
  cacheCheck,
  folderChecks,
  machineChecks,
  nodeCheck,
  pluginCheck,
  programChecks,
  sqliteCheck,
} from "../../src/doctor/checks.ts";
import { testFolder } from "../test-folder.ts";
import { neurofront } from "../tiny-study.ts";

const folder = testFolder();

describe("neurofront doctor", () => {
  it("finds this machine fit, names what is optional, and leaves nothing behind", async () => {
    const { code, out } = await neurofront("doctor", "--out", join(folder, "not/yet"));
    expect(code).toBe(0);
    expect(out).toMatch(/ok +Node +24\./u);
    expect(out).toMatch(/ok +SQLite +3\.\d+\.\d+, write-ahead log works/u);
    expect(out).toMatch(/ok +cache +none, as NEUROFRONT_CACHE says/u);
    expect(out).toMatch(/ok +plugins +\d+: dwm-neuron 0\.1\.0/u);
    expect(readdirSync(folder)).toEqual([]);
  }, 30_000);

  it("says in one line what is wrong with a plugin, with exit code 1", async () => {
    writeFileSync(join(folder, "broken.ts"), "throw new Error('of no use')");
    const { code, out, err } = await neurofront("doctor", "--out", folder, "--plugin", join(folder, "broken.ts"));
    expect(out).toMatch(/wrong +plugins .*of no use/u);
    expect(err).toContain("wrong: plugins");
    expect(code).toBe(1);
    rmSync(join(folder, "broken.ts"));
  }, 30_000);

  it.each([
    ["an old Node", [nodeCheck("22.1.0")], "wrong", "install Node 24.15.0 or newer"],
    ["little memory", machineChecks(2 ** 28).slice(1), "wrong", "give it 1.0 GiB at least"],
    ["a disk that is nearly full", folderChecks(folder, () => 1000).slice(1), "wrong", "make room"],
    ["a cache in a folder of others", [cacheCheck("/proc/self/neurofront")], "absent", "NEUROFRONT_CACHE"],
    ["a database in no folder", [sqliteCheck("/proc/self")], "wrong", "choose another folder"],
    ["programs that are not there", programChecks("/nowhere"), "absent", "install "],
  ] as const)("of %s says what to do", (_, checks, verdict, advice) => {
    for (const check of checks) {
      expect(check.verdict).toBe(verdict);
      expect(check.advice).toContain(advice);
    }
  });

  it("finds a program on the path", () => {
    const bin = join(folder, "bin");
    mkdirSync(bin);
    writeFileSync(join(bin, "ngspice"), "");
    chmodSync(join(bin, "ngspice"), 0o755);
    expect(programChecks(bin).find(({ subject }) => subject === "ngspice")).toMatchObject({ verdict: "ok" });
    rmSync(bin, { recursive: true });
  });

  it("reports a catalog that cannot be opened", async () => {
    const check = await pluginCheck(() => Promise.reject(new Error("two plugins are called x\nat y")));
    expect(check).toMatchObject({ verdict: "wrong", found: "two plugins are called x" });
  });
});
