import { rungOf } from "@neurofront/core";
import type { CandidateRecord, ChipSample, TechnologyDesign } from "@neurofront/core";
import { assessGroup } from "./assess-group.ts";
import type { Entrant, SearchSetting } from "./assess-group.ts";
import { searchChips } from "./chip-schedule.ts";
import { designAtFidelity } from "./design-at-fidelity.ts";
import { asLower, costsOf, promoted, standingAt } from "./promotion.ts";
import type { Racer } from "./race.ts";
import type { Known } from "./search-state.ts";
import type { Work } from "./work.ts";

/** Candidates as they are to be recorded, with the chips drawn of them. */
export interface Assessed {
  readonly records: readonly CandidateRecord[];
  readonly samples: readonly ChipSample[];
}

/** Proposed designs, to be assessed together. */
export interface ProposedDesign {
  readonly candidate: number;
  readonly coordinates: readonly number[];
  /** At the lowest fidelity. */
  readonly design: TechnologyDesign;
}

/**
 * Assess a batch at the lowest fidelity, and the promising of it at the higher ones.
 *
 * @param known of the search, before the batch
 * @param left of the budget, for this batch with its promotions
 */
export function* assessBatch(
  setting: SearchSetting,
  known: Known,
  batch: readonly ProposedDesign[],
  left: number,
): Work<Assessed> {
  const { fidelities } = setting.search.technology;
  const entrants = batch.map((proposed): Entrant => ({
    ...proposed,
    ...(fidelities === undefined ? {} : { fidelity: fidelities[0]!.name }),
    lower: [],
  }));
  const lowest = yield* assessGroup(setting, entrants, searchChips(setting.study), rivalsAt(setting, known, 0));
  const records = new Map(lowest.map(({ record }) => [record.candidate, record]));
  const samples = lowest.flatMap(({ sample }) => sample ?? []);
  let unspent = left - batch.length;
  const costs = costsOf(fidelities);
  for (let rung = 0; rung + 1 < costs.length; rung++) {
    const before = known.records.flatMap((record) => standingAt(record, rung) ?? []);
    const group = [...records.values()].filter((record) => rungOf(record) === rung);
    const all = [...before, ...group.map((record) => standingAt(record, rung)!)];
    const affordable = Math.max(0, Math.floor(unspent / costs[rung + 1]!));
    const chosen = promoted(group, all, setting.study.promotion).slice(0, affordable);
    const promotions = yield* assessHigher(setting, known, chosen);
    for (const record of promotions.records) records.set(record.candidate, record);
    samples.push(...promotions.samples);
    unspent -= chosen.length * costs[rung + 1]!;
  }
  return { records: batch.map(({ candidate }) => records.get(candidate)!), samples };
}

/** Assess candidates that stand at one fidelity at the next one, on the chips that every candidate meets. */
export function* assessHigher(
  setting: SearchSetting,
  known: Known,
  chosen: readonly CandidateRecord[],
): Work<Assessed> {
  if (chosen.length === 0) return { records: [], samples: [] };
  const rung = rungOf(chosen[0]!) + 1;
  const fidelity = setting.search.technology.fidelities![rung]!.name;
  const entrants = chosen.map((record): Entrant => ({
    candidate: record.candidate,
    coordinates: record.coordinates,
    design: designAtFidelity(record.design, fidelity),
    fidelity,
    lower: asLower(record),
  }));
  const answers = yield* assessGroup(setting, entrants, searchChips(setting.study), rivalsAt(setting, known, rung));
  return {
    records: answers.map(({ record }) => record),
    samples: answers.flatMap(({ sample }) => sample ?? []),
  };
}

/** Without chips there is nothing to race for. */
function rivalsAt({ study }: SearchSetting, known: Known, rung: number): Racer[] {
  return searchChips(study).most === 0 ? [] : known.rivals(rung);
}
