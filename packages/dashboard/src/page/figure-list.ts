import type { DrawnPart } from "../archive-view.ts";
import { element } from "./element.ts";
import { address, getLines } from "./requests.ts";

/** Figures are drawn anew at most this often. */
const LEAST_INTERVAL_MS = 1500;

/** A drawing of the server may take its time: what it took is waited this many times before the next. */
const REST = 3;

/** The figures of an archive, drawn again when it has changed. */
export function figureList(path: string): {
  readonly content: HTMLElement;
  readonly show: (stamp: string) => void;
  readonly end: () => void;
} {
  const drawing = element("p", { class: "note" }, "Drawing …");
  const content = element(
    "section",
    { class: "figures", "aria-label": "Figures" },
    element("h2", {}, "Figures"),
    drawing,
  );
  let shown = "";
  let wanted = "";
  let isBusy = false;
  let isOver = false;
  const draw = async (): Promise<void> => {
    if (isBusy || isOver || wanted === shown) return;
    isBusy = true;
    const begun_ms = performance.now();
    try {
      const ids = new Set<string>();
      await getLines(address("/api/figures", { archive: path }), (value) => {
        const part = value as DrawnPart;
        if ("stamp" in part) {
          shown = part.stamp;
          wanted = part.stamp;
        } else if ("figure" in part) {
          put(content, part.figure, [...ids].at(-1));
          ids.add(part.figure.id);
        } else {
          putDesigns(content, part.designs);
        }
      });
      for (const figure of figuresOf(content)) if (!ids.has(idOf(figure))) figure.remove();
      drawing.remove();
    } catch (error) {
      shown = wanted;
      drawing.className = "warning";
      drawing.textContent = `The figures cannot be drawn: ${(error as Error).message}`;
      content.append(drawing);
    }
    setTimeout(
      () => {
        isBusy = false;
        void draw();
      },
      Math.max(LEAST_INTERVAL_MS, REST * (performance.now() - begun_ms)),
    );
  };
  return {
    content,
    show(stamp) {
      wanted = stamp;
      void draw();
    },
    end() {
      isOver = true;
    },
  };
}

/** Put a figure in its place: that of the one it replaces, or after the one before it. */
function put(content: HTMLElement, { id, markup }: Drawn, before: string | undefined): void {
  const figure = new DOMParser().parseFromString(markup, "text/html").querySelector("figure")!;
  const known = figuresOf(content).find((each) => idOf(each) === id);
  const at_px = scrollOf(known)?.scrollLeft ?? 0;
  if (known !== undefined) known.replaceWith(figure);
  else (figuresOf(content).find((each) => idOf(each) === before) ?? content.firstElementChild!).after(figure);
  scrollOf(figure)!.scrollLeft = at_px;
}

type Drawn = Extract<DrawnPart, { readonly figure: unknown }>["figure"];

function figuresOf(content: HTMLElement): HTMLElement[] {
  return [...content.querySelectorAll<HTMLElement>(":scope > figure")];
}

function idOf(figure: HTMLElement): string {
  return figure.querySelector(".drawing")!.id.replace(/^figure-/u, "");
}

function scrollOf(figure: HTMLElement | undefined): Element | null {
  return figure?.querySelector(".scroll") ?? null;
}

/** The script of figures finds the designs by the data beside them. */
function putDesigns(content: HTMLElement, designs: unknown): void {
  content.querySelector(".design-data")?.remove();
  content.append(element("script", { type: "application/json", class: "design-data" }, JSON.stringify(designs)));
}
