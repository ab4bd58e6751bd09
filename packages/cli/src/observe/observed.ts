import type { Archive } from "@neurofront/archive";
import type { Optimizer } from "@neurofront/core";
import type { Evaluator, ResultStore, RunnableStudy } from "@neurofront/study";
import type { RunLog } from "./run-log.ts";
import type { Stage, StageClock } from "./stage-clock.ts";

/** A study whose optimizer is timed. */
export function timedStudy(runnable: RunnableStudy, clock: StageClock): RunnableStudy {
  const { model } = runnable.optimizer;
  const create: typeof model.create = (settings, problem) => {
    const optimizer = clock.time("ask", () => model.create(settings, problem));
    return withTimes<Optimizer>(optimizer, { ask: "ask", tell: "tell", refine: "tell" }, clock);
  };
  return { ...runnable, optimizer: { ...runnable.optimizer, model: { ...model, create } } };
}

/** An evaluator whose requests are timed: as chips where any are asked for. */
export function timedEvaluator(evaluator: Evaluator, clock: StageClock): Evaluator {
  return {
    evaluate: (requests, options) =>
      clock.timeAsync(requests.some(({ chips }) => chips.to > chips.from) ? "chips" : "assess", () =>
        evaluator.evaluate(requests, options),
      ),
    slots: () => evaluator.slots(),
    get searchers() {
      return evaluator.searchers;
    },
    close: () => evaluator.close(),
  };
}

/** A store of results whose calls are timed. */
export function timedStore(store: ResultStore, clock: StageClock): ResultStore {
  return withTimes(store, { read: "cache", write: "cache" }, clock);
}

/** An archive that is timed, and whose later judgements and verifications are logged. */
export function observedArchive(archive: Archive, clock: StageClock, log: Pick<RunLog, "write">): Archive {
  const timed = withTimes(
    archive,
    {
      append: "archive",
      revise: "archive",
      verify: "archive",
      note: "archive",
      candidates: "archive",
      firstJudged: "archive",
      revisions: "archive",
      samples: "archive",
      verifications: "archive",
    },
    clock,
  );
  return observed(timed, (name, given) => {
    const [records] = given as [readonly { readonly search: string; readonly round?: number }[]];
    const search = records?.[0]?.search;
    if (search === undefined) return;
    if (name === "append") log.write("batch", { search, candidates: records.length });
    if (name === "revise")
      log.write("revision", {
        search,
        candidates: records.length,
        round: records[0]!.round,
        promoted: promotedOf(records),
      });
    if (name === "verify") log.write("verification", { search, candidates: records.length });
  });
}

/** Candidates among judgements that have gone to a higher fidelity. */
function promotedOf(records: readonly object[]): number {
  return records.filter(
    (record) => ((record as { assessment?: { lower?: readonly unknown[] } }).assessment?.lower?.length ?? 0) > 0,
  ).length;
}

function withTimes<Owner extends object>(
  owner: Owner,
  stages: Readonly<Partial<Record<keyof Owner & string, Stage>>>,
  clock: StageClock,
): Owner {
  return wrapped(owner, (name, call) => {
    const stage = stages[name as keyof Owner & string];
    return stage === undefined ? call() : clock.time(stage, call);
  });
}

/** The owner, each of whose calls is told when it has been made. */
function observed<Owner extends object>(owner: Owner, tell: (name: string, given: readonly unknown[]) => void): Owner {
  return wrapped(owner, (name, call, given) => {
    const result = call();
    tell(name, given);
    return result;
  });
}

/** The owner, with something around every call of its methods. */
function wrapped<Owner extends object>(
  owner: Owner,
  around: (name: string, call: () => unknown, given: readonly unknown[]) => unknown,
): Owner {
  return new Proxy(owner, {
    get(target, name) {
      const member: unknown = Reflect.get(target, name, target);
      if (typeof member !== "function") return member;
      return (...given: unknown[]) =>
        around(String(name), () => Reflect.apply(member, target, given) as unknown, given);
    },
  });
}
