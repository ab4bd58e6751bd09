import { startBrush } from "./brush.ts";
import { startContents } from "./contents.ts";
import { explain, explainAddressed } from "./explanations.ts";
import { startFilters } from "./filters.ts";
import { save } from "./save-buttons.ts";
import { hideTip, showTip } from "./tooltip.ts";
import { leave, walk } from "./walk.ts";

/**
 * Make the figures of a page work: everything listens on the document, so that figures which come later work too. It talks to no
 * one; without it figures are pictures and the buttons stay hidden.
 */
document.documentElement.classList.add("scripted");

document.addEventListener("pointerover", ({ target }) => {
  const mark = (target as Element).closest("[data-c]");
  if (mark !== null) showTip(mark);
});
document.addEventListener("pointerout", ({ target }) => {
  if ((target as Element).closest("[data-c]") !== null) hideTip();
});
document.addEventListener("pointerdown", startBrush);
document.addEventListener("click", ({ target }) => {
  const button = (target as Element).closest<HTMLElement>("button[data-from]");
  if (button !== null) save(button.dataset);
  const key = (target as Element).closest("[data-c]")?.getAttribute("data-c");
  if (key != null) void explain(key);
});
document.addEventListener("keydown", walk);
document.addEventListener("focusout", leave);
addEventListener("hashchange", explainAddressed);
startFilters();
startContents();
explainAddressed();
