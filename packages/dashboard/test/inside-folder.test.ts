import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { fileInside, placeInside } from "../src/inside-folder.ts";

let root: string;
let folder: string;

beforeAll(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), "neurofront-inside-")));
  folder = join(root, "served");
  mkdirSync(join(folder, "in/deep"), { recursive: true });
  mkdirSync(join(root, "served-too"));
  for (const file of ["secret.json", "served/a.json", "served/in/deep/b.json", "served-too/c.json"])
    writeFileSync(join(root, file), "{}");
  symlinkSync(join(root, "secret.json"), join(folder, "link.json"));
  symlinkSync(root, join(folder, "out-link"));
  symlinkSync(join(folder, "in"), join(folder, "in-link"));
});

afterAll(() => {
  rmSync(root, { recursive: true });
});

it.each(["a.json", "in/deep/b.json"])("%s is inside", (path) => {
  expect(fileInside(folder, path)).toBe(join(folder, path));
});

it.each([
  ["../secret.json", 403],
  ["in/../../secret.json", 403],
  ["in/./deep/b.json", 403],
  ["in//deep/b.json", 403],
  ["/etc/passwd", 403],
  [String.raw`in\..\..\secret.json`, 403],
  ["a.json\0.txt", 403],
  ["", 403],
  [".", 403],
  ["a".repeat(2000), 403],
  ["../served-too/c.json", 403],
  ["link.json", 403],
  ["out-link/secret.json", 403],
  ["in-link/deep/b.json", 403],
  ["in/deep", 403],
  ["none.json", 404],
  ["none/none.json", 404],
])("%s is refused", (path, status) => {
  expect(() => fileInside(folder, path)).toThrow(expect.objectContaining({ name: "RequestError", status }));
});

it("a new file may stand in a folder that is there, and nowhere else", () => {
  expect(placeInside(folder, "in/new.json")).toBe(join(folder, "in/new.json"));
  for (const path of ["../new.json", "out-link/new.json", "none/new.json"])
    expect(() => placeInside(folder, path)).toThrow(/folder|link/);
});
