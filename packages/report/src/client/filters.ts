/** Hides the marks of what is unchecked: of a technology by the keys of its searches, of a standing by its class. */
const sheet = new CSSStyleSheet();

/** Make the check boxes of the page work. */
export function startFilters(): void {
  document.adoptedStyleSheets.push(sheet);
  for (const form of document.querySelectorAll(".filters")) form.addEventListener("change", apply);
}

function apply(): void {
  const hidden = [...document.querySelectorAll<HTMLInputElement>(".filters input:not(:checked)")].map(
    (box) => box.dataset["hides"] ?? "",
  );
  sheet.replaceSync(hidden.length === 0 ? "" : `${hidden.join(", ")} { display: none }`);
}
