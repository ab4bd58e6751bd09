/** Time after which the browser has certainly read what it saves. */
const READ_MS = 10_000;

/** Save the drawing or the text that a button names. */
export function save({ from, name, type }: DOMStringMap): void {
  const source = document.getElementById(from ?? "");
  if (source === null || name === undefined || type === undefined) return;
  const svg = source.querySelector("svg");
  const text = type === "image/svg+xml" && svg !== null ? drawingText(svg) : source.textContent;
  const address = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => {
    URL.revokeObjectURL(address);
  }, READ_MS);
}

/** Colours that follow the page's scheme become their fixed fall-backs, because drawing programs know no variables. */
function drawingText(svg: SVGSVGElement): string {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  copy.style.color = "black";
  copy.style.background = "white";
  for (const mark of copy.querySelectorAll("[data-c]"))
    for (const name of ["data-c", "data-on", "data-at"]) mark.removeAttribute(name);
  return new XMLSerializer().serializeToString(copy).replaceAll(/var\(--[\w-]+, ([^()]+)\)/g, "$1");
}
