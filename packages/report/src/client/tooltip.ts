import { designData, designName, designOf } from "./design-data.ts";
import { element, pairs } from "./element.ts";

/** Distance of the tip from the mark, and from the edges of the window. */
const GAP_PX = 12;

let tip: HTMLElement | undefined;

/** Show the design of a mark beside it. It is a status, so that screen readers say it when the keyboard moves. */
export function showTip(mark: Element): void {
  const key = mark.getAttribute("data-c") ?? "";
  const found = designOf(key);
  if (found === undefined) return;
  const [standing, metrics, parameters, broken] = found.entry;
  tip ??= document.body.appendChild(element("div", "tip"));
  tip.setAttribute("role", "status");
  tip.replaceChildren(
    element("b", "", designName(key)),
    element("div", "tip-standing", [found.search.title, standing, ...broken].filter((text) => text !== "").join(", ")),
    pairs(designData()?.metrics ?? [], metrics),
    pairs(found.search.parameters, parameters),
  );
  tip.hidden = false;
  place(tip, mark.getBoundingClientRect());
}

/** Take the tip away. */
export function hideTip(): void {
  if (tip !== undefined) tip.hidden = true;
}

function place(shown: HTMLElement, { left, right, top, bottom }: DOMRect): void {
  const { width, height } = shown.getBoundingClientRect();
  const [middle_x, middle_y] = [(left + right) / 2, (top + bottom) / 2];
  const isLeft = middle_x + GAP_PX + width > innerWidth - GAP_PX;
  const x = isLeft ? Math.max(GAP_PX, middle_x - GAP_PX - width) : middle_x + GAP_PX;
  const y = Math.min(Math.max(GAP_PX, middle_y + GAP_PX), Math.max(GAP_PX, innerHeight - height - GAP_PX));
  shown.style.left = `${x}px`;
  shown.style.top = `${y}px`;
}
