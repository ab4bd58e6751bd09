import type { DesignData, DesignEntry, SearchData } from "../design-entry.ts";

/** Content by element, so that a page that replaces its data is read again. */
const read = new WeakMap<Element, DesignData>();

/** The data of the page; undefined where it has none. */
export function designData(): DesignData | undefined {
  const element = document.querySelector("script.design-data");
  if (element === null) return undefined;
  const known = read.get(element) ?? (JSON.parse(element.textContent) as DesignData);
  read.set(element, known);
  return known;
}

/** A design by its key with the search it belongs to; undefined where the page does not know it. */
export function designOf(key: string): { readonly search: SearchData; readonly entry: DesignEntry } | undefined {
  const data = designData();
  const entry = data?.designs[key];
  const search = data?.searches[Number(key.split(".")[0])];
  return entry === undefined || search === undefined ? undefined : { search, entry };
}

/** `dwm/full, candidate 17`. */
export function designName(key: string): string {
  const [search, candidate] = key.split(".");
  return `${designData()?.searches[Number(search)]?.name ?? "design"}, candidate ${candidate}`;
}
