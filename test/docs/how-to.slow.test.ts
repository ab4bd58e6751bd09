import { globSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { fromSources, runPage } from "./run-page.ts";

const pages = globSync("docs/how-to/*.md", { cwd: join(import.meta.dirname, "../..") }).toSorted();

it("there is a page for each thing that people do", () => {
  expect(pages.length).toBeGreaterThan(7);
});

it.each(pages)(
  "%s does what it says",
  async (page) => {
    const folder = mkdtempSync(join(tmpdir(), "neurofront-how-to-"));
    try {
      expect(await runPage(page, folder, fromSources)).toBeGreaterThan(3);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
  200_000,
);
