import { appendFileSync } from "node:fs";

/** A log for other programs: one JSON object a line, appended to a file, each with its time. */
export class RunLog {
  readonly #path: string | undefined;

  /** @param path of the file; nothing is written where there is none */
  constructor(path: string | undefined) {
    this.#path = path;
  }

  get isWritten(): boolean {
    return this.#path !== undefined;
  }

  /**
   * @param values nothing secret, and no path but those that the person gave
   * @throws the error of the file system when the line cannot be written
   */
  write(event: string, values: Readonly<Record<string, unknown>>): void {
    if (this.#path === undefined) return;
    appendFileSync(this.#path, `${JSON.stringify({ time: new Date().toISOString(), event, ...values })}\n`);
  }
}
