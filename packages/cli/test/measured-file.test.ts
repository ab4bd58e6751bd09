import { mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { filesBeside } from "../src/measured-file.ts";
import { scratchFolder } from "./plugins/files.ts";

const folder = scratchFolder();
const read = (file: string) => filesBeside(join(folder.path, "lab/study.json"))(file);

it("reads files in the folder of the study and below, also through links that stay there", () => {
  folder.write("lab/points.csv", "beside");
  folder.write("lab/data/points.csv", "below");
  symlinkSync("data/points.csv", join(folder.path, "lab/link.csv"));
  expect(["points.csv", "./points.csv", "data/points.csv", "link.csv"].map(read)).toEqual(
    ["beside", "beside", "below", "below"].map((text) => ({ ok: true, text })),
  );
});

it.each([
  ["an absolute path", "/etc/hostname", "in its own folder or below only"],
  ["a path upwards", "../secret.csv", "in its own folder or below only"],
  ["a path down and upwards", "data/../../secret.csv", "in its own folder or below only"],
  ["a path of Windows upwards", "..\\secret.csv", "in its own folder or below only"],
  ["nothing there", "other.csv", "does not exist beside the study"],
  ["a null byte", "a\0.csv", "does not exist beside the study"],
  ["the folder itself", ".", "leaves the folder"],
  ["a folder", "data", "is no file"],
  ["a link that leaves", "link.csv", "a link that leaves the folder of the study"],
  ["a folder that is a link that leaves", "outside/secret.csv", "a link that leaves the folder of the study"],
  ["a link to a neighbour whose name begins alike", "near.csv", "a link that leaves the folder of the study"],
  ["a file of more than a megabyte", "large.csv", "legal: at most 1000000"],
])("refuses %s", (_what, file, problem) => {
  folder.write("secret.csv", "secret");
  folder.write("lab-of-others/points.csv", "secret");
  folder.write("lab/large.csv", "1".repeat(1_000_001));
  mkdirSync(join(folder.path, "lab/data"));
  symlinkSync("../secret.csv", join(folder.path, "lab/link.csv"));
  symlinkSync("..", join(folder.path, "lab/outside"));
  symlinkSync("../lab-of-others/points.csv", join(folder.path, "lab/near.csv"));
  const reading = read(file);
  expect(reading).toMatchObject({ ok: false });
  expect((reading as { problem: string }).problem).toContain(problem);
});
