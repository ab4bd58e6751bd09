/** What a page knows of the designs that its figures draw: the content of its element `script.design-data`. */
export interface DesignData {
  /** Titles of the metrics, in the order of every design's numbers. */
  readonly metrics: readonly string[];
  /** By the first part of a design's key. */
  readonly searches: readonly SearchData[];
  /** By key: `2.17` is candidate 17 of the third search. */
  readonly designs: Readonly<Record<string, DesignEntry>>;
}

/** One technology under one accounting. */
export interface SearchData {
  readonly name: string;
  readonly title: string;
  /** Names of the searched parameters, in the order of every design's values. */
  readonly parameters: readonly string[];
}

/** One design: how it stands, its metrics and searched parameters as text, and the rules it breaks. */
export type DesignEntry = readonly [
  standing: string,
  metrics: readonly string[],
  parameters: readonly string[],
  broken: readonly string[],
];
