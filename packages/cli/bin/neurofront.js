#!/usr/bin/env node
import { enableCompileCache } from "node:module";

// Before the first import, so that the cache also keeps the sources whose types Node strips.
enableCompileCache();
// Whoever reads the output, such as head, may have seen enough; the work is done all the same.
for (const stream of [process.stdout, process.stderr])
  stream.on("error", (error) => {
    if (error.code !== "EPIPE") throw error;
  });
// The package's own name leads to src here and to dist once published.
const { main } = await import("neurofront/main");
process.exitCode = await main(process.argv.slice(2));
