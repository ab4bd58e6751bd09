import { textTable } from "../text-table.ts";

/** What a run spends its time on. */
export const STAGES = {
  ask: "proposals of the optimizer",
  assess: "candidates without chips",
  chips: "candidates with the chips asked for",
  cache: "looking up and keeping results of other runs",
  tell: "results told to the optimizer",
  archive: "reading and writing the archive",
  report: "report and sensitivities",
} as const;

/** The name of a stage. */
export type Stage = keyof typeof STAGES;

const ADDED_UP = "stages that went on at the same time are added up";

/** Time and number of calls by stage. */
export class StageClock {
  readonly #begin_ms = performance.now();
  readonly #running = new Map<Stage, { works: number; since_ms: number }>();
  readonly #spent = new Map<Stage, { time_ms: number; calls: number }>();

  /** Do work and count its time to a stage. */
  time<Result>(stage: Stage, work: () => Result): Result {
    const begin_ms = performance.now();
    try {
      return work();
    } finally {
      this.#add(stage, performance.now() - begin_ms);
    }
  }

  /** As {@link time}, for work that takes turns with other work; where several works of a stage go on, the time counts once. */
  async timeAsync<Result>(stage: Stage, work: () => Promise<Result>): Promise<Result> {
    const running = this.#running.get(stage) ?? { works: 0, since_ms: 0 };
    this.#running.set(stage, running);
    if (running.works++ === 0) running.since_ms = performance.now();
    try {
      return await work();
    } finally {
      const now_ms = performance.now();
      this.#add(stage, now_ms - running.since_ms);
      running.since_ms = now_ms;
      running.works--;
    }
  }

  /** Count the time of others, who work at the same time. */
  add(stages: readonly StageTime[]): void {
    for (const { stage, time_ms, calls } of stages) this.#add(stage, time_ms, calls);
  }

  /** Time of each stage, in ms, and its calls; `whole_ms` since the clock was made. */
  reading(): { readonly whole_ms: number; readonly stages: readonly StageTime[] } {
    return {
      whole_ms: performance.now() - this.#begin_ms,
      stages: (Object.keys(STAGES) as Stage[]).flatMap((stage) => {
        const spent = this.#spent.get(stage);
        return spent === undefined ? [] : [{ stage, ...spent }];
      }),
    };
  }

  /** The reading as a table. */
  text(columns: number | undefined): string {
    const { whole_ms, stages } = this.reading();
    const other_ms = whole_ms - stages.reduce((sum, { time_ms }) => sum + time_ms, 0);
    const row = (name: string, what: string, calls: string, time_ms: number): string[] => [
      name,
      what,
      calls,
      (time_ms / 1000).toFixed(3),
      `${((100 * time_ms) / whole_ms).toFixed(1)} %`,
    ];
    const table = textTable(
      ["stage", "is", "calls", "s", "share"],
      [
        ...stages.map(({ stage, calls, time_ms }) => row(stage, STAGES[stage], String(calls), time_ms)),
        row("other", "everything else", "", Math.max(0, other_ms)),
        row("whole", "from the first line on", "", whole_ms),
      ],
      { right: [2, 3, 4], width: columns },
    );
    // In an asynchronous search, and in searches beside each other.
    return other_ms < 0 ? `${table}\n${ADDED_UP}` : table;
  }

  #add(stage: Stage, time_ms: number, calls = 1): void {
    const spent = this.#spent.get(stage) ?? { time_ms: 0, calls: 0 };
    this.#spent.set(stage, { time_ms: spent.time_ms + time_ms, calls: spent.calls + calls });
  }
}

/** Time of a stage. */
export interface StageTime {
  readonly stage: Stage;
  readonly time_ms: number;
  readonly calls: number;
}
