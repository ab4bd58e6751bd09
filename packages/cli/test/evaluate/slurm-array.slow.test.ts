import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { quickStudyFile } from "../crash/real-run.ts";
import { neurofront } from "../tiny-study.ts";
import { archiveContents } from "./archive-contents.ts";

const BIN = join(import.meta.dirname, "../../bin/neurofront.js");
const SCRIPT = join(import.meta.dirname, "../../../../docs/slurm-array.sh");

/**
 * What the script needs of Slurm's sbatch, in one file: every task of an array, one after the other and the last one first, with the variables
 * that Slurm sets; each is killed once when it has begun, and begun again; a job that depends on another one comes after it.
 */
const SBATCH = `#!/usr/bin/env bash
set -euo pipefail
array=0 cpus=1
for argument in "$@"; do
  case "$argument" in
    --array=1-*) array=\${argument#--array=1-} ;;
    --cpus-per-task=*) cpus=\${argument#*=} ;;
    --output=*) log=\${argument#*=} ;;
    --dependency=afterok:*) [[ -e "$STATE/\${argument##*:}" ]] ;;
    --wrap=*) job=\${argument#*=} ;;
    --parsable | --requeue) ;;
    *) echo "unknown $argument" >&2; exit 1 ;;
  esac
done
export SLURM_CPUS_PER_TASK=$cpus
if [[ $array == 0 ]]; then
  bash -c "$job" >"$log" 2>&1
else
  for ((task = array; task >= 1; task--)); do
    export SLURM_ARRAY_TASK_ID=$task
    timeout -s KILL 4 bash -c "$job" >"\${log/\\%a/$task}" 2>&1 || true
    bash -c "$job" >"\${log/\\%a/$task}" 2>&1
  done
fi
touch "$STATE/4711"
echo 4711
`;

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "neurofront-slurm-"));
  mkdirSync(join(folder, "bin"));
  mkdirSync(join(folder, "state"));
  for (const [name, text] of [
    ["sbatch", SBATCH],
    ["neurofront", `#!/bin/sh\nexec "${process.execPath}" "${BIN}" "$@"\n`],
  ] as const) {
    writeFileSync(join(folder, "bin", name), text);
    chmodSync(join(folder, "bin", name), 0o755);
  }
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it("the script for job arrays makes the archive and the report of an undisturbed run, tasks that were requeued included", async () => {
  const study = quickStudyFile(folder, "my study.json", 200);
  const out = join(folder, "on a cluster");
  execFileSync("bash", [SCRIPT, study, out], {
    env: {
      ...process.env,
      PATH: join(folder, "bin") + delimiter + process.env["PATH"],
      STATE: join(folder, "state"),
      PARTS: "2",
      CPUS: "1",
    },
  });
  const plain = join(folder, "plain");
  expect((await neurofront("run", study, "--out", plain)).code).toBe(0);
  expect(archiveContents(join(out, "archive.sqlite"))).toStrictEqual(archiveContents(join(plain, "archive.sqlite")));
  expect(readFileSync(join(out, "report.html"), "utf8")).toContain("</html>");
}, 300_000);
