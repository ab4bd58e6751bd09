import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launchChromium, traceOf } from "../../../../test/chromium.ts";
import type { PageTrace } from "../../../../test/chromium.ts";
import { mayDoWithout } from "../../../../test/installed-tool.ts";
import { compareArchives } from "../../src/compare/cross-comparison.ts";
import { renderComparison, renderFigures } from "../../src/index.ts";
import { syntheticInput } from "../synthetic-candidates.ts";
import { syntheticStudy } from "../synthetic-study.ts";

const patience_ms = 120_000;
const folder = mkdtempSync(join(tmpdir(), "neurofront-compare-"));
let browser: Browser;
let page: Page;
let trace: PageTrace;

describe.skipIf(mayDoWithout("chromium"))("a comparison in a browser", () => {
  beforeAll(async () => {
    const archives = [1, 2, 3].map((seed) => ({
      label: `seed ${seed}`,
      ...syntheticInput({ ...syntheticStudy(), seed }, 60),
    }));
    const file = join(folder, "compare.html");
    writeFileSync(file, await renderComparison(compareArchives(archives)));
    browser = await launchChromium();
    page = await browser.newPage({ viewport: { width: 1100, height: 900 } });
    trace = traceOf(page);
    await page.goto(pathToFileURL(file).href);
  }, patience_ms);

  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true });
  });

  it("opens from its file without a word on the console and asks for nothing but itself", () => {
    expect(trace.said).toEqual([]);
    expect(trace.requested).toEqual([pathToFileURL(join(folder, "compare.html")).href]);
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
    const alone = await browser.newPage();
    for (const { id, svg } of await renderFigures(syntheticInput(undefined, 40))) {
      const path = join(folder, `${id}.svg`);
      writeFileSync(path, svg);
      await alone.goto(pathToFileURL(path).href);
      expect(await alone.locator("parsererror").count()).toBe(0);
      expect(await alone.locator("svg text").count()).toBeGreaterThan(10);
    }
    await alone.close();
  });
});
