import { execFile, execFileSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";

const root = join(import.meta.dirname, "..");
const roles = ["neuron", "synapse", "interconnect", "workload", "optimizer"] as const;
const patience_ms = 400_000;

/** A copy of the repository, with its packages linked. */
let copy = "";

beforeAll(() => {
  copy = realpathSync(mkdtempSync(join(tmpdir(), "neurofront-repository-")));
  const listed = execFileSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], { cwd: root });
  for (const file of listed.toString().split("\0")) {
    if (file === "" || file.startsWith("bench/")) continue;
    mkdirSync(dirname(join(copy, file)), { recursive: true });
    copyFileSync(join(root, file), join(copy, file));
  }
}, patience_ms);
afterAll(() => rmSync(copy, { recursive: true, force: true }), patience_ms);

function run(file: string, args: readonly string[]): Promise<{ readonly code: number; readonly out: string }> {
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      [join(copy, file), ...args],
      { cwd: copy, maxBuffer: 2 ** 26 },
      (_e, out, err) => resolve({ code: child.exitCode ?? -1, out: `${out}${err}` }),
    );
  });
}

it(
  "a plugin of every role, stamped inside the repository, ships after the commands that new-plugin prints",
  async () => {
    expect(await run("tools/pnpm.mjs", ["install", "--prefer-offline", "--no-frozen-lockfile"])).toMatchObject({
      code: 0,
    });
    for (const role of roles) {
      const stamped = await run("packages/cli/bin/neurofront.js", ["new-plugin", `my-${role}`, "--role", role]);
      expect(stamped, stamped.out).toMatchObject({ code: 0 });
      expect(stamped.out).toContain("node tools/pnpm.mjs install && node tools/pnpm.mjs run generate");
    }
    expect(await run("tools/pnpm.mjs", ["install", "--prefer-offline", "--no-frozen-lockfile"])).toMatchObject({
      code: 0,
    });
    const generated = await run("tools/pnpm.mjs", ["run", "generate"]);
    expect(generated, generated.out).toMatchObject({ code: 0 });
    const schema = readFileSync(join(copy, "studies/study.schema.json"), "utf8");
    for (const role of roles) {
      expect(schema).toContain(`"my-${role}"`);
      const judged = await run("packages/cli/bin/neurofront.js", ["check-plugin", `./plugins/my-${role}`]);
      expect(judged.out).toMatch(/is sound: \d+ rules kept\n$/u);
    }
    const listed = await run("packages/cli/bin/neurofront.js", ["list", "plugins"]);
    for (const role of roles) expect(listed.out).toMatch(new RegExp(`^my-${role} +0\\.1\\.0 +${role} `, "mu"));
  },
  patience_ms,
);

it.each([
  ["types", "typescript/bin/tsc", ["-b", "packages/cli"]],
  ["format", "oxfmt/bin/oxfmt", ["--check"]],
  [
    "package arrows and README tables",
    "vitest/vitest.mjs",
    ["run", "test/arrows.test.ts", "test/readme-tables.test.ts"],
  ],
])(
  "and keeps the checks of the repository: %s",
  async (_subject, tool, args) => {
    const { code, out } = await run(`node_modules/${tool}`, args);
    expect(code, out).toBe(0);
  },
  patience_ms,
);
