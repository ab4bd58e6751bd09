export { Archive } from "./archive.ts";
export { copyArchive } from "./copy-archive.ts";
