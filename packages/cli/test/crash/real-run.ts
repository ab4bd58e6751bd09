import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { createHash } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { Archive } from "@neurofront/archive";
import { DRAWING } from "../../src/report-pictures.ts";
import { tinyStudy } from "../tiny-study.ts";

const command = join(import.meta.dirname, "../../bin/neurofront.js");

/** Write a study of two quick searches, of which the best designs are verified. */
export function quickStudyFile(folder: string, name: string, evaluations: number): string {
  const path = join(folder, name);
  const study = { ...tinyStudy(3), variation: { chips: 4 }, optimizer: { use: "nsga2" }, budget: { evaluations } };
  writeFileSync(path, JSON.stringify(study));
  return path;
}

/** How many candidates there are in the archive of an output folder, which must be whole. */
export function savedCandidates(out: string): number {
  const archive = Archive.open(join(out, "archive.sqlite"));
  try {
    return archive.firstJudged().length;
  } finally {
    archive.close();
  }
}

/** How a process ended. */
export interface Ending {
  readonly code: number | null;
  readonly killedBy: NodeJS.Signals | null;
  readonly err: string;
}

/** A run of the command in a process of its own. */
export interface RealRun {
  readonly child: ChildProcess;
  readonly ended: Promise<Ending>;
  /** Resolves when a batch has been saved. */
  readonly firstBatch: Promise<void>;
  /** Resolves when the run is over and its report is begun. */
  readonly drawing: Promise<void>;
}

/** Start a run. A limit on the size of files, in KiB, stands for a disk that is full. */
export function startRun(
  study: string,
  out: string,
  { fileLimit_KiB, options = [] }: { readonly fileLimit_KiB?: number; readonly options?: readonly string[] } = {},
): RealRun {
  const args = [command, "run", study, "--out", out, "--progress", "json", ...options];
  const child =
    fileLimit_KiB === undefined
      ? spawn(process.execPath, args, { stdio: ["ignore", "ignore", "pipe"] })
      : // The signal of the limit is ignored, and stays so: writing fails instead.
        spawn("bash", ["-c", `trap '' XFSZ; ulimit -f ${fileLimit_KiB}; exec "$0" "$@"`, process.execPath, ...args], {
          stdio: ["ignore", "ignore", "pipe"],
        });
  const { promise: firstBatch, resolve: hasBatch } = Promise.withResolvers<void>();
  const { promise: drawing, resolve: draws } = Promise.withResolvers<void>();
  let err = "";
  child.stderr.on("data", (piece: Buffer) => {
    err += piece.toString();
    if (err.includes(`"event":"progress"`)) hasBatch();
    if (err.includes(DRAWING)) draws();
  });
  const ended = new Promise<Ending>((resolve) => {
    child.on("close", (code, killedBy) => resolve({ code, killedBy, err }));
  });
  return { child, ended, firstBatch, drawing };
}

/** A digest of every row of each table, whatever the order in which they were written. */
export function digestsOf(archive: string): Record<string, string> {
  const database = new DatabaseSync(archive, { readOnly: true });
  try {
    const tables = ["archive", "layout", "candidate", "revision", "sample", "note", "schedule", "verification"];
    return Object.fromEntries(
      tables.map((table) => {
        const rows = database
          .prepare(`SELECT * FROM ${table}`)
          .all()
          .map((row) => JSON.stringify(row))
          .toSorted();
        return [table, `${rows.length} rows ${createHash("sha256").update(rows.join()).digest("hex")}`];
      }),
    );
  } finally {
    database.close();
  }
}
