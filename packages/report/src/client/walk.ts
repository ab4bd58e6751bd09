import { designOf } from "./design-data.ts";
import { explain } from "./explanations.ts";
import { select, toggle } from "./selection.ts";
import { hideTip, showTip } from "./tooltip.ts";

/** Where the keyboard stands in a figure. */
let current: Element | undefined;

/** Keys in a figure: arrows go from design to design, Enter explains one, Space selects it. */
export function walk(event: KeyboardEvent): void {
  if (event.key === "Escape") {
    leave();
    select([]);
    return;
  }
  const region = (event.target as Element).closest(".scroll");
  if (region !== event.target || region?.querySelector(".drawing [data-c]") == null) return;
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const key = current?.getAttribute("data-c") ?? undefined;
  if (event.key === "Enter" && key !== undefined) void explain(key);
  else if (event.key === " " && key !== undefined) toggle(key);
  else if (!goTo(region, event.key)) return;
  event.preventDefault();
}

/** The keyboard has left its figure. */
export function leave(): void {
  current?.removeAttribute("data-at");
  current = undefined;
  hideTip();
}

function goTo(region: Element, key: string): boolean {
  if (!["ArrowRight", "ArrowDown", "ArrowLeft", "ArrowUp", "Home", "End"].includes(key)) return false;
  const marks = stops(region);
  const at = current === undefined ? -1 : marks.indexOf(current);
  const last = marks.length - 1;
  const next =
    key === "Home"
      ? 0
      : key === "End"
        ? last
        : key === "ArrowRight" || key === "ArrowDown"
          ? Math.min(at + 1, last)
          : Math.max(at - 1, 0);
  const mark = marks[next];
  if (mark === undefined) return false;
  leave();
  current = mark;
  mark.setAttribute("data-at", "");
  mark.scrollIntoView({ block: "nearest", inline: "nearest" });
  showTip(mark);
  return true;
}

/** The designs of the fronts from left to right, and all others only where there are none. */
function stops(region: Element): Element[] {
  const marks = [...region.querySelectorAll(".drawing [data-c]")];
  const fronts = marks.filter((mark) => /^(?:best|front)/.test(designOf(mark.getAttribute("data-c")!)?.entry[0] ?? ""));
  const chosen = fronts.length > 0 ? fronts : marks;
  return chosen
    .map((mark) => ({ mark, box: mark.getBoundingClientRect() }))
    .filter(({ box }) => box.width + box.height > 0)
    .toSorted((a, b) => a.box.left - b.box.left || a.box.top - b.box.top)
    .map(({ mark }) => mark);
}
