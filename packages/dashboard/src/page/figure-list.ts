import type { ShownFigures } from "../archive-view.ts";
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
      const figures = await get<ShownFigures>(address("/api/figures", { archive: path }));
      shown = figures.stamp;
      wanted = figures.stamp;
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

/** Put figures in their places; the script of figures finds the designs by the data beside them. */
function put(content: HTMLElement, { figures, designs }: ShownFigures): void {
  const data = element("script", { type: "application/json", class: "design-data" }, JSON.stringify(designs));
  const drawn = figures.flatMap(({ markup }) => [
    ...new DOMParser().parseFromString(markup, "text/html").body.querySelectorAll(":scope > figure"),
  ]);
  const at = [...content.querySelectorAll<HTMLElement>(".scroll")].map(({ scrollLeft }) => scrollLeft);
  content.replaceChildren(element("h2", {}, "Figures"), ...drawn, data);
  for (const [index, region] of content.querySelectorAll<HTMLElement>(".scroll").entries())
    region.scrollLeft = at[index] ?? 0;
}
