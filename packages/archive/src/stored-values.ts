import type { SQLOutputValue } from "node:sqlite";
import type { CandidateRecord, ChipSample, ResolvedStudy, ScheduleStep } from "@neurofront/core";
import { bytesToFloats } from "./float-bytes.ts";
import { rowChecksum } from "./row-checksum.ts";
import type { Shape } from "./shape.ts";
import { designShape, layoutNumber, numbersShape, searchName, studyShape } from "./stored-shapes.ts";

/** Longer texts are no columns of ours. */
const LONGEST_TEXT = 2 ** 26;

/** A text column. */
export function storedText(value: SQLOutputValue | undefined): string {
  if (typeof value !== "string" || value.length > LONGEST_TEXT) throw new Error("a text is missing or too long");
  return value;
}

/** The name of a search. */
export function storedSearch(value: SQLOutputValue | undefined): string {
  if (!searchName(value)) throw new Error("a search has no legal name");
  return value as string;
}

/** A JSON column that holds numbers. */
export function storedNumbers(value: SQLOutputValue | undefined): number[] {
  return formed(JSON.parse(storedText(value)), numbersShape, "numbers") as number[];
}

/** The searched part of a design. */
export function storedDesign(value: SQLOutputValue | undefined): CandidateRecord["design"] {
  return formed(JSON.parse(storedText(value)), designShape, "a design") as CandidateRecord["design"];
}

/** The number of a layout. */
export function storedLayoutNumber(value: SQLOutputValue | undefined): number {
  if (!layoutNumber(value)) throw new Error("a layout has no legal number");
  return value as number;
}

/** Chips drawn of a candidate. */
export function storedChips(row: Readonly<Record<string, SQLOutputValue>>): ChipSample {
  const { clean, test, chips } = row;
  const bytes = 8 * Number(chips);
  if (!(clean instanceof Uint8Array && test instanceof Uint8Array && clean.length === bytes && test.length === bytes))
    throw new Error("chips are missing");
  return {
    search: storedSearch(row["search"]),
    candidate: Number(row["candidate"]),
    fidelity: storedText(row["fidelity"]),
    first: Number(row["first"]),
    clean: bytesToFloats(clean),
    test: bytesToFloats(test),
  };
}

/** A step of an asynchronous search. */
export function storedStep(row: Readonly<Record<string, SQLOutputValue>>): ScheduleStep {
  const told = row["told"] ?? null;
  return {
    search: storedSearch(row["search"]),
    step: Number(row["step"]),
    told: told === null ? null : Number(told),
    asked: Number(row["asked"]),
  };
}

/** The study, if it is as it was written. */
export function storedStudy(value: SQLOutputValue | undefined, checksum: SQLOutputValue | undefined): ResolvedStudy {
  const text = storedText(value);
  if (checksum !== String(rowChecksum([text]))) throw new Error("the study is not what was written");
  return formed(JSON.parse(text), studyShape, "a resolved study") as ResolvedStudy;
}

function formed(value: unknown, shape: Shape, what: string): unknown {
  if (!shape(value)) throw new Error(`what should be ${what} is none`);
  return value;
}
