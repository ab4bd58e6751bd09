import type { FolderContents } from "../folder-contents.ts";
import type { Run } from "../runs.ts";

/** What the server says of its folder. */
export type FolderState = FolderContents & { readonly folder: string; readonly runs: readonly Run[] };

type Listener = (state: FolderState) => void;

const listeners = new Set<Listener>();
let value: FolderState | undefined;

/** The folder as it was last heard of, and who wants to hear of it. */
export const folderState = {
  get value(): FolderState | undefined {
    return value;
  },
  set(state: FolderState): void {
    value = state;
    for (const listener of listeners) listener(state);
  },
  /** @returns how to stop listening */
  listen(listener: Listener): () => void {
    listeners.add(listener);
    if (value !== undefined) listener(value);
    return () => listeners.delete(listener);
  },
};
