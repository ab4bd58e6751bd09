import type { Run } from "../runs.ts";
import { element } from "./element.ts";
import { folderState } from "./folder-state.ts";
import { attempt, notice } from "./notice.ts";
import { address, get, post } from "./requests.ts";
import { studyEditor } from "./study-editor.ts";

/** A study to edit, save under a new name and run; a new one without a path. */
export function studyPage(path: string | undefined): { readonly content: HTMLElement; readonly end: () => void } {
  let saved: { readonly path: string; readonly text: string } | undefined;
  const editor = studyEditor(() => showRun());
  const name = element("input", {
    id: "save-name",
    size: 30,
    value: path === undefined ? newName() : nextName(path),
  });
  const run = element("button", { type: "button", "data-action": "run", disabled: true }, "Run");
  const hint = element("span", { class: "note" });
  const showRun = (): void => {
    const isSaved = saved !== undefined && saved.text === editor.text();
    run.disabled = !isSaved;
    hint.textContent = isSaved
      ? `Runs ${saved!.path}; goes on where an earlier run of it has stopped.`
      : "Save the changes to run them.";
  };
  const load = async (): Promise<void> => {
    const { text } = await get<{ readonly text: string }>(
      path === undefined ? "/api/example" : address("/api/study", { study: path }),
    );
    if (path !== undefined) saved = { path, text };
    editor.open(text, path ?? newName());
    showRun();
  };
  const save = async (): Promise<void> => {
    const text = editor.text();
    const to = name.value.trim();
    await post("/api/studies", { path: to, text });
    saved = { path: to, text };
    notice(`Saved as ${to}.`, "done");
    name.value = nextName(to);
    showRun();
  };
  const start = async (): Promise<void> => {
    const { archive } = await post<Run>("/api/runs", { study: saved!.path });
    location.hash = `#/archive/${encodeURIComponent(archive)}`;
  };
  run.addEventListener("click", () => void attempt(start));
  const form = element(
    "form",
    {
      class: "saving",
      submit: (event) => {
        event.preventDefault();
        void attempt(save);
      },
    },
    element("label", { for: "save-name" }, "Save as "),
    name,
    element("button", { "data-action": "save" }, "Save as a new file"),
    run,
    hint,
  );
  void attempt(load);
  return {
    content: element(
      "div",
      { class: "study" },
      element("header", {}, element("h1", {}, path ?? "New study")),
      editor.content,
      form,
    ),
    end: () => editor.end(),
  };
}

/** Beside the other studies, where there are some. */
function newName(): string {
  const first = folderState.value?.studies[0]?.path ?? "";
  return `${first.slice(0, first.lastIndexOf("/") + 1)}my-study.json`;
}

/** `a.json` -> `a-2.json` -> `a-3.json`: nothing is ever replaced. */
function nextName(path: string): string {
  const [, stem = path, count] = /^(.*?)(?:-(\d+))?\.json$/u.exec(path) ?? [];
  return `${stem}-${Number(count ?? "1") + 1}.json`;
}
