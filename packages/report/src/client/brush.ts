import { element } from "./element.ts";
import { select } from "./selection.ts";

/** Movement from which on a press is a brush and not a click. */
const LEAST_PX = 5;

interface Rectangle {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Draw a rectangle over a figure and select the designs whose marks lie in it, or whose lines run through it. */
export function startBrush(press: PointerEvent): void {
  const drawing = (press.target as Element).closest(".drawing");
  if (press.button !== 0 || press.pointerType === "touch" || drawing?.querySelector("[data-c]") == null) return;
  let frame: HTMLElement | undefined;
  const [x, y] = [press.clientX, press.clientY];
  const extent = (event: PointerEvent): Rectangle => ({
    left: Math.min(x, event.clientX),
    right: Math.max(x, event.clientX),
    top: Math.min(y, event.clientY),
    bottom: Math.max(y, event.clientY),
  });
  const move = (event: PointerEvent): void => {
    const { left, right, top, bottom } = extent(event);
    if (frame === undefined && Math.hypot(right - left, bottom - top) < LEAST_PX) return;
    event.preventDefault();
    frame ??= document.body.appendChild(element("div", "brush"));
    Object.assign(frame.style, {
      left: `${left}px`,
      top: `${top}px`,
      width: `${right - left}px`,
      height: `${bottom - top}px`,
    });
  };
  const end = (event: PointerEvent): void => {
    removeEventListener("pointermove", move);
    removeEventListener("pointerup", end);
    removeEventListener("pointercancel", end);
    if (frame === undefined) return;
    frame.remove();
    if (event.type === "pointercancel") return;
    // The click that follows belongs to the brush.
    addEventListener("click", (click) => click.stopPropagation(), { capture: true, once: true });
    setTimeout(() => {
      select(keysWithin(drawing, extent(event)));
    });
  };
  // A drag over a figure selects designs, not text.
  press.preventDefault();
  addEventListener("pointermove", move);
  addEventListener("pointerup", end);
  addEventListener("pointercancel", end);
}

function keysWithin(drawing: Element, rectangle: Rectangle): Set<string> {
  const marks = [...drawing.querySelectorAll<SVGGraphicsElement>("[data-c]")];
  return new Set(marks.filter((mark) => isWithin(mark, rectangle)).map((mark) => mark.getAttribute("data-c")!));
}

function isWithin(mark: SVGGraphicsElement, rectangle: Rectangle): boolean {
  const box = mark.getBoundingClientRect();
  if (box.width + box.height === 0) return false;
  if (mark instanceof SVGPathElement && getComputedStyle(mark).fill === "none") return crosses(mark, rectangle);
  const [x, y] = [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
  return x >= rectangle.left && x <= rectangle.right && y >= rectangle.top && y <= rectangle.bottom;
}

/** Whether a line of straight pieces runs through the middle of a rectangle, from its top to its bottom. */
function crosses(line: SVGPathElement, { left, right, top, bottom }: Rectangle): boolean {
  const toWindow = line.getScreenCTM();
  if (toWindow === null) return false;
  const numbers = (line.getAttribute("d") ?? "").match(/-?[\d.]+(?:e-?\d+)?/g)?.map(Number) ?? [];
  const points = Array.from({ length: Math.floor(numbers.length / 2) }, (_, k) =>
    new DOMPoint(numbers[2 * k], numbers[2 * k + 1]).matrixTransform(toWindow),
  );
  const x = (left + right) / 2;
  return points.some((to, k) => {
    const from = points[k - 1];
    if (from === undefined || (x - from.x) * (x - to.x) > 0 || from.x === to.x) return false;
    const y = from.y + ((to.y - from.y) * (x - from.x)) / (to.x - from.x);
    return y >= top && y <= bottom;
  });
}
