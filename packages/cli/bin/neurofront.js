#!/usr/bin/env node
import { enableCompileCache } from "node:module";

// Before the first import, so that the cache also keeps the sources whose types Node strips.
enableCompileCache();
// The package's own name leads to src here and to dist once published.
const { main } = await import("neurofront/main");
process.exitCode = await main(process.argv.slice(2));
