import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { mayDoWithout } from "../../../../test/installed-tool.ts";
import { compareArchives } from "../../src/compare/cross-comparison.ts";
import { renderComparison, renderFigures } from "../../src/index.ts";
import { syntheticInput } from "../synthetic-candidates.ts";
import { syntheticStudy } from "../synthetic-study.ts";

const patience_ms = 120_000;
const folder = mkdtempSync(join(tmpdir(), "neurofront-compare-"));
const said: string[] = [];
const requested: string[] = [];
let browser: Browser;
let page: Page;

describe.skipIf(mayDoWithout("chromium"))("a comparison in a browser", () => {
  beforeAll(async () => {
    const archives = [1, 2, 3].map((seed) => ({
      label: `seed ${seed}`,
      ...syntheticInput({ ...syntheticStudy(), seed }, 60),
    }));
    const file = join(folder, "compare.html");
    writeFileSync(file, await renderComparison(compareArchives(archives)));
    browser = await chromium.launch({
      executablePath: "/usr/bin/chromium",
      args: ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"],
    });
    page = await browser.newPage({ viewport: { width: 1100, height: 900 } });
    page.on("console", (message) => said.push(message.text()));
    page.on("pageerror", (error) => said.push(error.message));
    page.on("request", (request) => requested.push(request.url()));
    await page.goto(pathToFileURL(file).href);
  }, patience_ms);

  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true });
  });

  it("opens from its file without a word on the console and asks for nothing but itself", () => {
    expect(said).toEqual([]);
    expect(requested).toEqual([pathToFileURL(join(folder, "compare.html")).href]);
  });

  it("draws lines and bands inside the frame", async () => {
    const frame = (await page.locator("#figure-attainment-full svg").boundingBox())!;
    for (const shape of await page.locator("#figure-attainment-full .attained-by-half path").all()) {
      const box = (await shape.boundingBox())!;
      expect(box.width).toBeGreaterThan(0);
      expect(box.x).toBeGreaterThanOrEqual(frame.x);
      expect(box.y + box.height).toBeLessThanOrEqual(frame.y + frame.height);
    }
  });

  it("does not scroll sideways on a telephone", async () => {
    await page.setViewportSize({ width: 390, height: 800 });
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(390);
  });

  it("shows exported figures as XML", async () => {
    for (const { id, svg } of await renderFigures(syntheticInput(undefined, 40))) {
      const path = join(folder, `${id}.svg`);
      writeFileSync(path, svg);
      const alone = await browser.newPage();
      await alone.goto(pathToFileURL(path).href);
      expect(await alone.locator("parsererror").count()).toBe(0);
      expect(await alone.locator("svg text").count()).toBeGreaterThan(10);
      await alone.close();
    }
  });
});
