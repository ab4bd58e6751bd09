import type { ShownFigure } from "../archive-view.ts";
import { element } from "./element.ts";
import { address, get } from "./requests.ts";

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
  const content = element(
    "section",
    { class: "figures", "aria-label": "Figures" },
    element("p", { class: "note" }, "Drawing …"),
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
      const { stamp, figures } = await get<{ readonly stamp: string; readonly figures: readonly ShownFigure[] }>(
        address("/api/figures", { archive: path }),
      );
      shown = stamp;
      wanted = stamp;
      put(content, figures);
    } catch (error) {
      shown = wanted;
      content.replaceChildren(
        element("p", { class: "warning" }, `The figures cannot be drawn: ${(error as Error).message}`),
      );
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

/** Figures that are there keep their place, so that the page does not jump. */
function put(content: HTMLElement, figures: readonly ShownFigure[]): void {
  const known = new Map([...content.querySelectorAll("figure")].map((figure) => [figure.id, figure]));
  content.replaceChildren(
    element("h2", {}, "Figures"),
    ...figures.map((figure) => {
      const id = `shown-${figure.id}`;
      const frame = known.get(id) ?? element("figure", { id });
      frame.replaceChildren(...figureParts(figure));
      return frame;
    }),
  );
}

function figureParts({ id, caption, svg, csv, notes }: ShownFigure): Node[] {
  const drawing = element("div", { class: "drawing", id: `figure-${id}` });
  const parsed = new DOMParser().parseFromString(svg, "text/html").querySelector("svg");
  if (parsed !== null) drawing.append(parsed);
  const saving = (name: string, type: string, label: string): HTMLElement =>
    element(
      "button",
      {
        type: "button",
        "data-name": name,
        click: () => save(name, type, type === "text/csv" ? csv : drawingText(drawing)),
      },
      label,
    );
  return [
    element("div", { class: "scroll", role: "region", tabindex: "0", "aria-label": caption }, drawing),
    element(
      "figcaption",
      {},
      element("b", {}, `${caption}. `),
      notes.join(" "),
      element(
        "span",
        { class: "save" },
        saving(`${id}.svg`, "image/svg+xml", "Save figure (SVG)"),
        saving(`${id}.csv`, "text/csv", "Save data (CSV)"),
      ),
    ),
  ];
}

/** Time after which the browser has certainly read what it saves. */
const READ_MS = 10_000;

function save(name: string, type: string, text: string): void {
  const place = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  element("a", { href: place, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(place), READ_MS);
}

/** Colours that follow the page's scheme become their fixed fall-backs, because drawing programs know no variables. */
function drawingText(drawing: HTMLElement): string {
  const copy = drawing.querySelector("svg")!.cloneNode(true) as SVGSVGElement;
  copy.setAttribute("color", "black");
  copy.style.background = "white";
  return new XMLSerializer().serializeToString(copy).replaceAll(/var\(--[\w-]+, ([^()]+)\)/gu, "$1");
}
