import { ResultCache } from "../src/index.ts";
import { madeResult } from "./made-results.ts";

/** Keeps and asks for results without end: `node busy-process.ts <folder> <first number>`. Says when it is at work, and what went wrong. */
const [folder, first] = process.argv.slice(2) as [string, string];
const cache = new ResultCache(folder, { onTrouble: (text) => console.log(`trouble: ${text}`), limit_bytes: 400_000 });
for (let turn = 0; ; turn++) {
  const numbers = Array.from({ length: 20 }, (_, k) => (Number(first) + 7 * turn + k) % 600);
  for (const number of numbers) {
    const found = cache.read(madeResult(number).key);
    if (found !== undefined && Buffer.compare(found, madeResult(number).bytes) !== 0) console.log("wrong bytes");
  }
  cache.write(numbers.map((number) => madeResult(number)));
  if (turn === 2) console.log("at work");
}
