/** Names in Redis. Everything begins with this. */
export const PREFIX = "neurofront";

/** Set of hashes of the studies that are computed. */
export const STUDIES = `${PREFIX}:studies`;

/** Present while a run renews it: nobody need work for a run that is gone. */
export function presenceKey(hash: string): string {
  return `${PREFIX}:present:${hash}`;
}

/** The packed parcel of a study. */
export function parcelKey(hash: string): string {
  return `${PREFIX}:parcel:${hash}`;
}

/** Name of the queue of a study. Each study has one of its own, so that no one who refuses it can be given its jobs. */
export function queueName(hash: string): string {
  return `study-${hash}`;
}

/** A run is gone when it has not renewed its presence for so long. */
export const PRESENCE_S = 30;

/** How long a job's worker may be silent before another one gets it, and how often one looks. */
export const LOCK_MS = 5000;
export const STALLED_LOOK_MS = 2500;
/** So often a job may lose its worker; more is no accident. */
export const MOST_STALLS = 10;

/** What a job holds: requests, packed. */
export interface JobData {
  readonly requests: string;
}

/** What it gives back: answers and the time they took, packed. */
export interface JobResult {
  readonly answers: string;
  readonly time_ms: number;
}
