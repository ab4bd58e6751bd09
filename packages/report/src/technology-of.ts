import type { ResolvedStudy } from "@neurofront/core";

/** The technology of a search and its place in the study's list. */
export function technologyOf(
  { technologies }: Pick<ResolvedStudy, "technologies">,
  search: string,
): { readonly technology: string; readonly technologyIndex: number } {
  const technology = search.slice(0, search.lastIndexOf("/"));
  return { technology, technologyIndex: technologies.findIndex(({ name }) => name === technology) };
}
