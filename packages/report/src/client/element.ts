/** A new element with a class, text and children. Text is text, never markup. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  className = "",
  content: string | readonly Node[] = [],
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  if (className !== "") made.className = className;
  if (typeof content === "string") made.textContent = content;
  else made.append(...content);
  return made;
}

/** Names and values below each other. */
export function pairs(names: readonly string[], values: readonly string[]): HTMLElement {
  const rows = names.flatMap((name, index) => {
    const value = values[index];
    return value === undefined || value === ""
      ? []
      : [element("div", "", [element("dt", "", name), element("dd", "", value)])];
  });
  return element("dl", "pairs", rows);
}
