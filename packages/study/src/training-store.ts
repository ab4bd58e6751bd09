import type { PreparedWorkload } from "@neurofront/core";
import { sha256 } from "./canonical-json.ts";
import { packData, unpackData } from "./packed-data.ts";
import { isPreparedWorkload } from "./prepared-workload.ts";
import type { ResultStore, StoredResult } from "./result-store.ts";

/** Trained networks of earlier runs, by key. */
export interface TrainingStore {
  /** Undefined where there is none. */
  read(key: string): PreparedWorkload | undefined;
  /** @param models that trained it */
  write(key: string, workload: PreparedWorkload, models: StoredResult["models"]): void;
}

/**
 * Trained networks among other results. What is not whole, or no network, counts as none.
 *
 * @param computer what trains: the program, its runtime and processor
 */
export function storedTrainings(store: ResultStore, computer: string): TrainingStore {
  const keyOf = (key: string): string => sha256("training 1 ", computer, " ", key);
  return {
    read(key) {
      const bytes = store.read(keyOf(key));
      if (bytes === undefined) return undefined;
      try {
        const value = unpackData(bytes);
        return isPreparedWorkload(value) ? value : undefined;
      } catch {
        return undefined;
      }
    },
    write(key, workload, models) {
      store.write([{ key: keyOf(key), kind: "training", models, bytes: packData(workload) }]);
    },
  };
}
