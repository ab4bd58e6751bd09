import { MessageChannel, receiveMessageOnPort } from "node:worker_threads";
import type { SearchCall } from "@neurofront/study";
import { SearchControl } from "./search-control.ts";
import type { SearchMessage, SearchTask } from "./search-server.ts";
import { watchTime } from "./watch-time.ts";

/** A thread that is asked to stop between two candidates is ended when it has not done so by then. */
const STOPPING_MS = 200;

/** What a search in a thread is held in check by, and who is told what it says besides its progress. */
export interface SearchWatch {
  /** For one candidate. */
  readonly timeLimit_s: number;
  readonly onTold: (value: unknown) => void;
}

/**
 * Have a thread do a search: pass on what it tells, and tell it when it is to end.
 *
 * @param run gives the task to the thread, which is ended where the signal says so
 * @throws whatever the thread ends on
 */
export async function followSearch(
  { name, archivePath, onProgress, signal, ending, othersIdle }: SearchCall,
  workers: number,
  { timeLimit_s, onTold }: SearchWatch,
  run: (task: SearchTask, signal: AbortSignal) => Promise<boolean>,
): Promise<boolean> {
  const control = new SearchControl();
  const { port1, port2 } = new MessageChannel();
  const killing = new AbortController();
  const kill = (): void => killing.abort();
  let stopping: NodeJS.Timeout | undefined;
  const orders: readonly (readonly [signal: AbortSignal | undefined, listener: () => void])[] = [
    [othersIdle, () => control.tell("others are idle")],
    [ending, () => control.tell("end")],
    [
      signal,
      () => {
        control.tell("stop");
        stopping = setTimeout(kill, STOPPING_MS);
      },
    ],
  ];
  const pass = (message: SearchMessage): void => {
    if ("told" in message) return onTold(message.told);
    const { best, ...progress } = message.progress;
    onProgress({ ...progress, best: () => best });
  };
  for (const [cause, listener] of orders)
    if (cause?.aborted === true) listener();
    else cause?.addEventListener("abort", listener);
  port1.on("message", pass);
  const watch = watchTime(() => control.candidate, timeLimit_s, kill);
  try {
    return await run({ search: name, archivePath, workers, control: control.shared, port: port2 }, killing.signal);
  } finally {
    // What was told last may not have come yet.
    port1.off("message", pass);
    for (let last = receiveMessageOnPort(port1); last !== undefined; last = receiveMessageOnPort(port1))
      pass(last.message as SearchMessage);
    port1.close();
    clearInterval(watch);
    clearTimeout(stopping);
    for (const [cause, listener] of orders) cause?.removeEventListener("abort", listener);
  }
}
