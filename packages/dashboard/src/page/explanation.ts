import { element } from "./element.ts";
import { attempt } from "./notice.ts";
import { address, get } from "./requests.ts";

let dialog: HTMLDialogElement | undefined;

/** Show every number of a design with its formula and source. */
export async function explainDesign(path: string, search: string, candidate: number): Promise<void> {
  await attempt(async () => {
    const { text } = await get<{ readonly text: string }>(
      address("/api/explain", { archive: path, search, candidate: String(candidate) }),
    );
    dialog ??= document.body.appendChild(
      element("dialog", { class: "explanation", "aria-labelledby": "explanation-title" }),
    );
    dialog.replaceChildren(
      element("button", { type: "button", class: "close", click: () => dialog?.close() }, "Close (Esc)"),
      element("h2", { id: "explanation-title" }, `Candidate ${candidate} of ${search}`),
      element("pre", { tabindex: "0" }, text),
    );
    dialog.showModal();
    dialog.scrollTop = 0;
  });
}
