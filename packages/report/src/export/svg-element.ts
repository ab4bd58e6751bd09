/** What is read of an element of a drawing, whoever parsed it. */
export interface SvgElement {
  readonly localName: string;
  readonly children: Iterable<SvgElement>;
  readonly childNodes: Iterable<SvgNode>;
  readonly textContent: string | null;
  getAttribute(name: string): string | null;
}

/** An element or a piece of text. */
export interface SvgNode {
  readonly nodeType: number;
  readonly textContent: string | null;
}
