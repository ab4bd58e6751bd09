import type { ResultStore, StoredResult } from "../src/result-store.ts";

/** A store in memory, whose content tests may look at and change. */
export interface MemoryStore extends ResultStore {
  readonly results: Map<string, StoredResult>;
}

export function memoryStore(): MemoryStore {
  const results = new Map<string, StoredResult>();
  return {
    results,
    read: (key) => results.get(key)?.bytes,
    write(list) {
      for (const result of list) results.set(result.key, result);
      return list.length;
    },
  };
}
