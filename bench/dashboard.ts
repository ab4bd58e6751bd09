/**
 * First paint of every figure of an archive of 100,000 candidates on the page of `neurofront serve`, in a real browser:
 * `node bench/dashboard.ts [checkout]`. With another checkout of this repository both are measured in turn and compared.
 *
 * Time counts from the click on the archive until a frame with the figure was painted; the server has just been started and has
 * read nothing but the list of its folder. The goal is 2 s for every figure.
 */
import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { writeLargeArchive } from "../packages/dashboard/test/large-archive.ts";
import { launchChromium } from "../test/chromium.ts";

const ROUNDS = 5;
const GOAL_ms = 2000;
/** A page that has not painted every figure by then will not. */
const PATIENCE_ms = 120_000;

/** A checkout that cannot be measured. */
class NotMeasured extends Error {}

/** When parts of the page were first painted, after the click. */
type Paints = Readonly<Record<string, number>>;

/** Runs in the page: what has appeared is noted after the frame that shows it. */
const WATCH = `(() => {
  const paints = window.paints = {};
  const parts = () => [
    ...[...document.querySelectorAll("figure")].filter((figure) => figure.querySelector("svg [d], svg rect")).map((figure) => figure.querySelector("[id^=figure-]")?.id.slice(7) ?? figure.id),
    ...(document.querySelector(".headline") ? ["answer"] : []),
    ...(document.querySelector(".candidates tbody tr") ? ["table"] : []),
  ];
  let begun;
  addEventListener("click", () => { begun = performance.now(); }, { capture: true });
  new MutationObserver(() => {
    const seen = parts().filter((part) => !(part in paints));
    for (const part of seen) paints[part] = undefined;
    if (seen.length > 0) requestAnimationFrame(() => setTimeout(() => {
      for (const part of seen) paints[part] = Math.round(performance.now() - begun);
    }));
  }).observe(document, { childList: true, subtree: true });
})()`;

async function firstPaints(checkout: string, folder: string, browser: Browser): Promise<Paints> {
  const server = spawn(process.execPath, [join(checkout, "packages/cli/bin/neurofront.js"), "serve", folder], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  try {
    const address = await new Promise<string>((resolve, reject) => {
      server.once("exit", () =>
        reject(new NotMeasured(`${checkout}: neurofront serve ended before it said its address`)),
      );
      let said = "";
      server.stdout.on("data", (part: Buffer) => {
        said += String(part);
        const found = /http:\S+/u.exec(said)?.[0];
        if (found !== undefined) resolve(found);
      });
    });
    const page = await browser.newPage({ viewport: { width: 1300, height: 900 } });
    await page.addInitScript(WATCH);
    await page.goto(address);
    await page.locator(".side a", { hasText: "large" }).click();
    const alert = page.locator("[role=alert]:visible").first();
    const begun_ms = performance.now();
    let paints: Paints;
    do {
      await page.waitForTimeout(200);
      // Such as an archive of a version that this checkout does not read.
      if (await alert.isVisible()) throw new NotMeasured(`${checkout}: ${await alert.innerText()}`);
      if (performance.now() - begun_ms > PATIENCE_ms)
        throw new NotMeasured(`${checkout}: not every figure was painted within ${PATIENCE_ms / 1000} s`);
      paints = await page.evaluate<Paints>("window.paints");
    } while (!(paints["table"]! > 0 && paints["ledger"]! > 0));
    await page.close();
    return paints;
  } finally {
    if (server.exitCode === null) {
      const ended = new Promise((resolve) => server.once("exit", resolve));
      server.kill("SIGTERM");
      await ended;
    }
  }
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;
}

const checkouts = [join(import.meta.dirname, ".."), ...process.argv.slice(2, 3)];
const folder = mkdtempSync(join(tmpdir(), "neurofront-bench-"));
const browser = await launchChromium();
try {
  mkdirSync(join(folder, "large"));
  writeLargeArchive(join(folder, "large/archive.sqlite"));
  const rounds: Paints[][] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const each: Paints[] = [];
    for (const checkout of checkouts) each.push(await firstPaints(checkout, folder, browser));
    rounds.push(each);
  }
  const parts = Object.keys(rounds[0]![0]!);
  for (const part of parts) {
    const [own, other] = checkouts.map((_, k) => median(rounds.map((round) => round[k]![part] ?? Number.NaN)));
    const compared =
      other === undefined ? "" : `, ${other} ms in the other checkout: ratio ${(own! / other).toFixed(2)}`;
    console.log(`${part}: ${own} ms${compared}${own! > GOAL_ms ? `, beyond the goal of ${GOAL_ms} ms` : ""}`);
  }
} catch (error) {
  if (!(error instanceof NotMeasured)) throw error;
  console.error(error.message);
  process.exitCode = 1;
} finally {
  await browser.close();
  rmSync(folder, { recursive: true });
}
