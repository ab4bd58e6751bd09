/** What may stand in an element; text is text, never markup. Nothing is written for `undefined` and `false`. */
export type Child = Node | string | number | undefined | false | readonly Child[];

type Attribute = string | number | boolean | undefined | ((event: Event) => void);

/** An element with attributes and children. A function is a listener of the event that its name says, such as `click`. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Readonly<Record<string, Attribute>> = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") made.addEventListener(name, value);
    else if (value !== undefined && value !== false) made.setAttribute(name, value === true ? "" : String(value));
  }
  made.append(...nodes(children));
  return made;
}

function nodes(children: readonly Child[]): (Node | string)[] {
  return children.flatMap((child): (Node | string)[] => {
    if (child === undefined || child === false) return [];
    if (child instanceof Node) return [child];
    return typeof child === "object" ? nodes(child) : [String(child)];
  });
}

const filled = new WeakMap<Element, string>();

/** Put other children in an element, unless they are the same as the last time; what has the focus keeps it where it can. */
export function fill(parent: Element, ...children: readonly Child[]): void {
  const wanted = element("div", {}, ...children);
  const markup = wanted.innerHTML;
  if (filled.get(parent) === markup) return;
  filled.set(parent, markup);
  const focused = parent.contains(document.activeElement) ? document.activeElement : null;
  parent.replaceChildren(...wanted.childNodes);
  const name = ["href", "data-action"].find((each) => focused?.hasAttribute(each));
  if (name === undefined) return;
  const again = parent.querySelector<HTMLElement>(`[${name}="${CSS.escape(focused!.getAttribute(name)!)}"]`);
  again?.focus();
}
