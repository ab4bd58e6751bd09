import { evaluatorHere } from "@neurofront/study";
import type { AssessmentAnswer, AssessmentRequest, Evaluator, SearchProgress, WholeSearch } from "@neurofront/study";
import type { MessagePort } from "node:worker_threads";
import { SearchControl } from "./search-control.ts";
import type { SharedControl } from "./search-control.ts";

/** A whole search that a thread is to do. */
export interface SearchTask {
  readonly search: string;
  readonly archivePath: string;
  /** Those who could do it together. */
  readonly workers: number;
  readonly control: SharedControl;
  /** Takes {@link SearchMessage}s. */
  readonly port: MessagePort;
}

/** How far a search is, as it goes from a thread to another. */
export type SentProgress = Omit<SearchProgress, "best"> & { readonly best: ReturnType<SearchProgress["best"]> };

/** What a thread tells of a search. */
export type SearchMessage = { readonly progress: SentProgress } | { readonly told: unknown };

/** What a module is given to do a search. */
export interface SearchWork extends WholeSearch {
  readonly archivePath: string;
  /** Computes here what the module answers, and can be stopped between two candidates. */
  readonly evaluator: Evaluator;
  /** Tells whoever made the threads something else, as plain data. */
  readonly tell: (value: unknown) => void;
}

/** Does a whole search, and says whether it came to its end. */
export type SearchServer = (work: SearchWork) => Promise<boolean>;

/** Do a search as a thread. */
export function serveSearch(
  { search: name, archivePath, workers, control: shared, port }: SearchTask,
  answer: (request: AssessmentRequest) => AssessmentAnswer,
  serve: SearchServer,
): Promise<boolean> {
  const control = new SearchControl(shared);
  const send = (message: SearchMessage): void => port.postMessage(message);
  return serve({
    name,
    archivePath,
    workers,
    evaluator: evaluatorHere((request) => {
      if (control.order === "stop") throw new Error("the search is stopped");
      return control.computing(() => answer(request));
    }),
    order() {
      const { order } = control;
      return order === "stop" ? "end" : order;
    },
    onProgress: ({ best, ...progress }) => send({ progress: { ...progress, best: best() } }),
    tell: (told) => send({ told }),
  });
}
