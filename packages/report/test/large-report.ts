import { writeFileSync } from "node:fs";
import { renderReport } from "../src/index.ts";
import { hundredThousand } from "./figure-cases.ts";

// Writes the report of 100,000 candidates to the file that is named, and prints what that took. A process of its own, because a
// test runner's way of loading modules makes calls between them slow.
const input = hundredThousand();
const before = process.threadCpuUsage();
writeFileSync(process.argv[2]!, await renderReport(input));
const { user, system } = process.threadCpuUsage(before);
process.stdout.write(JSON.stringify({ candidates: input.candidates.length, processor_s: (user + system) / 1e6 }));
