export { Archive, ArchiveError } from "./archive.ts";
