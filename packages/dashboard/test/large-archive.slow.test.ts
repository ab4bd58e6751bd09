import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { Archive } from "@neurofront/archive";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launchChromium } from "../../../test/chromium.ts";
import { mayDoWithout } from "../../../test/installed-tool.ts";
import { syntheticInput } from "../../report/test/synthetic-candidates.ts";
import { seal } from "../../cli/test/sealed-archive.ts";
import { smallDashboard } from "./small-dashboard.ts";
import type { SmallDashboard } from "./small-dashboard.ts";

/** Each of 2,000 candidates stands in the archive fifty times, a little different each time. */
const BASE = 200;
const COPIES = 50;
const MORE = `
WITH RECURSIVE copy(k) AS (SELECT 1 UNION ALL SELECT k + 1 FROM copy WHERE k < ${COPIES - 1}),
  scaled AS (SELECT k, 1 + 0.004 * (k * 37 % ${COPIES} - 25) AS f FROM copy)
INSERT INTO candidate SELECT search, candidate + ${BASE} * k, status, violation, reason, fidelity, chips, COLUMNS,
  iif(status = 'ok', json_array((objectives ->> 0) * f, (objectives ->> 1) / f / f), objectives), coordinates, design, detail, checksum
FROM candidate, scaled`;

/** Two seconds on a machine with nothing else to do; four times that where tests share it. */
const PATIENCE_MS = 8000;

let small: SmallDashboard;
let browser: Browser;
let feasible: number;

describe.skipIf(mayDoWithout("chromium"))("an archive of 100,000 candidates", () => {
  beforeAll(async () => {
    small = await smallDashboard();
    const input = syntheticInput(undefined, BASE);
    feasible = input.candidates.filter(
      ({ violation, assessment }) => violation === 0 && assessment.status === "ok",
    ).length;
    mkdirSync(join(small.folder, "out/large"));
    const path = join(small.folder, "out/large/archive.sqlite");
    const archive = Archive.create(path, input.study);
    archive.append(input.candidates);
    archive.close();
    const database = new DatabaseSync(path);
    const columns = database.prepare("SELECT name FROM pragma_table_info('candidate')").all() as { name: string }[];
    const scaled = columns
      .map(({ name }) => name)
      .filter((name) => !MORE.includes(name))
      .map((name) => (name === "energy_J" ? "energy_J * f" : name === "delay_s" ? "delay_s / f / f" : `"${name}"`));
    database.exec(MORE.replace("COLUMNS", scaled.join(", ")));
    database.exec("BEGIN");
    seal(database);
    database.exec("COMMIT");
    database.close();
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
      `.designs :text("of ${(COPIES * feasible).toLocaleString("en")}")`,
    );
    console.log(`100,000 candidates, milliseconds: ${JSON.stringify(times)}`);
  });
});
