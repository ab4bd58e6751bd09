import { chromium } from "playwright-core";
import type { Browser, Page } from "playwright-core";

/** The browser of the system, without anything that would talk to the network by itself. */
export function launchChromium(): Promise<Browser> {
  return chromium.launch({
    executablePath: "/usr/bin/chromium",
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
}

/** What a page said on its console, errors included, and the addresses it asked for. */
export interface PageTrace {
  readonly said: string[];
  readonly requested: string[];
}

/** Listen to a page from before it is opened. */
export function traceOf(page: Page): PageTrace {
  const trace: PageTrace = { said: [], requested: [] };
  page.on("console", (message) => trace.said.push(message.text()));
  page.on("pageerror", (error) => trace.said.push(error.message));
  page.on("request", (request) => trace.requested.push(request.url()));
  return trace;
}
