#!/usr/bin/env node
import { mkdirSync, readFileSync } from "node:fs";
// As a whole: a Node without one of its members would not even read this file.
import * as module from "node:module";
import { codeFolder } from "./code-folder.js";
import { problemOfNode } from "./node-version.js";

const { engines } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));
const problem = problemOfNode(process.versions.node, engines.node);
if (problem !== undefined) {
  console.error(problem);
  process.exit(2);
}
const folder = process.env.NODE_COMPILE_CACHE === undefined ? codeFolder() : undefined;
if (folder !== undefined) {
  try {
    // What others could write here would be run.
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    // Before the first import, so that the cache also keeps the sources whose types Node strips.
    module.enableCompileCache(folder);
    // Threads, and commands that this one starts, find it by the variable.
    process.env.NODE_COMPILE_CACHE = folder;
  } catch {
    // Without it everything takes longer to start.
  }
}
// Whoever reads the output, such as head, may have seen enough; the work is done all the same.
for (const stream of [process.stdout, process.stderr])
  stream.on("error", (error) => {
    if (error.code !== "EPIPE") throw error;
  });
// The package's own name leads to src here and to dist once published.
const { main } = await import("neurofront/main");
process.exitCode = await main(process.argv.slice(2));
