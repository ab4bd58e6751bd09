import type { Assistance } from "../study-assistance.ts";
import type { StudyProblem } from "../study-files.ts";
import { completionList } from "./completion-list.ts";
import { element, fill } from "./element.ts";
import { post } from "./requests.ts";

/** After the last key the text is checked. */
const CHECK_AFTER_MS = 350;
const HELP_AFTER_MS = 150;

/** An editor of studies: what is wrong, what may be written and what it means, by the words of the server. */
export function studyEditor(onChange: () => void): {
  readonly content: HTMLElement;
  readonly open: (text: string, path: string) => void;
  readonly text: () => string;
  readonly end: () => void;
} {
  const area = element("textarea", {
    id: "study-text",
    spellcheck: "false",
    autocapitalize: "off",
    autocomplete: "off",
    wrap: "off",
    "aria-label": "Text of the study",
    "aria-describedby": "study-state study-help",
    "aria-controls": "proposals",
    "aria-autocomplete": "list",
  });
  const gutter = element("pre", { class: "gutter", "aria-hidden": "true" });
  const state = element("p", { id: "study-state", class: "state", role: "status" });
  const problems = element("ol", { class: "problems" });
  const help = element("p", { id: "study-help", class: "help" });
  const frame = element("div", { class: "editor" }, gutter, area);
  let path = "";
  let checkTimer = 0;
  let helpTimer = 0;
  let wrong: ReadonlySet<number> = new Set();

  const assist = (): Promise<Assistance> =>
    post<Assistance>("/api/assist", { text: area.value, offset: area.selectionStart });
  const list = completionList(area, frame, (insert, from, to, caret) => {
    write(area, insert, from, to);
    area.setSelectionRange(from + caret, from + caret);
    changed();
    void complete(false);
  });
  const complete = async (isAsked: boolean): Promise<void> => {
    const asked = area.selectionStart;
    const found = await assist().catch(() => undefined);
    if (found === undefined || asked !== area.selectionStart || document.activeElement !== area) return;
    showHelp(found);
    const begun = area.value.slice(found.from, asked).replaceAll('"', "");
    const isExact = found.proposals.length === 1 && found.proposals[0]!.label === begun;
    if (found.proposals.length > 0 && !isExact) list.open(found, begun, isAsked);
    else list.close();
  };
  const showHelp = ({ help: found }: Assistance): void =>
    fill(help, found !== undefined && [element("b", {}, found.path), `: ${found.text}`]);
  const check = async (): Promise<void> => {
    const text = area.value;
    const answer = await post<{ readonly problems: readonly StudyProblem[] }>("/api/check", { text, path }).catch(
      (error: Error) => ({ problems: [{ message: error.message, pointer: "" }] as readonly StudyProblem[] }),
    );
    if (text !== area.value) return;
    wrong = new Set(answer.problems.flatMap(({ line }) => line ?? []));
    state.className = answer.problems.length === 0 ? "state sound" : "state unsound";
    state.textContent =
      answer.problems.length === 0
        ? "This study is legal."
        : `${answer.problems.length} ${answer.problems.length === 1 ? "problem" : "problems"}`;
    fill(
      problems,
      answer.problems.map((problem) => problemItem(problem, area)),
    );
    number(gutter, area, wrong);
  };
  const changed = (): void => {
    number(gutter, area, wrong);
    clearTimeout(checkTimer);
    checkTimer = window.setTimeout(() => void check(), CHECK_AFTER_MS);
    onChange();
  };
  area.addEventListener("input", (event) => {
    changed();
    // Proposals for what stood here before would be written in the wrong place.
    list.close();
    const { data } = event;
    if (data !== null && /["\w.-]$/u.test(data)) void complete(false);
  });
  area.addEventListener("keydown", (event) => {
    if (list.take(event)) return;
    if (event.key === " " && event.ctrlKey) {
      event.preventDefault();
      void complete(true);
    } else if (event.key === "Enter") {
      event.preventDefault();
      newLine(area);
      changed();
    }
  });
  area.addEventListener("scroll", () => {
    gutter.scrollTop = area.scrollTop;
    list.close();
  });
  area.addEventListener("blur", () => list.close());
  const helpAtCaret = (): void => {
    if (document.activeElement !== area) return;
    clearTimeout(helpTimer);
    helpTimer = window.setTimeout(() => void assist().then(showHelp, () => {}), HELP_AFTER_MS);
  };
  document.addEventListener("selectionchange", helpAtCaret);
  return {
    content: element(
      "div",
      {},
      element(
        "p",
        { class: "note" },
        "Ctrl+Space proposes what may be written at the cursor; below stands what the key at the cursor means.",
      ),
      frame,
      help,
      state,
      problems,
    ),
    open(text, at) {
      path = at;
      area.value = text;
      area.setSelectionRange(0, 0);
      number(gutter, area, wrong);
      void check();
    },
    text: () => area.value,
    end() {
      document.removeEventListener("selectionchange", helpAtCaret);
      clearTimeout(checkTimer);
      clearTimeout(helpTimer);
    },
  };
}

function problemItem({ line, column, pointer, message }: StudyProblem, area: HTMLTextAreaElement): HTMLElement {
  const text = `${pointer === "" ? "the study" : pointer} ${message}`;
  if (line === undefined) return element("li", {}, text);
  const go = (): void => {
    const offset =
      area.value
        .split("\n")
        .slice(0, line - 1)
        .reduce((sum, each) => sum + each.length + 1, 0) +
      (column ?? 1) -
      1;
    area.focus();
    area.setSelectionRange(offset, offset);
    area.scrollTop = Math.max(0, (line - 5) * lineHeight_px(area));
  };
  return element(
    "li",
    {},
    element("button", { type: "button", class: "place", click: go }, `${line}:${column ?? 1}`),
    ` ${text}`,
  );
}

/** Numbers of the lines, with a mark where something is wrong. */
function number(gutter: HTMLElement, area: HTMLTextAreaElement, wrong: ReadonlySet<number>): void {
  const count = area.value.split("\n").length;
  fill(
    gutter,
    Array.from({ length: count }, (_, k) =>
      element("span", { class: wrong.has(k + 1) ? "wrong" : undefined }, `${wrong.has(k + 1) ? "▸ " : ""}${k + 1}\n`),
    ),
  );
  gutter.scrollTop = area.scrollTop;
}

/** A new line begins where the one before does, deeper after an opening bracket. */
function newLine(area: HTMLTextAreaElement): void {
  const { value, selectionStart, selectionEnd } = area;
  const line = value.slice(value.lastIndexOf("\n", selectionStart - 1) + 1, selectionStart);
  const indent = /^[ \t]*/u.exec(line)![0];
  const deeper = /[[{]\s*$/u.test(line) ? "  " : "";
  write(area, `\n${indent}${deeper}`, selectionStart, selectionEnd);
}

/** Through the browser's own editing, so that it can be undone. */
function write(area: HTMLTextAreaElement, text: string, from: number, to: number): void {
  area.focus();
  area.setSelectionRange(from, to);
  if (!document.execCommand("insertText", false, text)) area.setRangeText(text, from, to, "end");
}

function lineHeight_px(area: HTMLTextAreaElement): number {
  return Number.parseFloat(getComputedStyle(area).lineHeight);
}
