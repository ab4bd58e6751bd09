import { LEDGER_LINES } from "@neurofront/core";
import type { LedgerEntry, LedgerLine } from "@neurofront/core";
import type { Measured } from "./measured.ts";

/** One number a ledger line that has an entry, in the order of the ledger. */
export function ledgerNumbers(entries: readonly LedgerEntry[]): Measured[] {
  const lines = Object.keys(LEDGER_LINES) as LedgerLine[];
  return lines.flatMap((line) => {
    const own = entries.filter((entry) => entry.line === line);
    if (own.length === 0) return [];
    return [{ name: line, unit: "J", group: "ledger", value: own.reduce((sum, { energy_J }) => sum + energy_J, 0) }];
  });
}
