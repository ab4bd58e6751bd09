import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { join } from "node:path";
import { RequestError } from "./answer.ts";

/** A run that this server has started. */
export interface Run {
  /** 1, 2, 3, ... */
  readonly id: number;
  /** What was asked for: a study or an archive, relative to the folder. */
  readonly of: string;
  /** Where its archive is or will be, relative to the folder. */
  readonly archive: string;
  readonly state: "running" | "stopping" | "stopped" | "finished" | "failed";
  /** The last of what it has said, for a run that failed. */
  readonly said: string;
}

/** Runs at once; each takes a processor for as long as it lasts. */
const MOST_RUNS = 4;
const LONGEST_SAID = 4000;

interface Started {
  run: Run;
  readonly child: ChildProcess;
  readonly ended: Promise<void>;
}

/** The runs of a server: each is the command in a process of its own, and is stopped by the signal that makes it save. */
export class Runs {
  readonly #command: readonly string[];
  readonly #options: readonly string[];
  readonly #folder: string;
  readonly #started = new Map<number, Started>();

  /**
   * @param command program and first arguments by which neurofront is called
   * @param options further arguments of every run
   * @param folder that the paths of studies and archives are relative to
   */
  constructor(command: readonly string[], options: readonly string[], folder: string) {
    this.#command = command;
    this.#options = options;
    this.#folder = folder;
  }

  list(): Run[] {
    return [...this.#started.values()].map(({ run }) => run);
  }

  /**
   * Run a study into a folder, or go on with what is there.
   *
   * @throws RequestError when that archive is being written, or as many run as may
   */
  start(of: string, study: string, out: string): Run {
    const active = this.list().filter(({ state }) => state === "running" || state === "stopping");
    const archive = `${out}/archive.sqlite`;
    if (active.some((run) => run.archive === archive))
      throw new RequestError(409, `${archive} is being written already`);
    if (active.length >= MOST_RUNS)
      throw new RequestError(409, `${MOST_RUNS} runs go on already; stop one of them first`);
    const id = this.#started.size + 1;
    const [program, ...first] = this.#command;
    const paths = [join(this.#folder, study), "--out", join(this.#folder, out)];
    const child = spawn(program!, [...first, "run", ...paths, "--progress", "json", ...this.#options], {
      stdio: ["ignore", "pipe", "pipe"],
    });
    let said = "";
    const listen = (text: string): void => {
      const lines = text.split("\n").filter((line) => line !== "" && !line.startsWith("{"));
      said = [said, ...lines]
        .filter((line) => line !== "")
        .join("\n")
        .slice(-LONGEST_SAID);
    };
    child.stdout.setEncoding("utf8").resume();
    child.stderr.setEncoding("utf8").on("data", listen);
    const started: Started = {
      run: { id, of, archive, state: "running", said: "" },
      child,
      ended: new Promise((resolve) => {
        const end = (state: Run["state"]): void => {
          started.run = { ...started.run, state, said };
          resolve();
        };
        child.on("error", (error) => {
          said = error.message;
          end("failed");
        });
        child.on("close", (code) => end(endOf(code, started.run.state)));
      }),
    };
    this.#started.set(id, started);
    return started.run;
  }

  /**
   * Let a run finish its batch and save.
   *
   * @throws RequestError when there is no such run
   */
  stop(id: number): Run {
    const started = this.#started.get(id);
    if (started === undefined) throw new RequestError(404, `there is no run ${id}`);
    if (started.run.state === "running") {
      started.run = { ...started.run, state: "stopping" };
      started.child.kill("SIGINT");
    }
    return started.run;
  }

  /** Stop all that runs and wait until it has saved. */
  async stopAll(): Promise<void> {
    for (const { id } of this.list()) this.stop(id);
    await Promise.all([...this.#started.values()].map(({ ended }) => ended));
  }
}

/** A run that was asked to stop ends as it likes; what it left to do, its archive tells. */
function endOf(code: number | null, state: Run["state"]): Run["state"] {
  if (state === "stopping") return "stopped";
  return code === 0 ? "finished" : "failed";
}
