import { execFile } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, realpathSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect } from "vitest";
import { changed, pageSteps, shows } from "./page-steps.ts";

const repository = join(import.meta.dirname, "../..");

/** How the commands of a page are run. */
export interface Reader {
  /** `npm install neurofront`. */
  install(folder: string): void;
  /** `pnpm ...`: what it runs, or undefined where a reader has none. */
  readonly pnpm?: (args: readonly string[], cwd: string) => string;
}

/** A reader who works from the sources of this repository. */
export const fromSources: Reader = {
  install(folder) {
    mkdirSync(join(folder, "node_modules"), { recursive: true });
    symlinkSync(join(repository, "packages/cli"), join(folder, "node_modules/neurofront"), "dir");
  },
};

/**
 * Do what a page says, in an empty folder: write its files, run its commands, and find what it says they print.
 *
 * @param page path of the Markdown file, relative to the repository
 * @returns how many things there were to do
 */
export async function runPage(page: string, folder: string, reader: Reader): Promise<number> {
  let printed = "";
  const home = realpathSync(folder);
  const steps = pageSteps(readFileSync(join(repository, page), "utf8"));
  for (const step of steps) {
    const place = `${page}:${step.line}`;
    if (step.does === "run") printed = await run(step.command, home, reader, place);
    else if (step.does === "see")
      expect(shows(printed, step.text), `${place} does not stand in\n${printed}`).toBe(true);
    else {
      const path = join(home, step.file);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, step.does === "write" ? step.text : changed(readFileSync(path, "utf8"), step.diff));
    }
  }
  return steps.length;
}

async function run(command: readonly string[], folder: string, reader: Reader, place: string): Promise<string> {
  const [program, ...args] = command;
  if (program === "npm" && args.join(" ") === "install neurofront") {
    if (!existsSync(join(folder, "node_modules/neurofront"))) reader.install(folder);
    return "";
  }
  if (program === "pnpm" && reader.pnpm !== undefined) return reader.pnpm(args, folder);
  if (program === "npx" && args[0] === "neurofront")
    return execute([join(folder, "node_modules/neurofront/bin/neurofront.js"), ...args.slice(1)], folder, place);
  if (program === "node") return execute(args, folder, place);
  throw new Error(`${place}: a reader of the documents has no command "${command.join(" ")}"`);
}

function execute(args: readonly string[], cwd: string, place: string): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile(process.execPath, [...args], { cwd, maxBuffer: 2 ** 26 }, (error, out, err) =>
      error === null ? resolve(out) : reject(new Error(`${place}: ${args.join(" ")} failed\n${out}\n${err}`)),
    );
  });
}
