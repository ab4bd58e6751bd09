import { execFile, execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";

const root = join(import.meta.dirname, "..");
const patience_ms = 300_000;

/** Exit code and everything the tool printed. */
function run(tool: string, args: readonly string[]): Promise<{ code: number; output: string }> {
  const path = join(root, "node_modules/.bin", tool);
  return new Promise((resolve) => {
    const child = execFile(path, args, { cwd: root, maxBuffer: 2 ** 26 }, (error, stdout, stderr) => {
      const notStarted = error !== null && child.exitCode === null ? `${error.message}\n` : "";
      resolve({ code: child.exitCode ?? 1, output: `${notStarted}${stdout}${stderr}` });
    });
  });
}

it.each([
  ["types", "tsc", ["-b"]],
  ["lint", "oxlint", ["--type-aware", "--deny-warnings"]],
  ["format", "oxfmt", ["--check"]],
  // Without the tests, so that an export only a test uses is found too; then with them.
  ["dead code", "knip", ["--strict", "--no-config-hints"]],
  ["dead test code", "knip", ["--no-config-hints"]],
])(
  "%s: %s reports nothing",
  async (_subject, tool, args) => {
    const { code, output } = await run(tool, args);
    expect(code, output).toBe(0);
  },
  patience_ms,
);

/** Places that exist on one machine only, or lie beside the repository instead of in it. */
const OUTSIDE = [/\.\.\/shared\b/, /(?<![\w.-])\/(?:work|home|root|Users)\//];

function outsideReferences(path: string, text: string): string[] {
  return text
    .split("\n")
    .flatMap((line, index) => (OUTSIDE.some((pattern) => pattern.test(line)) ? [`${path}:${index + 1} ${line}`] : []));
}

it("finds a reference to a place outside the repository", () => {
  const elsewhere = ["", "work", "data.csv"].join("/");
  const beside = ["..", "shared", "data.csv"].join("/");
  expect(outsideReferences("a.md", `fine\nsee ${elsewhere}\nsee ${beside}\nnet${elsewhere}`)).toEqual([
    `a.md:2 see ${elsewhere}`,
    `a.md:3 see ${beside}`,
  ]);
});

it.skipIf(!existsSync(join(root, ".git")))("no file refers to a place outside the repository", () => {
  const listed = execFileSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], { cwd: root });
  const found = listed
    .toString()
    .split("\0")
    .filter((path) => path !== "" && existsSync(join(root, path)))
    .flatMap((path) => {
      const content = readFileSync(join(root, path));
      return content.includes(0) ? [] : outsideReferences(path, content.toString());
    });
  expect(found).toEqual([]);
});
