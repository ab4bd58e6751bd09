import { element } from "./element.ts";

const SHOWN_MS = 8000;

let place: HTMLElement | undefined;

/** Say something at the edge of the page; screen readers say it too. */
export function notice(text: string, kind: "done" | "problem" = "problem"): void {
  place ??= document.body.appendChild(element("div", { class: "notices", role: "status" }));
  const shown = element("p", { class: `notice ${kind}` }, text);
  const close = element("button", { type: "button", "aria-label": "Close", click: () => shown.remove() }, "×");
  shown.append(close);
  place.append(shown);
  if (kind === "done") setTimeout(() => shown.remove(), SHOWN_MS);
}

/** Do something, and say what went wrong. */
export async function attempt(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    notice((error as Error).message);
  }
}
