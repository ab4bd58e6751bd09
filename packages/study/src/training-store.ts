import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { PreparedWorkload } from "@neurofront/core";
import { packWorkload, unpackWorkload } from "./packed-workload.ts";

/** Trained networks of earlier runs, by key. */
export interface TrainingStore {
  /** Undefined where there is none. */
  read(key: string): PreparedWorkload | undefined;
  write(key: string, workload: PreparedWorkload): void;
}

/** A store of one file a training in a folder, which is made when the first is written. A file that is not whole counts as none. */
export function trainingFolder(folder: string): TrainingStore {
  const pathOf = (key: string): string => join(folder, `${key}.training`);
  return {
    read(key) {
      let bytes: Buffer;
      try {
        bytes = readFileSync(pathOf(key));
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
        throw error;
      }
      return unpackWorkload(bytes);
    },
    write(key, workload) {
      mkdirSync(folder, { recursive: true });
      // Renamed when whole, so that a run that is stopped leaves no part under the name.
      const part = `${pathOf(key)}.${process.pid}.part`;
      writeFileSync(part, packWorkload(workload));
      renameSync(part, pathOf(key));
    },
  };
}
