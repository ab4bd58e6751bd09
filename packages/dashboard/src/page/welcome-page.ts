import { element } from "./element.ts";

/** What is shown before anything is chosen. */
export function welcomePage(): { readonly content: HTMLElement; readonly end: () => void } {
  return {
    content: element(
      "div",
      { class: "welcome" },
      element("h1", {}, "Studies and archives of this folder"),
      element(
        "p",
        {},
        "Choose an archive to see its fronts, its designs and how far its run is. Choose a study to edit and run it, or begin a new one.",
      ),
    ),
    end: () => {},
  };
}
