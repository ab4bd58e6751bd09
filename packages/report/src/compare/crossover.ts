import { METRICS } from "@neurofront/core";
import type { CandidateRecord, MetricName } from "@neurofront/core";
import { randomAt } from "@neurofront/core";
import type { Entrant, EntrantRun } from "./entrant.ts";

/** A bound that moves: at least so much accuracy, or at most so much delay. */
export interface MovingBound {
  readonly metric: MetricName;
  readonly kind: "atLeast" | "atMost";
}

/** A stretch of the moving bound over which one entrant is best. */
export interface Stretch {
  readonly winner: string;
  /** Loosest bound of the stretch, SI; absent where it has no loose end. */
  readonly from?: number;
  /** Tightest bound of the stretch: what the winner can just keep, or where the next one takes over. */
  readonly to: number;
  /** 95 % interval of `to` over runs drawn again; absent with one run each or where most draws have no such change. */
  readonly toOverRuns?: { readonly low: number; readonly high: number };
  /** The winner's best value at the loose end. */
  readonly value: number;
  /** The next best there, and by what factor it is behind. */
  readonly next?: { readonly entrant: string; readonly factor: number };
}

/** Who is best in a metric while a bound is tightened. */
export interface Crossovers {
  readonly bound: MovingBound;
  readonly ranked: MetricName;
  /** From the loosest bound to the tightest that anyone keeps. */
  readonly stretches: readonly Stretch[];
}

/** Draws of the bootstrap over runs. */
const RESAMPLES = 200;

/** A step of what an entrant can do: with a bound up to `bound` its best cost is `cost`. */
interface Step {
  /** Signed so that tighter is larger. */
  readonly tightness: number;
  readonly cost: number;
}

/** Steps from the tightest bound to the loosest; costs fall. */
type Staircase = readonly Step[];

/**
 * Who is best in the ranked metric while the bound is tightened, from the candidates of all runs.
 *
 * @param admits whether a candidate may be counted at all, apart from the moving bound
 */
export function crossoversOf(
  entrants: readonly Entrant[],
  bound: MovingBound,
  ranked: MetricName,
  admits: (record: CandidateRecord) => boolean,
): Crossovers {
  const players = entrants.map(({ name, runs }) => ({
    name,
    runs: runs.map((run) => staircaseOf(run, bound, ranked, admits)),
  }));
  const stretches = stretchesOf(players.map(({ name, runs }) => ({ name, steps: merged(runs) })));
  const resampled = players.some(({ runs }) => runs.length > 1) ? resample(players) : [];
  const sign = bound.kind === "atLeast" ? 1 : -1;
  const less = METRICS[ranked].better === "less";
  return {
    bound,
    ranked,
    stretches: stretches.map(({ winner, from, to, cost, next }, index): Stretch => {
      const after = stretches[index + 1]?.winner;
      const overRuns = changeInterval(resampled, winner, after);
      return {
        winner,
        ...(from !== undefined && { from: sign * from }),
        to: sign * to,
        ...(overRuns && {
          toOverRuns: sign > 0 ? overRuns : { low: -overRuns.high, high: -overRuns.low },
        }),
        value: less ? cost : 1 / cost,
        ...(next && { next }),
      };
    }),
  };
}

function staircaseOf(
  { candidates }: EntrantRun,
  { metric, kind }: MovingBound,
  ranked: MetricName,
  admits: (record: CandidateRecord) => boolean,
): Staircase {
  const less = METRICS[ranked].better === "less";
  const steps = candidates.flatMap((record): Step[] => {
    const { metrics } = record.assessment;
    const [position, value] = [metrics[metric], metrics[ranked]];
    if (position === undefined || value === undefined || !(value > 0) || !admits(record)) return [];
    return [{ tightness: kind === "atLeast" ? position : -position, cost: less ? value : 1 / value }];
  });
  return staircase(steps);
}

/** Only the steps that are better than all tighter ones. */
function staircase(steps: readonly Step[]): Staircase {
  let least = Infinity;
  return steps
    .toSorted((a, b) => b.tightness - a.tightness || a.cost - b.cost)
    .filter(({ cost }) => {
      if (cost >= least) return false;
      least = cost;
      return true;
    });
}

function merged(runs: readonly Staircase[]): Staircase {
  return runs.length === 1 ? runs[0]! : staircase(runs.flat());
}

/** A stretch in signed tightness and cost. */
interface SignedStretch {
  readonly winner: string;
  readonly from?: number;
  readonly to: number;
  readonly cost: number;
  readonly next?: { readonly entrant: string; readonly factor: number };
}

/** From the loosest bound to the tightest. */
function stretchesOf(players: readonly { readonly name: string; readonly steps: Staircase }[]): SignedStretch[] {
  const events = players
    .flatMap(({ steps }, player) => steps.map(({ tightness, cost }) => ({ tightness, cost, player })))
    .toSorted((a, b) => b.tightness - a.tightness);
  const costs = players.map(() => Infinity);
  const found: SignedStretch[] = [];
  let winner = -1;
  let to = 0;
  let reading: Pick<SignedStretch, "cost" | "next"> | undefined;
  const close = (from: number | undefined): void => {
    if (reading !== undefined)
      found.push({ winner: players[winner]!.name, to, ...reading, ...(from !== undefined && { from }) });
  };
  for (const [index, { tightness, cost, player }] of events.entries()) {
    costs[player] = cost;
    if (events[index + 1]?.tightness === tightness) continue;
    const least = Math.min(...costs);
    // The one ahead stays ahead of its equal.
    if (costs[winner] !== least) {
      close(tightness);
      winner = costs.indexOf(least);
      to = tightness;
    }
    const others = costs.map((own, other) => (other === winner ? Infinity : own));
    const behind = Math.min(...others);
    reading = {
      cost: least,
      ...(Number.isFinite(behind) && {
        next: { entrant: players[others.indexOf(behind)]!.name, factor: behind / least },
      }),
    };
  }
  close(undefined);
  return found.toReversed();
}

function resample(
  players: readonly { readonly name: string; readonly runs: readonly Staircase[] }[],
): SignedStretch[][] {
  const random = randomAt(0, "crossovers-over-runs", ...players.map(({ name }) => name));
  return Array.from({ length: RESAMPLES }, () =>
    stretchesOf(
      players.map(({ name, runs }) => ({ name, steps: merged(runs.map(() => runs[random.integer(runs.length)]!)) })),
    ),
  );
}

/** Where one entrant gives way to another (or to nobody), over the draws in which it does; the tightest such place of each. */
function changeInterval(
  draws: readonly (readonly SignedStretch[])[],
  winner: string,
  after: string | undefined,
): { low: number; high: number } | undefined {
  const places = draws
    .flatMap((stretches) => {
      const found = stretches.findLast(
        (stretch, index) => stretch.winner === winner && stretches[index + 1]?.winner === after,
      );
      return found === undefined ? [] : [found.to];
    })
    .toSorted((a, b) => a - b);
  if (places.length === 0 || 2 * places.length < draws.length) return undefined;
  return {
    low: places[Math.round(0.025 * (places.length - 1))]!,
    high: places[Math.round(0.975 * (places.length - 1))]!,
  };
}
