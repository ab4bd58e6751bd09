import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Plugin, WorkloadModel } from "@neurofront/core";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { buildCatalog } from "../src/catalog.ts";
import { parseStudy } from "../src/parse.ts";
import { resolveStudy } from "../src/resolve.ts";
import { smallHashes, smallPlugin, smallStudy } from "./small-plugins.ts";

let top = "";
let folder = "";
beforeEach(() => {
  top = mkdtempSync(join(tmpdir(), "neurofront-files-"));
  folder = join(top, "studies");
  mkdirSync(join(folder, "weights"), { recursive: true });
  writeFileSync(join(folder, "weights/own.json"), "[1]");
  writeFileSync(join(top, "secret.json"), "[2]");
});
afterEach(() => rmSync(top, { recursive: true, force: true }));

const seen: unknown[] = [];
const fromFile: Plugin = {
  ...smallPlugin,
  models: smallPlugin.models.map((model) =>
    model.role === "workload"
      ? ({
          ...model,
          files: { weights: { meaning: "weights", extensions: [".json", ".npy"] } },
          prepare(design, seed, files = {}) {
            const text = files["weights"] === undefined ? undefined : Buffer.from(files["weights"].bytes).toString();
            seen.push(text);
            if (text === "broken") throw new Error("is broken");
            return model.prepare(design, seed);
          },
        } satisfies WorkloadModel)
      : model,
  ),
};

const resolved = async (path: string) => {
  const text = smallStudy.replace(
    `"use": "small-letters"`,
    `"use": "small-letters", "weights": ${JSON.stringify(path)}`,
  );
  const catalog = buildCatalog([fromFile], smallHashes);
  return (await resolveStudy(parseStudy(text, "my.json", catalog), catalog, folder)).resolved;
};

describe("a file of a study", () => {
  it("reaches the workload, and the resolved form has its hash", async () => {
    const study = await resolved("weights/own.json");
    expect(seen.at(-1)).toBe("[1]");
    // SHA-256 of the three characters [1].
    expect(study.held.workload.files).toEqual({
      weights: { path: "weights/own.json", hash: "080a9ed428559ef602668b4c00f114f1a11c3f6b02a435f0bdc154578e4d7f22" },
    });
    writeFileSync(join(folder, "weights/own.json"), "[3]");
    expect((await resolved("weights/own.json")).hash).not.toBe(study.hash);
  });

  it.each([
    ["../secret.json", "which is not below the folder of the study"],
    ["weights/../../secret.json", "which is not below the folder of the study"],
    ["..\\secret.json", "which is not below the folder of the study"],
    ["C:/secret.json", "which is not below the folder of the study"],
    ["weights/other.json", "but there is no such file beside the study"],
    ["weights/own.txt", "legal endings: .json, .npy"],
    ["folder.json", "which is not a file"],
  ])("%s is refused", async (path, message) => {
    mkdirSync(join(folder, "folder.json"));
    await expect(resolved(path)).rejects.toThrow(`my.json /held/workload/weights names ${JSON.stringify(path)}`);
    await expect(resolved(path)).rejects.toThrow(message);
  });

  it("is refused by its absolute path", async () => {
    await expect(resolved(join(top, "secret.json"))).rejects.toThrow("which is not below the folder of the study");
  });

  it("is refused where a link, of it or of a folder on the way, leads out", async () => {
    symlinkSync(join(top, "secret.json"), join(folder, "link.json"));
    symlinkSync(top, join(folder, "up"));
    for (const path of ["link.json", "up/secret.json"])
      await expect(resolved(path)).rejects.toThrow("a link that leaves the folder of the study");
  });

  it("may be a link within the folder", async () => {
    symlinkSync(join(folder, "weights/own.json"), join(folder, "link.json"));
    await resolved("link.json");
    expect(seen.at(-1)).toBe("[1]");
  });

  it("is refused when it is larger than its kind may be", async () => {
    truncateSync(join(folder, "weights/own.json"), 2 ** 25 + 1);
    await expect(resolved("weights/own.json")).rejects.toThrow("has 33554433 bytes; at most 33554432 are read");
  });

  it("is named when the workload cannot use it", async () => {
    writeFileSync(join(folder, "weights/own.json"), "broken");
    await expect(resolved("weights/own.json")).rejects.toThrow(
      `my.json /held/workload/weights names "weights/own.json", which is broken`,
    );
  });
});
