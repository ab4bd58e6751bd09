export type { CacheContents, CacheGroup } from "./cache-contents.ts";
export type { CacheSelection } from "./cache-contents.ts";
export { ResultCache, cacheFile } from "./result-cache.ts";
