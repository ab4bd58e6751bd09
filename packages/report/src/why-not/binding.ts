import { dominates, searchedValue, statisticValue } from "@neurofront/core";
import type { CandidateRecord, ResolvedConstraint, SearchedParameter } from "@neurofront/core";
import { designDistance } from "./near-front.ts";

/** A margin of at most this, relative to the bound, is as good as none. */
export const ACTIVE_MARGIN = 0.01;
/** A parameter within this share of its range from an end stands at the end. */
const AT_END = 0.01;
/** Designs that a rule keeps from dominating a member, nearest first, by which the rule that stops is chosen. */
const NEIGHBOURS = 10;

/** The room a design has under a constraint of the study. */
export interface Margin {
  /** What the constraint's violation is called, for example `accuracy-below-bound`. */
  readonly code: string;
  /** Distance from the bound, relative to it. */
  readonly margin: number;
  readonly isActive: boolean;
}

/** A rule that keeps designs from dominating a member of the front. */
export interface Stop {
  readonly code: string;
  /** How many of the neighbours break it, and how many break nothing else. */
  readonly count: number;
  readonly aloneCount: number;
}

/** What holds one member of a front in its place. */
export interface Binding {
  readonly record: CandidateRecord;
  readonly margins: readonly Margin[];
  /** Free parameters at an end of their range, such as `inputVoltage_V at its low end`. */
  readonly ends: readonly { readonly name: string; readonly end: "low" | "high" }[];
  /** Evaluated designs that would dominate the member and are not feasible. */
  readonly wouldDominate: number;
  /** Of the {@link NEIGHBOURS} of them that are nearest to the member: distance of the nearest, in ranges, and the rules they break. */
  readonly nearest?: number;
  /** Most frequent first. */
  readonly stops: readonly Stop[];
}

/** What a violation of a constraint is called. */
export function constraintCode({ metric, atMost }: ResolvedConstraint): string {
  return `${metric}-${atMost === undefined ? "below" : "above"}-bound`;
}

/**
 * What holds a member of the front in its place: constraints without room, parameters at the ends of their ranges, and the rules
 * broken by the evaluated designs that would dominate it. Impossible designs have no objectives and cannot be among these.
 */
export function bindingOf(
  member: CandidateRecord,
  candidates: readonly CandidateRecord[],
  constraints: readonly ResolvedConstraint[],
  searched: readonly SearchedParameter[],
): Binding {
  const better: { readonly record: CandidateRecord; readonly distance: number }[] = [];
  for (const record of candidates) {
    if (record.violation === 0 || record.objectives.length === 0) continue;
    // The first objective alone rules out most of them.
    if (record.objectives[0]! > member.objectives[0]! || !dominates(record.objectives, member.objectives)) continue;
    better.push({ record, distance: designDistance(record, member, searched) });
  }
  better.sort((a, b) => a.distance - b.distance || a.record.candidate - b.record.candidate);
  const nearest = better[0]?.distance;
  return {
    record: member,
    margins: constraints.flatMap((constraint) => marginOf(member, constraint)),
    ends: searched.flatMap(({ name, parameter }, k) => endOf(name, parameter, member, k)),
    wouldDominate: better.length,
    ...(nearest !== undefined && { nearest }),
    stops: stopsOf(better.slice(0, NEIGHBOURS).map(({ record }) => record)),
  };
}

function marginOf({ assessment }: CandidateRecord, constraint: ResolvedConstraint): Margin[] {
  const { metric, statistic, atMost, atLeast } = constraint;
  const value = statisticValue(assessment, metric, statistic);
  if (value === undefined) return [];
  const bound = atMost ?? atLeast!;
  const room = atMost === undefined ? value - bound : bound - value;
  const margin = room / (Math.abs(bound) || 1);
  return [{ code: constraintCode(constraint), margin, isActive: margin <= ACTIVE_MARGIN }];
}

function endOf(
  name: string,
  { range, integers }: SearchedParameter["parameter"],
  { coordinates, design }: CandidateRecord,
  k: number,
): Binding["ends"] {
  if (integers !== undefined) {
    const value = searchedValue(design, name);
    if (value === integers.low) return [{ name, end: "low" }];
    return value === integers.high ? [{ name, end: "high" }] : [];
  }
  const coordinate = coordinates[k];
  if (range === undefined || coordinate === undefined) return [];
  if (coordinate <= AT_END) return [{ name, end: "low" }];
  return coordinate >= 1 - AT_END ? [{ name, end: "high" }] : [];
}

function stopsOf(neighbours: readonly CandidateRecord[]): Stop[] {
  const stops = new Map<string, { count: number; aloneCount: number }>();
  for (const { assessment } of neighbours) {
    const broken = new Set(assessment.violations.filter(({ kind }) => kind !== "warning").map(({ code }) => code));
    for (const code of broken) {
      const stop = stops.get(code) ?? { count: 0, aloneCount: 0 };
      stop.count += 1;
      if (broken.size === 1) stop.aloneCount += 1;
      stops.set(code, stop);
    }
  }
  return [...stops]
    .map(([code, stop]) => ({ code, ...stop }))
    .toSorted((a, b) => b.aloneCount - a.aloneCount || b.count - a.count || (a.code < b.code ? -1 : 1));
}
