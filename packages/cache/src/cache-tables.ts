/**
 * The tables of a cache. `result` is what was computed, `usage` when it was kept (`made_s`) and asked for (`used_s`, in seconds since 1970)
 * and how often it was found: apart, so that telling of a use does not write a result again. `models` is JSON: the plugins and models that
 * a result comes from. `checksum` is the CRC-32 of the columns before it.
 */
export const CACHE_TABLES = `
CREATE TABLE result (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL,
  models TEXT NOT NULL,
  value BLOB NOT NULL,
  checksum INTEGER NOT NULL
) STRICT;
CREATE TABLE usage (
  id INTEGER PRIMARY KEY REFERENCES result (id) ON DELETE CASCADE,
  made_s INTEGER NOT NULL,
  used_s INTEGER NOT NULL,
  hits INTEGER NOT NULL
) STRICT;
CREATE INDEX usage_used ON usage (used_s);
`;
