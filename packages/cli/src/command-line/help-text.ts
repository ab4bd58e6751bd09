import { MINIMAL_STUDY } from "../minimal-study.ts";

/** A study to begin with, for the same place. */
export function studyExample(): string {
  return `\nA complete study:\n\n${MINIMAL_STUDY}`;
}

/** Commands as one writes them, for the end of a help text. */
export function examples(...lines: readonly string[]): string {
  return `\nExamples:\n${lines.map((line) => `  ${line}`).join("\n")}`;
}
