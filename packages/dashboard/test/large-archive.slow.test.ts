import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launchChromium } from "../../../test/chromium.ts";
import { mayDoWithout } from "../../../test/installed-tool.ts";
import { writeLargeArchive } from "./large-archive.ts";
import { ask, smallDashboard } from "./small-dashboard.ts";
import type { DrawnPart } from "../src/archive-view.ts";
import type { SmallDashboard } from "./small-dashboard.ts";

/** Two seconds on a machine with nothing else to do; four times that where tests share it. */
const PATIENCE_MS = 8000;

let small: SmallDashboard;
let browser: Browser;
let feasible: number;

describe.skipIf(mayDoWithout("chromium"))("an archive of 100,000 candidates", () => {
  beforeAll(async () => {
    small = await smallDashboard();
    mkdirSync(join(small.folder, "out/large"));
    feasible = writeLargeArchive(join(small.folder, "out/large/archive.sqlite"));
    browser = await launchChromium();
  }, 120_000);

  afterAll(async () => {
    await browser.close();
    await small.end();
  });

  it("is painted, drawn, filtered and sorted while a person waits", async () => {
    const page = await browser.newPage({ viewport: { width: 1300, height: 900 } });
    await page.goto(small.dashboard.url);
    await page.locator(".side a", { hasText: "out/large" }).waitFor();
    const times: Record<string, number> = {};
    const timed = async (what: string, act: () => Promise<unknown>, seen: string): Promise<void> => {
      const begun = performance.now();
      await act();
      await page.locator(seen).first().waitFor();
      times[what] = Math.round(performance.now() - begun);
      expect(times[what], what).toBeLessThan(PATIENCE_MS);
    };
    await timed("answer and progress", () => page.locator(".side a", { hasText: "out/large" }).click(), ".headline");
    await timed("fronts", () => Promise.resolve(), "#figure-energy-delay-full .front-designs");
    await timed("designs", () => Promise.resolve(), ".candidates tbody tr");
    expect(await page.locator(".designs [role=status]").textContent()).toBe("Designs 1 to 50 of 100,000");
    await timed("sorted", () => page.locator("[data-action=sort-edp]").click(), "th[aria-sort=ascending]");
    await timed(
      "filtered",
      () => page.selectOption("select[name=standing]", "feasible"),
      `.designs :text("of ${feasible.toLocaleString("en")}")`,
    );
    console.log(`100,000 candidates, milliseconds: ${JSON.stringify(times)}`);
  });

  it("is sent figure by figure, each with every design of a front and few of the others", async () => {
    const { text } = await ask(small.dashboard, "/api/figures?archive=out%2Flarge%2Farchive.sqlite");
    const lines = text.trimEnd().split("\n");
    const parts = lines.map((line) => JSON.parse(line) as DrawnPart);
    const sizes = parts.map((part, k) => [
      "figure" in part ? part.figure.id : Object.keys(part)[0]!,
      lines[k]!.length,
      "figure" in part ? part.figure.markup.split("<path ").length - 1 : 0,
    ]);
    console.log(`100,000 candidates, bytes and marks: ${JSON.stringify(sizes)}`);
    expect(parts.filter((part) => "figure" in part)).toHaveLength(7);
    for (const part of parts) {
      if (!("figure" in part)) continue;
      const { id, markup } = part.figure;
      const [, drawn, front, others = "0", broken = "0"] =
        /Drawn: (\d+) of (\d+) designs of the fronts, (\d+) of \d+ dominated and (\d+) of \d+ infeasible ones/u.exec(
          markup,
        ) ?? [];
      expect(drawn, id).toBe(front);
      expect(Number(others) + Number(broken), id).toBeLessThanOrEqual(800);
    }
    expect(text.length).toBeLessThan(2_000_000);
  });
});
