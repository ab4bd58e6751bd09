/** How far a search has come. */
export interface SearchProgress {
  readonly evaluations: number;
  /** Of everything found, below a reference point that does not change. */
  readonly hypervolume: number;
  /** How often a design entered the front of everything found. */
  readonly archiveEntries: number;
}

/** Told the progress of a search again and again, says why it should end, when it should. */
export type StoppingRule = (progress: SearchProgress) => string | undefined;

/** Ends a search whose hypervolume has grown by less than a share of itself in the last evaluations. */
export function hypervolumeStall(settings: {
  readonly evaluations: number;
  readonly relativeGain: number;
}): StoppingRule {
  let mark: SearchProgress | undefined;
  return (progress) => {
    if (mark === undefined || progress.hypervolume > mark.hypervolume * (1 + settings.relativeGain)) {
      mark = progress;
      return undefined;
    }
    const since = progress.evaluations - mark.evaluations;
    if (since < settings.evaluations) return undefined;
    return `the hypervolume grew by less than ${settings.relativeGain} of itself in ${since} evaluations`;
  };
}

/** Ends a search in which nothing has entered the front for some evaluations. */
export function archiveStall(settings: { readonly evaluations: number }): StoppingRule {
  let mark: SearchProgress | undefined;
  return (progress) => {
    if (mark === undefined || progress.archiveEntries > mark.archiveEntries) {
      mark = progress;
      return undefined;
    }
    const since = progress.evaluations - mark.evaluations;
    return since < settings.evaluations ? undefined : `nothing entered the front in ${since} evaluations`;
  };
}

/** Ends a search that has reached a hypervolume. */
export function hypervolumeReached(settings: { readonly hypervolume: number }): StoppingRule {
  return ({ hypervolume }) =>
    hypervolume < settings.hypervolume
      ? undefined
      : `the hypervolume is ${hypervolume}, at least ${settings.hypervolume} was wanted`;
}
