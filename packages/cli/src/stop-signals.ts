import type { Terminal } from "./terminal.ts";

/** Signals that ask a program to end, with the exit code that says so (128 and the number of the signal). */
const EXIT_CODES = { SIGINT: 130, SIGTERM: 143 } as const;

/** A run that a signal has stopped, after what it had begun was saved. */
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
  /** Ends the run when what it has begun is saved. */
  readonly ending: AbortSignal;
  /** Leave signals to the operating system again. */
  release(): void;
}

/**
 * Listen for SIGINT and SIGTERM. The first lets what has been begun end and be saved, then stops the run; the second ends the process at
 * once.
 *
 * @param plan says what happens then: when it stops
 * @param howToGoOn command that goes on with the run
 */
export function stopSignals(terminal: Terminal, plan: () => string, howToGoOn: string): StopSignals {
  const controller = new AbortController();
  const listen = (name: NodeJS.Signals): void => {
    const code = EXIT_CODES[name as keyof typeof EXIT_CODES];
    if (controller.signal.aborted) process.exit(code);
    terminal.err.write(`\n${name}: ${plan()}; once more stops at once\n`);
    controller.abort(new StoppedError(code, `stopped by ${name}; all that was assessed is saved. Go on: ${howToGoOn}`));
  };
  const names = Object.keys(EXIT_CODES) as NodeJS.Signals[];
  for (const name of names) process.on(name, listen);
  return {
    ending: controller.signal,
    release() {
      for (const name of names) process.off(name, listen);
    },
  };
}
