import type { Assistance, Proposal } from "../study-assistance.ts";
import { element } from "./element.ts";

/** Proposals below the cursor of a text area, chosen by arrows and Enter or by the pointer. */
export function completionList(
  area: HTMLTextAreaElement,
  frame: HTMLElement,
  choose: (insert: string, from: number, to: number, caret: number) => void,
): {
  readonly open: (assistance: Assistance, begun: string, isAsked: boolean) => void;
  readonly close: () => void;
  /** Whether a key was for the list. */
  readonly take: (event: KeyboardEvent) => boolean;
} {
  const list = element("ul", {
    id: "proposals",
    class: "proposals",
    role: "listbox",
    "aria-label": "Proposals",
    hidden: true,
  });
  frame.append(list);
  let shown: readonly Proposal[] = [];
  let at = 0;
  let range = { from: 0, to: 0 };
  /** Enter is for the list once it was asked for or walked in; else it begins a new line. */
  let isActive = false;
  const mark = (): void => {
    for (const [index, item] of [...list.children].entries()) item.setAttribute("aria-selected", String(index === at));
    list.children[at]?.scrollIntoView({ block: "nearest" });
    area.setAttribute("aria-activedescendant", `proposal-${at}`);
  };
  const close = (): void => {
    list.hidden = true;
    area.removeAttribute("aria-activedescendant");
  };
  const take = (index: number): void => {
    const found = shown[index];
    close();
    if (found !== undefined) choose(found.insert, range.from, range.to, found.caret);
  };
  return {
    open({ from, to, proposals }, begun, isAsked) {
      range = { from, to };
      isActive = isAsked || begun !== "";
      // What begins as it was begun comes first.
      const rank = ({ label }: Proposal): number => (label.toLowerCase().startsWith(begun.toLowerCase()) ? 0 : 1);
      shown = proposals.toSorted((a, b) => rank(a) - rank(b));
      at = 0;
      list.replaceChildren(
        ...shown.map(({ label, detail }, index) =>
          element(
            "li",
            {
              id: `proposal-${index}`,
              role: "option",
              title: detail,
              // Before the text area loses the focus.
              mousedown: (event) => {
                event.preventDefault();
                take(index);
              },
            },
            element("b", {}, label),
            element("small", {}, detail),
          ),
        ),
      );
      list.hidden = false;
      place(list, area, from);
      mark();
    },
    close,
    take(event) {
      if (list.hidden || event.ctrlKey || event.metaKey || event.altKey) return false;
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (step !== undefined) {
        at = (at + step + shown.length) % shown.length;
        isActive = true;
        mark();
      } else if (event.key === "Enter" && isActive) take(at);
      else if (event.key === "Escape") close();
      else {
        if (event.key === "Enter" || event.key === "Tab") close();
        return false;
      }
      event.preventDefault();
      return true;
    },
  };
}

/** Below the place in the text; every letter of the area is as wide as the others. */
function place(list: HTMLElement, area: HTMLTextAreaElement, offset: number): void {
  const before = area.value.slice(0, offset).split("\n");
  const style = getComputedStyle(area);
  const line_px = Number.parseFloat(style.lineHeight);
  const padding_px = Number.parseFloat(style.paddingTop);
  list.style.top = `${area.offsetTop + padding_px + before.length * line_px - area.scrollTop}px`;
  list.style.left = `calc(${area.offsetLeft + Number.parseFloat(style.paddingLeft) - area.scrollLeft}px + ${before.at(-1)!.length}ch)`;
}
