import type { Terminal } from "./terminal.ts";

/** Signals that ask a program to end, with the exit code that says so (128 and the number of the signal). */
const EXIT_CODES = { SIGINT: 130, SIGTERM: 143 } as const;

/** A run that a signal has stopped, after its batch was saved. */
export class StoppedError extends Error {
  override readonly name = "StoppedError";
  readonly exitCode: number;

  constructor(exitCode: number, message: string) {
    super(message);
    this.exitCode = exitCode;
  }
}

/** What a run does about signals while it goes on. */
export interface StopSignals {
  /** Stops the run. */
  readonly signal: AbortSignal;
  /** To be called whenever a batch has been saved. */
  saved(): void;
  /** Leave signals to the operating system again. */
  release(): void;
}

/**
 * Listen for SIGINT and SIGTERM. The first lets the batch end and be saved, then stops the run; the second ends the process at once.
 *
 * @param howToGoOn command that goes on with the run
 */
export function stopSignals(terminal: Terminal, howToGoOn: string): StopSignals {
  const controller = new AbortController();
  let received: keyof typeof EXIT_CODES | undefined;
  const listen = (name: NodeJS.Signals): void => {
    const code = EXIT_CODES[name as keyof typeof EXIT_CODES];
    if (received !== undefined) process.exit(code);
    received = name as keyof typeof EXIT_CODES;
    terminal.err.write(`\n${name}: stopping when this batch is saved; once more stops at once\n`);
  };
  const names = Object.keys(EXIT_CODES) as NodeJS.Signals[];
  for (const name of names) process.on(name, listen);
  return {
    signal: controller.signal,
    saved() {
      if (received !== undefined)
        controller.abort(
          new StoppedError(
            EXIT_CODES[received],
            `stopped by ${received}; all that was assessed is saved. Go on: ${howToGoOn}`,
          ),
        );
    },
    release() {
      for (const name of names) process.off(name, listen);
    },
  };
}
