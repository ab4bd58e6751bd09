import { designName } from "./design-data.ts";
import { element } from "./element.ts";
import { DESIGN_HASH } from "./explanations.ts";

/** Designs that the bar lists by name. */
const MOST_LISTED = 60;

const selected = new Set<string>();
let bar: HTMLElement | undefined;

/** Select these designs, in all figures at once; none clears the selection. */
export function select(keys: Iterable<string>): void {
  selected.clear();
  for (const key of keys) selected.add(key);
  show();
}

/** Add a design to the selection, or take it out. */
export function toggle(key: string): void {
  if (!selected.delete(key)) selected.add(key);
  show();
}

/** Marks are dimmed by one rule of style; only the selected ones are touched one by one. */
function show(): void {
  document.documentElement.classList.toggle("selecting", selected.size > 0);
  for (const mark of document.querySelectorAll("[data-on]")) mark.removeAttribute("data-on");
  if (selected.size > 0)
    for (const mark of document.querySelectorAll("[data-c]"))
      if (selected.has(mark.getAttribute("data-c")!)) mark.setAttribute("data-on", "");
  bar ??= document.body.appendChild(element("div", "selection"));
  bar.setAttribute("role", "status");
  bar.hidden = selected.size === 0;
  const clear = element("button", "", "Clear (Esc)");
  clear.type = "button";
  clear.addEventListener("click", () => {
    select([]);
  });
  const links = [...selected].slice(0, MOST_LISTED).map((key) => {
    const link = element("a", "", designName(key));
    link.href = `${DESIGN_HASH}${key}`;
    return element("li", "", [link]);
  });
  const rest = selected.size - links.length;
  const more = rest > 0 ? [element("li", "", `and ${rest} more`)] : [];
  bar.replaceChildren(
    element("b", "", `${selected.size} ${selected.size === 1 ? "design" : "designs"} selected`),
    clear,
    element("details", "", [element("summary", "", "List"), element("ul", "", [...links, ...more])]),
  );
}
