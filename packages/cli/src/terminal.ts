/** Where a command writes: results to `out`, everything else to `err`. */
export interface Terminal {
  readonly out: { write(text: string): unknown };
  readonly err: { write(text: string): unknown };
  /** True when `err` is a terminal that can redraw a line. */
  readonly interactive: boolean;
  /** Columns of the terminal that `err` is. */
  readonly width: number;
  /** Columns of the terminal that `out` is; absent where it is a file or a pipe, whose lines stay whole. */
  readonly columns?: number;
}

/** The process's own terminal. */
export function processTerminal(): Terminal {
  return {
    out: process.stdout,
    err: process.stderr,
    interactive: process.stderr.isTTY,
    width: process.stderr.columns ?? 100,
    ...(process.stdout.isTTY ? { columns: process.stdout.columns } : {}),
  };
}
