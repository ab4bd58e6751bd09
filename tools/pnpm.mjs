// Starts the pnpm that package.json names, on a Node that is new enough for the workspace.
// Any Node from 14 on can run this file: node tools/pnpm.mjs <pnpm arguments>
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const workspace = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
const [major, minor] = workspace.engines.node.match(/\d+/g).map(Number);
const [presentMajor, presentMinor] = process.versions.node.split(".").map(Number);
const newEnough = presentMajor > major || (presentMajor === major && presentMinor >= minor);

const packages = [`--package=${workspace.packageManager}`];
if (!newEnough) {
  // These packages hold the plain binary. The package "node" would need an install script, which newer npm blocks.
  const platform = process.platform === "win32" ? "win" : process.platform;
  const target = `${platform}-${process.arch}`;
  const node = `${target === "darwin-arm64" ? "node-bin" : "node"}-${target}@^${major}.${minor}.0`;
  packages.push(`--package=${node}`);
  process.stderr.write(`Node ${process.versions.node} is older than ${workspace.engines.node}: using ${node}\n`);
}

const { status, error } = spawnSync(
  "npx",
  ["--yes", "--prefer-offline", ...packages, "--", "pnpm", ...process.argv.slice(2)],
  { stdio: "inherit", shell: process.platform === "win32" },
);
if (error) process.stderr.write(`npx, which comes with Node, did not start: ${error.message}\n`);
process.exitCode = status === null ? 1 : status;
